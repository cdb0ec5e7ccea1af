// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { groupBy } from '#kernel';
import type { FactKey } from '../candidate-facts.js';
import type { AnsweredFacts, Question, Questionnaire } from './questionnaire.js';

/** What was not known about a candidate, with the questions whose answers would help. */
export interface OpenAbout {
  /** Key of today's product. */
  readonly product: string;
  /** Key of the product that would replace it. */
  readonly alternative: string;
  /** Id of the criterion or gate. */
  readonly asks: string;
  readonly missing: readonly FactKey[];
  /** Ids of questions. */
  readonly questions: readonly string[];
  /** Places by which the candidate would move. */
  readonly expectedRankChange: number;
}

/** One answer that somebody could give. */
export interface AnswerToGive {
  readonly question: Question;
  /** As what the product is asked about: as the one in use, as somebody's alternative, or together with its alternative. */
  readonly side: keyof AnsweredFacts;
  readonly product: string;
  /** Only where the question is about both. */
  readonly alternative: string | null;
  /** Places by which the candidate that moves most would move. */
  readonly expectedRankChange: number;
  /** Products whose candidates wait for it, each once. */
  readonly candidates: readonly string[];
  /** Criteria and gates that wait for it, each once. */
  readonly asks: readonly string[];
}

/**
 * Turns what is open into answers to give, each once however many candidates wait for it: the one that moves a candidate most comes first, of equal ones that
 * for which more candidates wait, then the order given. A question that the questionnaire does not know adds nothing.
 *
 * Cost: one step for each question of each open input, and sorting.
 */
export function answersToGive(open: readonly OpenAbout[], questionnaire: Questionnaire): AnswerToGive[] {
  const known = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const found = new Map<string, Omit<AnswerToGive, 'expectedRankChange' | 'candidates' | 'asks'> & { expectedRankChange: number; readonly candidates: Set<string>; readonly asks: Set<string> }>();
  for (const { product, alternative, asks, missing, questions, expectedRankChange } of open) {
    for (const question of questions.flatMap((id) => known.get(id) ?? [])) {
      for (const side of sidesOf(question, missing)) {
        const about = { product: side === 'alternative' ? alternative : product, alternative: side === 'pair' ? alternative : null };
        const key = subjectKey({ ...about, question: question.id });
        let answer = found.get(key);
        if (!answer) found.set(key, (answer = { question, side, ...about, expectedRankChange: 0, candidates: new Set(), asks: new Set() }));
        answer.expectedRankChange = Math.max(answer.expectedRankChange, expectedRankChange);
        answer.candidates.add(product);
        answer.asks.add(asks);
      }
    }
  }
  const answers = [...found.values()].map((answer) => ({ ...answer, candidates: [...answer.candidates], asks: [...answer.asks] }));
  return answers.sort(mostMovedFirst);
}

/** One answer for all products of an archetype. */
export interface SharedAnswerToGive extends Omit<AnswerToGive, 'product' | 'alternative'> {
  /** Key of the archetype. */
  readonly archetype: string;
}

/**
 * The answers that could be given once for a whole archetype: those for its products, taken together. An answer about a product with its alternative is then one that holds with every alternative; a
 * product of no archetype adds nothing. The order is that of {@link answersToGive}.
 *
 * @param archetypeOf key of the archetype by key of the product
 */
export function sharedAnswersToGive(answers: readonly AnswerToGive[], archetypeOf: ReadonlyMap<string, string>): SharedAnswerToGive[] {
  const found = groupBy(
    answers.filter(({ product }) => archetypeOf.has(product)),
    ({ product, question }) => JSON.stringify([archetypeOf.get(product), question.id]),
  );
  const shared = [...found.values()].map((group): SharedAnswerToGive => {
    const { question, side, product } = group[0]!;
    return {
      question,
      side,
      archetype: archetypeOf.get(product)!,
      expectedRankChange: group.reduce((most, answer) => Math.max(most, answer.expectedRankChange), 0),
      candidates: [...new Set(group.flatMap(({ candidates }) => candidates))],
      asks: [...new Set(group.flatMap(({ asks }) => asks))],
    };
  });
  return shared.sort(mostMovedFirst);
}

function mostMovedFirst(one: Pick<AnswerToGive, 'expectedRankChange' | 'candidates'>, other: Pick<AnswerToGive, 'expectedRankChange' | 'candidates'>): number {
  return other.expectedRankChange - one.expectedRankChange || other.candidates.length - one.candidates.length;
}

/** The same for two answers exactly where they are about the same, and answer the same question. */
export function subjectKey({ product, alternative, question }: { readonly product: string; readonly alternative: string | null; readonly question: string }): string {
  return JSON.stringify([product, alternative, question]);
}

/** As what a product is asked about: where its facts are missing; for a question that only another one waits for, as what it is asked first. */
function sidesOf({ facts }: Question, missing: readonly FactKey[]): (keyof AnsweredFacts)[] {
  const sides = (['today', 'alternative', 'pair'] as const).filter((side) => facts[side] !== undefined);
  const lacking = sides.filter((side) => missing.includes(facts[side]!));
  return lacking.length > 0 ? lacking : sides.slice(0, 1);
}
