// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { normaliseTitleFamily } from '#matching';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { MatchDecisionRepository } from './match-decision.repository.js';
import { MatchKnowledgeRepository } from './match-knowledge.repository.js';
import { MatchTitles } from './match-titles.use-case.js';

/** Takes a decision back: all is as if it had never been made, an earlier one about the same title counts again. */
@Injectable()
export class UndoDecision {
  constructor(
    private readonly transactions: Transactions,
    private readonly knowledge: MatchKnowledgeRepository,
    private readonly decisions: MatchDecisionRepository,
    private readonly matchTitles: MatchTitles,
    private readonly audit: AuditTrail,
  ) {}

  async execute(decisionId: number, actorId: number, requestId?: string): Promise<Result<{ readonly decisionId: number; readonly changed: number }, Problem>> {
    return this.transactions.run<{ decisionId: number; changed: number }, Problem>(async () => {
      await this.knowledge.takeTurn();
      const decision = await this.decisions.find(decisionId);
      if (decision === null) return err({ code: 'MATCHING.NOT_FOUND', what: 'MatchDecision', id: `MatchDecision:${decisionId}` });
      if (decision.isUndone) return err({ code: 'MATCHING.ALREADY_UNDONE', id: `MatchDecision:${decisionId}` });
      const isInStep = await this.knowledge.isInStep();
      await this.decisions.undo(decisionId, actorId);
      const made = decision.madeProduct && decision.productId !== null && !(await this.decisions.isInCatalogue(decision.productId)) ? decision.productId : null;
      if (made !== null) await this.decisions.retireProduct(made);
      // a product that goes may have been the name of titles far from this family
      const { changed } = await this.matchTitles.execute(made !== null ? 'ALL' : { family: normaliseTitleFamily(decision.title) });
      if (made !== null) await this.decisions.removeProduct(made);
      if (isInStep) await this.knowledge.keepInStep();
      await this.audit.record({ actorId, operation: 'undoMatchDecision', entity: 'MatchDecision', entityId: decisionId, before: decision, after: { changed }, requestId });
      return ok({ decisionId, changed });
    });
  }
}
