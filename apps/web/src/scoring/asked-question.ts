// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { answersToGive, sharedAnswersToGive, subjectKey, type AnswerToGive, type FactKey, type Questionnaire, type Wording } from '#scoring';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import type { GivenAnswer } from './use-answered-since.js';

const OPEN = graphql(`
  fragment OpenRow on OpenQuestion @_unmask {
    asks
    missing
    questions
    expectedRankChange
    candidate {
      product { key name archetype { key nameDe nameEn } }
      alternative { product { key name archetype { key nameDe nameEn } } }
    }
  }
`);

/** The newest run with what it did not know, as far as the first rows, and the questionnaires that could tell. */
export const TO_ANSWER = graphql(
  `
    query ToAnswer {
      scoringRuns(first: 1) {
        nodes {
          id
          asOf
          finishedAt
          model { definition }
          openQuestions(first: 200, filter: { answerable: true }) { totalCount pageInfo { hasNextPage endCursor } nodes { ...OpenRow } }
        }
      }
      questionnaires(first: 100) { nodes { version definition } }
    }
  `,
  [OPEN],
);

/** Further rows of what a run did not know. */
export const OPEN_PAGE = graphql(
  `
    query OpenPage($run: ID!, $first: Int!, $after: String!) {
      scoringRun(id: $run) { openQuestions(first: $first, after: $after, filter: { answerable: true }) { pageInfo { hasNextPage endCursor } nodes { ...OpenRow } } }
    }
  `,
  [OPEN],
);

export type ToAnswer = ResultOf<typeof TO_ANSWER>;
export type AskedRun = ToAnswer['scoringRuns']['nodes'][number];
export type OpenRow = AskedRun['openQuestions']['nodes'][number];

/** What an answer is about, as the interface names it: a product, or all products of an archetype. */
export interface Subject {
  readonly product: string | null;
  readonly archetype: string | null;
  readonly alternative: string | null;
}

/** An answer to give, with the names of what it is about. */
export interface AskedQuestion extends Pick<AnswerToGive, 'question' | 'side' | 'expectedRankChange' | 'candidates' | 'asks'> {
  readonly id: string;
  readonly subject: Subject;
  readonly name: Wording;
  readonly alternativeName: string | null;
  /** The archetype whose answer would serve the product, too; null for the archetype itself. */
  readonly archetypeOfProduct: string | null;
}

/** The version that counts: answers are kept with the newest. */
export const newestQuestionnaire = ({ questionnaires }: ToAnswer): Questionnaire | undefined => questionnaires.nodes.toSorted((one, other) => other.version - one.version)[0]?.definition as Questionnaire | undefined;

/** What could be answered: product by product, and once for all products of an archetype. */
export interface Asked {
  readonly products: readonly AskedQuestion[];
  readonly archetypes: readonly AskedQuestion[];
}

export function askedQuestions(rows: readonly OpenRow[], questionnaire: Questionnaire): Asked {
  const products = new Map(rows.flatMap(({ candidate: { product, alternative } }) => [[product.key, product] as const, [alternative.product.key, alternative.product] as const]));
  const archetypes = new Map([...products.values()].flatMap(({ archetype }) => (archetype ? [[archetype.key, { de: archetype.nameDe, en: archetype.nameEn }] as const] : [])));
  const archetypeOf = new Map([...products.values()].flatMap(({ key, archetype }) => (archetype ? [[key, archetype.key] as const] : [])));
  const nameOf = (key: string) => products.get(key)?.name ?? key;
  const open = rows.map(({ asks, missing, questions, expectedRankChange, candidate: { product, alternative } }) => ({
    product: product.key,
    alternative: alternative.product.key,
    asks,
    missing: missing as readonly FactKey[],
    questions,
    expectedRankChange,
  }));
  const answers = answersToGive(open, questionnaire);
  return {
    products: answers.map(({ product, alternative, ...answer }) => ({
      ...answer,
      id: subjectKey({ product, alternative, question: answer.question.id }),
      subject: { product, archetype: null, alternative },
      name: { de: nameOf(product), en: nameOf(product) },
      alternativeName: alternative && nameOf(alternative),
      archetypeOfProduct: archetypeOf.get(product) ?? null,
    })),
    archetypes: sharedAnswersToGive(answers, archetypeOf).map(({ archetype, ...answer }) => ({
      ...answer,
      id: `archetype ${subjectKey({ product: archetype, alternative: null, question: answer.question.id })}`,
      subject: { product: null, archetype, alternative: null },
      name: archetypes.get(archetype)!,
      alternativeName: null,
      archetypeOfProduct: null,
    })),
  };
}

/** What needs no asking any more: an answer that holds with every alternative settles it for each, and one for an archetype for each of its products. One that was taken back settles nothing. */
export function settledBy(given: readonly GivenAnswer[]): (asked: AskedQuestion) => boolean {
  const keyOf = ({ product, archetype, alternative }: Subject, question: string) => JSON.stringify([product, archetype, alternative, question]);
  const settled = new Set(
    given.flatMap(({ question, answer, product, archetype, alternative }) => (answer === null ? [] : [keyOf({ product: product?.key ?? null, archetype: archetype?.key ?? null, alternative: alternative?.key ?? null }, question)])),
  );
  return ({ subject, archetypeOfProduct, question: { id } }) =>
    settled.has(keyOf(subject, id)) || settled.has(keyOf({ ...subject, alternative: null }, id)) || (archetypeOfProduct !== null && settled.has(keyOf({ product: null, archetype: archetypeOfProduct, alternative: null }, id)));
}
