// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { answersToGive, subjectKey, type AnswerToGive, type FactKey, type Questionnaire } from '#scoring';
import { graphql, type ResultOf } from '../graphql/graphql.js';

/** The newest run with what it did not know, and the questionnaires that could tell. */
export const TO_ANSWER = graphql(`
  query ToAnswer {
    scoringRuns(first: 1) { nodes { id asOf finishedAt model { definition } } }
    questionnaires(first: 100) { nodes { version definition } }
    openQuestions(first: 400) { totalCount nodes { id asks missing questions expectedRankChange candidate { product { key name } alternative { product { key name } } } } }
  }
`);

/** What is asked about answers is asked anew when one is given: for lists that may be empty now. */
export const ABOUT_ANSWERS = { additionalTypenames: ['Assessment'] };

/** What was answered after a run: it does not know it yet. */
export const ANSWERED_SINCE = graphql(`
  query AnsweredSince($since: DateTime!) {
    assessments(first: 1000, filter: { recordedAfter: $since, newest: true }) { totalCount nodes { id question product { key } alternative { key } } }
  }
`);

export type ToAnswer = ResultOf<typeof TO_ANSWER>;
export type AnsweredSince = ResultOf<typeof ANSWERED_SINCE>;

/** An answer to give, with the names of what it is about. */
export interface AskedQuestion extends AnswerToGive {
  readonly id: string;
  readonly productName: string;
  readonly alternativeName: string | null;
}

/** The version that counts: answers are kept with the newest. */
export const newestQuestionnaire = ({ questionnaires }: ToAnswer): Questionnaire | undefined => questionnaires.nodes.toSorted((one, other) => other.version - one.version)[0]?.definition as Questionnaire | undefined;

export function askedQuestions({ openQuestions }: ToAnswer, questionnaire: Questionnaire): readonly AskedQuestion[] {
  const names = new Map(openQuestions.nodes.flatMap(({ candidate: { product, alternative } }) => [[product.key, product.name], [alternative.product.key, alternative.product.name]]));
  const open = openQuestions.nodes.map(({ asks, missing, questions, expectedRankChange, candidate: { product, alternative } }) => ({
    product: product.key,
    alternative: alternative.product.key,
    asks,
    missing: missing as readonly FactKey[],
    questions,
    expectedRankChange,
  }));
  return answersToGive(open, questionnaire).map((answer) => ({
    ...answer,
    id: subjectKey({ ...answer, question: answer.question.id }),
    productName: names.get(answer.product) ?? answer.product,
    alternativeName: answer.alternative && (names.get(answer.alternative) ?? answer.alternative),
  }));
}

/** What needs no asking any more; an answer that holds with every alternative settles it for each. */
export function settledBy({ assessments }: AnsweredSince): (asked: AskedQuestion) => boolean {
  const settled = new Set(assessments.nodes.flatMap(({ question, product, alternative }) => (product ? [subjectKey({ product: product.key, alternative: alternative?.key ?? null, question })] : [])));
  return ({ product, alternative, question }) => settled.has(subjectKey({ product, alternative, question: question.id })) || settled.has(subjectKey({ product, alternative: null, question: question.id }));
}
