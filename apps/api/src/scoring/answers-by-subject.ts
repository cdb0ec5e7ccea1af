// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { AnswersOfCandidate } from '#scoring';
import type { StoredAnswer } from './assessment.repository.js';
import type { CandidateRow } from './candidate-row.js';

type Subject = Pick<CandidateRow, 'productId' | 'archetypeId' | 'alternativeProductId' | 'alternativeArchetypeId'>;

/** Answers, found by what they are about. */
export class AnswersBySubject {
  private readonly bySubject = new Map<string, StoredAnswer[]>();

  constructor(answers: readonly StoredAnswer[]) {
    for (const answer of answers) {
      const subject = answer.productId === null ? `a${answer.archetypeId}` : `p${answer.productId}`;
      const known = this.bySubject.get(subject);
      if (known) known.push(answer);
      else this.bySubject.set(subject, [answer]);
    }
  }

  /** Answers about a product that do not depend on an alternative count for it alone; one that names an alternative counts for that pair alone. */
  of({ productId, archetypeId, alternativeProductId, alternativeArchetypeId }: Subject): AnswersOfCandidate {
    const [own, shared] = [this.about(`p${productId}`), this.about(`a${archetypeId}`)];
    const withAlternative = ({ alternativeId }: StoredAnswer) => alternativeId === null || alternativeId === alternativeProductId;
    return {
      today: own.filter((answer) => answer.alternativeId === null),
      todayArchetype: shared.filter((answer) => answer.alternativeId === null),
      alternative: this.about(`p${alternativeProductId}`).filter((answer) => answer.alternativeId === null),
      alternativeArchetype: this.about(`a${alternativeArchetypeId}`).filter((answer) => answer.alternativeId === null),
      pair: own.filter(withAlternative),
      pairArchetype: shared.filter(withAlternative),
    };
  }

  private about(subject: string): readonly StoredAnswer[] {
    return this.bySubject.get(subject) ?? [];
  }
}
