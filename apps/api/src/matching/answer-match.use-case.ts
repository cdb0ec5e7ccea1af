// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { describeProblem, ok, unwrap } from '#kernel';
import { matchingMessages, type MatchCandidate as Candidate } from '#matching';
import { Transactions } from '../platform/database/transactions.js';
import { ProblemError } from '../platform/problem-error.js';
import { MatchKnowledgeRepository } from './match-knowledge.repository.js';
import { MatchRepository } from './match.repository.js';
import type { MatchAnswer, MatchCandidate, TitleInput } from './matching.types.js';

const MOST_TITLES = 5_000;

/** Says what matching would make of titles, and stores nothing. */
@Injectable()
export class AnswerMatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly knowledge: MatchKnowledgeRepository,
    private readonly matches: MatchRepository,
  ) {}

  async execute(titles: readonly TitleInput[]): Promise<MatchAnswer[]> {
    if (titles.length > MOST_TITLES) throw new ProblemError({ code: 'PLATFORM.PAGE_SIZE_OUT_OF_RANGE', argument: 'titles', value: titles.length, most: MOST_TITLES });
    return unwrap(
      await this.transactions.run(async () => {
        const matcher = await this.knowledge.matcher();
        const names = await this.matches.productNames();
        const present = ({ productId, confidence01 }: Candidate): MatchCandidate => ({ productId: `Product:${productId}`, confidence01, ...names.get(productId)! });
        return ok(
          titles.map((title): MatchAnswer => {
            const match = matcher.match(title);
            return {
              title: title.title,
              decision: match.decision as MatchAnswer['decision'],
              role: match.role,
              product: match.productId === null ? null : present({ productId: match.productId, confidence01: match.confidence01 }),
              version: match.version,
              edition: match.edition,
              confidence01: match.confidence01,
              candidates: match.candidates.map(present),
              reasons: match.reasons.map((reason) => ({ code: reason.code, de: describeProblem(reason, matchingMessages, 'de'), en: describeProblem(reason, matchingMessages, 'en') })),
            };
          }),
        );
      }),
    );
  }
}
