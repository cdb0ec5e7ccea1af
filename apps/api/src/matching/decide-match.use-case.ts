// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { MatchRepository } from './match.repository.js';
import { MatchTitles } from './match-titles.use-case.js';

/** A person's answer to "which product is this title?". */
export interface MatchAnswer {
  readonly titleId: number;
  /** Null: not a product, leave it out. */
  readonly productId: number | null;
  readonly scope: 'TITLE' | 'FAMILY';
}

/** Keeps the answer as an alias and applies it to every title it covers, past and future. */
@Injectable()
export class DecideMatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly matches: MatchRepository,
    private readonly matchTitles: MatchTitles,
    private readonly audit: AuditTrail,
  ) {}

  async execute(answer: MatchAnswer, actorId: number, requestId?: string): Promise<Result<{ readonly titleId: number }, Problem>> {
    return this.transactions.run<{ titleId: number }, Problem>(async () => {
      const before = await this.matches.matchOf(answer.titleId);
      if (!before) return err({ code: 'MATCHING.NOT_FOUND', what: 'Title', id: `Title:${answer.titleId}` });
      if (answer.productId !== null && !(await this.matches.productExists(answer.productId))) return err({ code: 'MATCHING.NOT_FOUND', what: 'Product', id: `Product:${answer.productId}` });
      const [title] = await this.matches.titles({ ids: [answer.titleId] });
      await this.matches.keepDecision({ title: title!.raw, vendor: title!.vendor || null, scope: answer.scope, productId: answer.productId }, actorId);
      await this.matchTitles.execute({ family: before.family });
      await this.audit.record({ actorId, operation: 'decideMatch', entity: 'Title', entityId: answer.titleId, before, after: answer, requestId });
      return ok({ titleId: answer.titleId });
    });
  }
}
