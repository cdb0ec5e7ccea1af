// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import type { TitleDecision } from '#matching';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { MatchDecisionRepository, type NewProduct } from './match-decision.repository.js';
import { MatchKnowledgeRepository } from './match-knowledge.repository.js';
import { MatchRepository } from './match.repository.js';
import { MatchTitles } from './match-titles.use-case.js';

/** A person's answer to "which product is this title?". */
export interface MatchAnswer {
  readonly titleId: number;
  readonly scope: 'TITLE' | 'FAMILY';
  /** `CANDIDATE`: the likeliest of those that matching proposes. */
  readonly as: 'CANDIDATE' | 'PRODUCT' | 'NEW_PRODUCT' | 'NOT_SOFTWARE' | 'COMPONENT';
  /** For `PRODUCT` the product; for `COMPONENT` the one it belongs to, null where that is unknown. */
  readonly productId: number | null;
  readonly newProduct: NewProduct | null;
  /** The revision of the match that the person saw. */
  readonly revision: number;
}

/** What a decision left behind. */
export interface DecidedMatch {
  readonly titleId: number;
  readonly decisionId: number;
  /** Titles whose match is another one than before. */
  readonly changed: number;
}

/** Keeps the answer and applies it to every title it covers, past and future; the same answer again changes nothing. */
@Injectable()
export class DecideMatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly knowledge: MatchKnowledgeRepository,
    private readonly matches: MatchRepository,
    private readonly decisions: MatchDecisionRepository,
    private readonly matchTitles: MatchTitles,
    private readonly audit: AuditTrail,
  ) {}

  async execute(answer: MatchAnswer, actorId: number, requestId?: string): Promise<Result<DecidedMatch, Problem>> {
    return this.transactions.run<DecidedMatch, Problem>(async () => {
      await this.knowledge.takeTurn();
      const before = await this.matches.matchOf(answer.titleId);
      if (!before) return err({ code: 'MATCHING.NOT_FOUND', what: 'Title', id: `Title:${answer.titleId}` });
      if (answer.revision !== before.revision) return err(await this.audit.changedMeanwhile({ entity: 'Title', entityId: answer.titleId, name: before.raw, given: answer.revision, current: before.revision }));
      const isInStep = await this.knowledge.isInStep();
      const chosen = await this.choose(answer, before.firstCandidateId);
      if (!chosen.ok) return chosen;
      const [title] = await this.matches.titles({ ids: [answer.titleId] });
      const decision: TitleDecision = { title: title!.raw, vendor: title!.vendor || null, scope: answer.scope, ...chosen.value };
      const standing = await this.decisions.standing(decision);
      if (standing !== null && standing.kind === decision.kind && standing.productId === decision.productId) return ok({ titleId: answer.titleId, decisionId: standing.id, changed: 0 });
      const madeProduct = answer.as === 'NEW_PRODUCT';
      const decisionId = await this.decisions.keep(decision, madeProduct, actorId);
      // a product that is new may be the name of titles far from this family
      const { changed } = await this.matchTitles.execute(madeProduct ? 'ALL' : { family: before.family });
      if (isInStep) await this.knowledge.keepInStep();
      await this.audit.record({ actorId, operation: 'decideMatch', entity: 'Title', entityId: answer.titleId, before, after: { ...answer, decisionId, productId: decision.productId, changed }, requestId });
      return ok({ titleId: answer.titleId, decisionId, changed });
    });
  }

  private async choose({ as, productId, newProduct }: MatchAnswer, candidateId: number | null): Promise<Result<Pick<TitleDecision, 'kind' | 'productId'>, Problem>> {
    if (as === 'NOT_SOFTWARE') return ok({ kind: 'NOT_SOFTWARE', productId: null });
    if (as === 'NEW_PRODUCT') return this.make(newProduct);
    if (as === 'CANDIDATE' && candidateId === null) return err({ code: 'MATCHING.NO_CANDIDATE' });
    const chosen = as === 'CANDIDATE' ? candidateId : productId;
    if (chosen === null && as === 'PRODUCT') return err({ code: 'MATCHING.PRODUCT_MISSING' });
    if (chosen !== null && !(await this.matches.productExists(chosen))) return err({ code: 'MATCHING.NOT_FOUND', what: 'Product', id: `Product:${chosen}` });
    return ok({ kind: as === 'COMPONENT' ? 'COMPONENT' : 'PRODUCT', productId: chosen });
  }

  private async make(product: NewProduct | null): Promise<Result<Pick<TitleDecision, 'kind' | 'productId'>, Problem>> {
    if (product === null || !/[\p{L}\p{N}]/u.test(product.name) || product.name.length > 200) return err({ code: 'MATCHING.NEW_PRODUCT_NAME_INVALID', most: 200 });
    const known = await this.matches.productNamed(product.name, product.vendor);
    if (known !== null) return err({ code: 'MATCHING.NEW_PRODUCT_KNOWN', name: product.name, id: `Product:${known}` });
    const categoryId = await this.decisions.categoryId(product.category);
    if (categoryId === null) return err({ code: 'MATCHING.CATEGORY_UNKNOWN', category: product.category, similar: await this.decisions.categoriesLike(product.category) });
    return ok({ kind: 'PRODUCT', productId: await this.decisions.makeProduct(product, categoryId) });
  }
}
