// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, type CalendarDate } from '#kernel';
import type { CandidateFacts, Fact, FactKey } from '../candidate-facts.js';
import { readAnswer, type AnswerValue } from './read-answer.js';
import type { AnsweredFacts, Condition, Question, Questionnaire } from './questionnaire.js';

/** An answer as it was given once; never changed, only followed by a newer one. */
export interface Answer {
  /** Id of the question. */
  readonly question: string;
  /** Null takes an earlier answer back. */
  readonly value: unknown;
  readonly author: string;
  readonly answeredOn: CalendarDate;
  /** What it rests on, in the author's words; or null. */
  readonly source: string | null;
  /** Last day on which it counts; null: as long as the question says. */
  readonly validUntil: CalendarDate | null;
}

/** Answers about one subject, in the order in which they were given. */
export type Answers = readonly Answer[];

/** Answers about today's product and its alternative: each subject's own before those of its archetype. */
export interface AnswersOfCandidate {
  readonly today: Answers;
  readonly todayArchetype: Answers;
  readonly alternative: Answers;
  readonly alternativeArchetype: Answers;
  readonly pair: Answers;
  readonly pairArchetype: Answers;
}

/** An answer that counts no longer. */
export interface ExpiredAnswer {
  readonly question: string;
  readonly fact: FactKey;
  readonly expiredOn: CalendarDate;
}

/** What answers say about a candidate. */
export interface AnsweredCandidate {
  readonly facts: CandidateFacts;
  /** Facts that were answered once, and are unknown again. */
  readonly expired: readonly ExpiredAnswer[];
}

/** Last day on which an answer counts. */
export function validUntilOf(question: Question, { answeredOn, validUntil }: Pick<Answer, 'answeredOn' | 'validUntil'>): CalendarDate {
  return validUntil ?? addMonths(answeredOn, question.validMonths);
}

/**
 * Turns answers into facts with their author and date.
 *
 * Of several answers to a question the one with the latest day counts, of the same day the one given last. One that has expired, that was taken back, that the questionnaire cannot read
 * (any more), or whose question is not asked because of another answer does not count; the archetype's answer then stands in.
 *
 * @param today the day of the run; answers from later days do not count yet
 */
export function answeredFacts(questionnaire: Questionnaire, answers: AnswersOfCandidate, today: CalendarDate): AnsweredCandidate {
  const facts: Record<string, Fact<AnswerValue>> = {};
  const expired: ExpiredAnswer[] = [];
  const sides: readonly (readonly [keyof AnsweredFacts, Answers, Answers])[] = [
    ['today', answers.today, answers.todayArchetype],
    ['alternative', answers.alternative, answers.alternativeArchetype],
    ['pair', answers.pair, answers.pairArchetype],
  ];
  const values = { today: new Map<string, AnswerValue>(), alternative: new Map<string, AnswerValue>(), pair: new Map<string, AnswerValue>() };
  for (const question of questionnaire.questions) {
    for (const [side, own, shared] of sides) {
      const fact = question.facts[side];
      if (fact === undefined) continue;
      // A pair is asked about only after today's product was; it sees those answers too.
      const earlier = side === 'pair' ? new Map([...values.today, ...values.pair]) : values[side];
      if (isRuledOut(question.askedWhen, earlier)) continue;
      const standings = [standingAnswer(question, own, today), standingAnswer(question, shared, today)];
      const counting = standings.find((standing) => standing !== null && 'answer' in standing);
      if (counting && 'answer' in counting) {
        const { value, answer } = counting;
        values[side].set(question.id, value);
        facts[fact] = { value, source: answer.source === null ? answer.author : `${answer.author}: ${answer.source}`, asOf: answer.answeredOn };
        continue;
      }
      const lapsed = standings.find((standing) => standing !== null);
      if (lapsed && 'expiredOn' in lapsed) expired.push({ question: question.id, fact, expiredOn: lapsed.expiredOn });
    }
  }
  return { facts: facts as CandidateFacts, expired };
}

/**
 * The questions that are still to be asked about a subject: not answered (any more), and not ruled out by another answer.
 *
 * A question whose condition is not answered yet waits and is left out.
 */
export function openQuestions(questionnaire: Questionnaire, side: keyof AnsweredFacts, known: ReadonlyMap<string, AnswerValue>): Question[] {
  return questionnaire.questions.filter((question) => question.facts[side] !== undefined && !known.has(question.id) && question.askedWhen.every((condition) => holds(condition, known)));
}

/** Whether an earlier answer says that the question makes no sense. */
export function isRuledOut(askedWhen: readonly Condition[], known: ReadonlyMap<string, AnswerValue>): boolean {
  return askedWhen.some(({ question, isOneOf }) => known.has(question) && isOneOf !== null && !isOneOf.includes(known.get(question)!));
}

function holds({ question, isOneOf }: Condition, known: ReadonlyMap<string, AnswerValue>): boolean {
  return known.has(question) && (isOneOf === null || isOneOf.includes(known.get(question)!));
}

function standingAnswer(question: Question, answers: Answers, today: CalendarDate): { value: AnswerValue; answer: Answer } | { expiredOn: CalendarDate } | null {
  let newest: Answer | null = null;
  for (const answer of answers) {
    if (answer.question === question.id && answer.answeredOn <= today && (newest === null || answer.answeredOn >= newest.answeredOn)) newest = answer;
  }
  if (newest === null || newest.value === null) return null;
  const read = readAnswer(question, newest.value);
  if (!read.ok) return null;
  const until = validUntilOf(question, newest);
  return until < today ? { expiredOn: until } : { value: read.value, answer: newest };
}
