// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useMutation, useQuery } from 'urql';
import { readAnswer, sayValue, worthOfAnswers, type ScoringModel } from '#scoring';
import { NotPermitted, useMay } from '../access/permitted.js';
import { graphql } from '../graphql/graphql.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { DayField, TextField } from '../ui/fields.js';
import { Failed, ProblemNote, type ShownProblem } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { AnswerField } from './answer-field.js';
import { ANSWERS, AnswerHistory, type PastAnswer } from './answer-history.js';
import type { AskedQuestion } from './asked-question.js';
import { ServedProducts } from './served-products.js';
import { ABOUT_ANSWERS } from './use-answered-since.js';

const ANSWER = graphql(`
  mutation AnswerQuestion($input: AnswerAssessmentInput!) {
    answerAssessment(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on AnswerAssessmentSuccess { assessment { id isNewest } }
    }
  }
`);

/** What usually stays the same from one answer to the next. */
export interface Answerer {
  readonly author: string;
  readonly source: string;
}

/** What was typed for a question and is not saved yet. */
export interface AnswerDraft extends Answerer {
  readonly given: string;
  readonly answeredOn: string;
  readonly validUntil: string;
}

interface AnswerFormProps {
  readonly asked: AskedQuestion;
  readonly model: ScoringModel;
  readonly answerer: Answerer;
  /** What was typed here before; goes before what usually stays the same. */
  readonly draft: AnswerDraft | undefined;
  readonly onDraft: (draft: AnswerDraft) => void;
  /** Whether it follows another question, so that people can write on. */
  readonly takesFocus: boolean;
  readonly onAnswered: (by: Answerer) => void;
  readonly onLater: () => void;
}

/** The field that a problem is about; the whole form where it is about none. */
const PLACES: Readonly<Record<string, 'answer' | 'author' | 'source' | 'answeredOn' | 'validUntil'>> = {
  'SCORING.ANSWER_OUT_OF_SCALE': 'answer',
  'SCORING.AUTHOR_MISSING': 'author',
  'SCORING.TEXT_TOO_LONG': 'source',
  'SCORING.ANSWERED_LATER': 'answeredOn',
  'SCORING.VALIDITY_ENDS_BEFORE': 'validUntil',
};

/** One question with everything that helps to answer it, and what was answered before. */
export function AnswerForm({ asked, model, answerer, draft, onDraft, takesFocus, onAnswered, onLater }: AnswerFormProps) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  const { decimal, count, day } = useFormats();
  const say = useToast();
  const { question, side, subject, alternativeName } = asked;
  const name = asked.name[language];
  const form = useRef<HTMLFormElement>(null);
  const [entry, setEntry] = useState<AnswerDraft>(draft ?? { given: '', answeredOn: '', validUntil: '', ...answerer });
  const { given, author, source, answeredOn, validUntil } = entry;
  const edit = (part: Partial<AnswerDraft>) => {
    const next = { ...entry, ...part };
    setEntry(next);
    onDraft(next);
  };
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [{ fetching, error }, save] = useMutation(ANSWER);
  const [past, again] = useQuery({ query: ANSWERS, variables: { product: subject.product, archetype: subject.archetype, question: question.id }, context: ABOUT_ANSWERS, requestPolicy: 'cache-and-network' });
  const answers = past.data?.assessments.nodes.filter((one) => (one.alternative?.key ?? null) === subject.alternative);
  const standing = answers?.[0];
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, [takesFocus]);

  const mayAnswer = useMay(ANSWER);
  const fact = question.facts[side]!;
  const about = { ...subject, question: question.id };
  const undo = async (before: PastAnswer | undefined, id: string) => {
    const input = before ? { answer: before.answer, author: before.author, source: before.source, validUntil: before.validUntil } : { answer: null, author, source: null, validUntil: null };
    const { data } = await save({ input: { ...about, ...input, answeredOn: answeredOn || null, follows: id } });
    const answer = data?.answerAssessment;
    if (answer?.__typename === 'AnswerAssessmentSuccess') say(t.undone);
    else if (answer && 'code' in answer) say(language === 'de' ? answer.messageDe : answer.message);
  };
  const submit = async () => {
    setProblem(null);
    const read = readAnswer(question, given);
    const value = read.ok ? read.value : given; // the server says what is wrong with it
    const { data } = await save({ input: { ...about, answer: value, author, source: source || null, answeredOn: answeredOn || null, validUntil: validUntil || null, ...(answers && { follows: standing?.id ?? null }) } });
    const answer = data?.answerAssessment;
    if (!answer) return;
    if (answer.__typename === 'AnswerAssessmentSuccess') {
      const { id, isNewest } = answer.assessment;
      say(isNewest ? t.answered(name) : t.answeredOlder(day(standing?.answeredOn)), id === standing?.id ? undefined : () => void undo(standing, id));
      onAnswered({ author, source });
    } else if ('code' in answer) {
      setProblem(answer);
      if (answer.code === 'SCORING.ANSWERED_MEANWHILE') again({ requestPolicy: 'network-only' });
    }
  };
  const at = (place: (typeof PLACES)[string] | undefined) => problem && PLACES[problem.code] === place && <ProblemNote problem={problem} />;
  const worth = worthOfAnswers(fact, model, language);
  return (
    <form
      ref={form}
      className="stack ask-form"
      aria-label={question.text[language]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="muted">
        {subject.product === null ? (
          t.everyOfArchetype(name)
        ) : (
          <Link to="/inventar/$key" params={{ key: subject.product }} className="kern-link">
            {alternativeName ? t.pair(name, alternativeName) : name}
          </Link>
        )}{' '}
        – {t.asSide[side]}
      </p>
      <p className="kern-title">{question.text[language]}</p>
      {question.help && <p className="kern-body">{question.help[language]}</p>}
      <p className="muted">{t.moves(decimal(asked.expectedRankChange, 1), count(asked.candidates.length), asked.candidates.length)}</p>
      {subject.archetype !== null && <ServedProducts archetype={subject.archetype} question={question.id} />}
      <AnswerField question={question} worth01={worth.find(({ worth01 }) => worth01)?.worth01 ?? null} unit={worth.find(({ unit }) => unit)?.unit?.[language] ?? null} given={given} onGive={(typed) => edit({ given: typed })} />
      {at('answer')}
      <TextField label={t.source} hint={t.sourceHint} value={source} onType={(typed) => edit({ source: typed })} />
      {at('source')}
      <div className="filters">
        <TextField label={t.author} hint={t.authorHint} value={author} onType={(typed) => edit({ author: typed })} />
        <DayField label={t.answeredOn} hint={t.answeredOnHint} value={answeredOn} onChange={(typed) => edit({ answeredOn: typed })} />
        <DayField label={t.validUntil} hint={t.validUntilHint(count(question.validMonths))} value={validUntil} onChange={(typed) => edit({ validUntil: typed })} />
      </div>
      {at('author')}
      {at('answeredOn')}
      {at('validUntil')}
      {at(undefined)}
      {error && <Failed error={error} />}
      {mayAnswer === false && <NotPermitted what={t.answerHere} changes={[ANSWER]} />}
      <p className="row">
        {mayAnswer && (
          <Button type="submit" disabled={fetching}>
            {t.saveAndNext}
          </Button>
        )}
        <Button kind="secondary" onClick={onLater}>
          {t.answerLater}
        </Button>
      </p>
      {worth.length > 0 && (
        <details>
          <summary>{t.howItCounts}</summary>
          <ul>
            {worth.map(({ asks, name, scale, principles, axis }) => (
              <li key={`${asks} ${scale}`}>
                {scale ?? t.gate(name[language], axis === 'GOAL' ? t.goalAxis : t.feasibilityAxis)} {t.servesPrinciples(principles.join(', '))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {answers && <AnswerHistory answers={answers} inWords={(value) => (typeof value === 'string' || typeof value === 'number' ? sayValue(fact, value, language) : t.takenBack)} />}
    </form>
  );
}
