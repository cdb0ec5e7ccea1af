// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { Questionnaire, ScoringModel } from '#scoring';
import { useWholeList } from '../graphql/use-whole-list.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Button } from '../ui/button.js';
import { SearchField, SelectField } from '../ui/fields.js';
import { Page, Section } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { StillLoading } from '../ui/still-loading.js';
import { useUnsaved } from '../ui/use-unsaved.js';
import { AnswerForm, type AnswerDraft, type Answerer } from './answer-form.js';
import { askedQuestions, newestQuestionnaire, OPEN_PAGE, settledBy, TO_ANSWER, type AskedQuestion, type AskedRun } from './asked-question.js';
import { CandidateTabs } from './candidate-tabs.js';
import { QuestionList } from './question-list.js';
import { QuestionnaireSheet } from './questionnaire-sheet.js';
import { ScoreAgain } from './score-again.js';
import { useAnsweredSince } from './use-answered-since.js';
import './scoring.css';

/** What should be answered next, one question after the other; then what came of it. */
export function QuestionsScreen() {
  const t = useTexts(scoringTexts);
  const [asked, again] = useQuery({ query: TO_ANSWER });
  return (
    <Page title={t.questionsTitle} lead={t.questionsLead}>
      <CandidateTabs />
      <Answer of={[asked, again]}>
        {(data) => {
          const questionnaire = newestQuestionnaire(data);
          const run = data.scoringRuns.nodes[0];
          if (!questionnaire || !run) return <Empty title={t.empty}>{t.emptyAdvice}</Empty>;
          return <Questions key={run.id} run={run} questionnaire={questionnaire} onScored={() => again({ requestPolicy: 'network-only' })} />;
        }}
      </Answer>
      <QuestionnaireSheet />
    </Page>
  );
}

const route = getRouteApi('/kandidaten/fragen');

interface QuestionsProps {
  readonly run: AskedRun;
  readonly questionnaire: Questionnaire;
  readonly onScored: () => void;
}

function Questions({ run, questionnaire, onScored }: QuestionsProps) {
  const t = useTexts(scoringTexts);
  const { count, day } = useFormats();
  const { q, about } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: { q?: string | undefined; about?: 'ARCHETYPES' | undefined }) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const list = useWholeList(run.openQuestions, OPEN_PAGE, { run: run.id }, (data) => data.scoringRun?.openQuestions);
  const since = useAnsweredSince(run.finishedAt);
  const [chosen, setChosen] = useState<string>();
  const [hasBegun, setBegun] = useState(false);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [answerer, setAnswerer] = useState<Answerer>({ author: '', source: '' });
  const [drafts, setDrafts] = useState<ReadonlyMap<string, AnswerDraft>>(new Map());
  useUnsaved([...drafts.values()].some(({ given }) => given.trim() !== ''));
  const taken = takenRows(list.rows.length, run.openQuestions.nodes.length, list.isWhole);
  const all = useMemo(() => askedQuestions(list.rows.slice(0, taken), questionnaire)[about === 'ARCHETYPES' ? 'archetypes' : 'products'], [list.rows, taken, questionnaire, about]);
  const open = useMemo(() => {
    const isSettled = settledBy(since?.given ?? []);
    return all.filter((one) => !isSettled(one));
  }, [all, since]);
  const ordered = useMemo(() => {
    const wanted = q?.toLocaleLowerCase();
    const fitting = wanted ? open.filter(({ name, alternativeName, question: { text } }) => `${name.de} ${name.en} ${alternativeName ?? ''} ${text.de} ${text.en}`.toLocaleLowerCase().includes(wanted)) : open;
    return [...fitting.filter(({ id }) => !later.has(id)), ...fitting.filter(({ id }) => later.has(id))];
  }, [open, q, later]);
  const current = ordered.find(({ id }) => id === chosen) ?? ordered[0];
  // what is being answered stays before the reader while more of the list comes in
  if (current && current.id !== chosen) setChosen(current.id);
  const next = (done: AskedQuestion) => {
    setBegun(true);
    setChosen(ordered[ordered.indexOf(done) + 1]?.id);
  };
  return (
    <>
      <Section title={t.answerHere} hint={t.answerHint(day(run.asOf))}>
        <div className="filters">
          <SelectField label={t.answersFor} none={t.singleProducts} value={about} choices={[{ value: 'ARCHETYPES', name: t.wholeArchetypes }]} onChoose={(kind) => change({ about: kind })} />
          <SearchField label={about === 'ARCHETYPES' ? t.searchArchetypes : t.searchQuestions} value={q ?? ''} onSearch={(typed) => change({ q: typed || undefined })} />
        </div>
        <p role="status" className="muted">
          {t.stillOpen(ordered.length, count(ordered.length))}
        </p>
        <StillLoading list={list}>{t.askedSoFar}</StillLoading>
        {current ? (
          <div className="ask">
            <QuestionList questions={ordered} current={current} onChoose={setChosen} />
            <AnswerForm
              key={current.id}
              asked={current}
              model={run.model.definition as ScoringModel}
              answerer={answerer}
              draft={drafts.get(current.id)}
              onDraft={(draft) => setDrafts((before) => new Map(before).set(current.id, draft))}
              takesFocus={hasBegun}
              onAnswered={(by) => {
                setAnswerer(by);
                setDrafts((before) => new Map([...before].filter(([id]) => id !== current.id)));
                next(current);
              }}
              onLater={() => {
                setLater((before) => new Set([...before, current.id]));
                next(current);
              }}
            />
          </div>
        ) : (
          <Empty title={q ? t.noQuestionFits : about === 'ARCHETYPES' ? t.askNoneOfArchetypes : t.askNone}>
            {q && (
              <Button kind="secondary" onClick={() => change({ q: undefined })}>
                {t.allQuestions}
              </Button>
            )}
          </Empty>
        )}
      </Section>
      <ScoreAgain before={run.id} answered={since?.totalCount ?? 0} onScored={onScored} />
    </>
  );
}

/** Rows that are turned into questions: all at the end; until then whenever as many again have come in, so that the work stays in proportion to the list. */
function takenRows(here: number, first: number, isWhole: boolean): number {
  return isWhole || first === 0 ? here : first * 2 ** Math.floor(Math.log2(here / first));
}
