// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
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
 */
export function answersToGive(open: readonly OpenAbout[], questionnaire: Questionnaire): AnswerToGive[] {
  const known = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const found = new Map<string, AnswerToGive>();
  for (const { product, alternative, asks, missing, questions, expectedRankChange } of open) {
    for (const question of questions.flatMap((id) => known.get(id) ?? [])) {
      for (const side of sidesOf(question, missing)) {
        const about = { product: side === 'alternative' ? alternative : product, alternative: side === 'pair' ? alternative : null };
        const key = subjectKey({ ...about, question: question.id });
        const before = found.get(key);
        found.set(key, {
          question,
          side,
          ...about,
          expectedRankChange: Math.max(before?.expectedRankChange ?? 0, expectedRankChange),
          candidates: [...new Set([...(before?.candidates ?? []), product])],
          asks: [...new Set([...(before?.asks ?? []), asks])],
        });
      }
    }
  }
  return [...found.values()].sort((one, other) => other.expectedRankChange - one.expectedRankChange || other.candidates.length - one.candidates.length);
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
