// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { Questionnaire, ScoringModel } from '#scoring';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Button } from '../ui/button.js';
import { SearchField } from '../ui/fields.js';
import { Page, Section } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { AnswerForm, type Answerer } from './answer-form.js';
import { ABOUT_ANSWERS, ANSWERED_SINCE, askedQuestions, newestQuestionnaire, settledBy, TO_ANSWER, type AskedQuestion, type ToAnswer } from './asked-question.js';
import { CandidateTabs } from './candidate-tabs.js';
import { QuestionnaireSheet } from './questionnaire-sheet.js';
import { ScoreAgain } from './score-again.js';
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
          return <Questions key={run.id} data={data} run={run} questionnaire={questionnaire} onScored={() => again({ requestPolicy: 'network-only' })} />;
        }}
      </Answer>
      <QuestionnaireSheet />
    </Page>
  );
}

const route = getRouteApi('/kandidaten/fragen');
/** Questions beside the one that is being answered. */
const LISTED = 15;

interface QuestionsProps {
  readonly data: ToAnswer;
  readonly run: ToAnswer['scoringRuns']['nodes'][number];
  readonly questionnaire: Questionnaire;
  readonly onScored: () => void;
}

function Questions({ data, run, questionnaire, onScored }: QuestionsProps) {
  const t = useTexts(scoringTexts);
  const { count, day } = useFormats();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data: since }] = useQuery({ query: ANSWERED_SINCE, variables: { since: run.finishedAt }, context: ABOUT_ANSWERS });
  const [chosen, setChosen] = useState<string>();
  const [hasBegun, setBegun] = useState(false);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [answerer, setAnswerer] = useState<Answerer>({ author: '', source: '' });
  const all = useMemo(() => askedQuestions(data, questionnaire), [data, questionnaire]);
  const wanted = q?.toLocaleLowerCase();
  const isSettled = since ? settledBy(since) : () => false;
  const open = all.filter((one) => !isSettled(one) && (!wanted || `${one.productName} ${one.alternativeName ?? ''} ${one.question.text.de} ${one.question.text.en}`.toLocaleLowerCase().includes(wanted)));
  const ordered = [...open.filter(({ id }) => !later.has(id)), ...open.filter(({ id }) => later.has(id))];
  const current = ordered.find(({ id }) => id === chosen) ?? ordered[0];
  const next = (done: AskedQuestion) => {
    setBegun(true);
    setChosen(ordered[ordered.indexOf(done) + 1]?.id);
  };
  return (
    <>
      <Section title={t.answerHere} hint={t.answerHint(day(run.asOf))}>
        <div className="filters">
          <SearchField label={t.searchQuestions} value={q ?? ''} onSearch={(typed) => void navigate({ search: { q: typed || undefined }, replace: true })} />
        </div>
        <p role="status" className="muted">
          {t.stillOpen(open.length, count(open.length))}
        </p>
        {current ? (
          <div className="ask">
            <ol className="ask-list" aria-label={t.questions}>
              {ordered.slice(Math.max(0, ordered.indexOf(current) - 3)).slice(0, LISTED).map((one) => (
                <li key={one.id}>
                  <button type="button" className="ask-name" aria-current={one === current ? 'true' : undefined} onClick={() => setChosen(one.id)}>
                    <AskedName asked={one} />
                  </button>
                </li>
              ))}
            </ol>
            <AnswerForm
              key={current.id}
              asked={current}
              model={run.model.definition as ScoringModel}
              answerer={answerer}
              takesFocus={hasBegun}
              onAnswered={(by) => {
                setAnswerer(by);
                next(current);
              }}
              onLater={() => {
                setLater((before) => new Set([...before, current.id]));
                next(current);
              }}
            />
          </div>
        ) : (
          <Empty title={q ? t.noQuestionFits : t.askNone}>
            {q && (
              <Button kind="secondary" onClick={() => void navigate({ search: {} })}>
                {t.allQuestions}
              </Button>
            )}
          </Empty>
        )}
      </Section>
      <ScoreAgain before={run.id} answered={since?.assessments.totalCount ?? 0} onScored={onScored} />
    </>
  );
}

function AskedName({ asked: { question, productName, alternativeName } }: { asked: AskedQuestion }) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  return (
    <>
      <span>{alternativeName ? t.pair(productName, alternativeName) : productName}</span>
      <span className="muted">{question.text[language]}</span>
    </>
  );
}
