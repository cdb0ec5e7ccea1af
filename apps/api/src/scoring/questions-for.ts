// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isRuledOut, type AnswerValue, type AnsweredFacts, type CandidateFacts, type FactKey, type Question, type Questionnaire } from '#scoring';

const SIDES: readonly (keyof AnsweredFacts)[] = ['today', 'alternative', 'pair'];

/**
 * The questions whose answers would give facts that are missing, in the questionnaire's order. A question that waits for another one is replaced by that one;
 * a fact that no question gives, or whose question another answer rules out, adds nothing.
 */
export function questionsFor(missing: readonly FactKey[], questionnaire: Questionnaire, facts: CandidateFacts): string[] {
  const byId = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const wanted = new Set<string>();
  for (const fact of missing) {
    const question = questionnaire.questions.find((one) => SIDES.some((side) => one.facts[side] === fact));
    if (!question) continue;
    const known = knownAnswers(question, byId, facts);
    if (isRuledOut(question.askedWhen, known)) continue;
    const waiting = question.askedWhen.filter((condition) => !known.has(condition.question));
    for (const id of waiting.length > 0 ? waiting.map((condition) => condition.question) : [question.id]) wanted.add(id);
  }
  return questionnaire.questions.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
}

/** What is known of the questions on which a question depends, wherever it is known from. */
function knownAnswers(question: Question, byId: ReadonlyMap<string, Question>, facts: CandidateFacts): ReadonlyMap<string, AnswerValue> {
  const known = new Map<string, AnswerValue>();
  for (const { question: id } of question.askedWhen) {
    for (const side of SIDES) {
      const fact = byId.get(id)?.facts[side];
      const value = fact === undefined ? null : (facts[fact]?.value ?? null);
      if (value !== null && !known.has(id)) known.set(id, value as AnswerValue);
    }
  }
  return known;
}
