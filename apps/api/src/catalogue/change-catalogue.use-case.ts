// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { assembleCatalogue, diffCatalogues, fragmentOf, mergeLayers, type CatalogueChange, type CatalogueEntries, type CatalogueFragment, type CatalogueProduct, type EndoflifeCycles, type LayerKind, type MergedCatalogue } from '#catalogue';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { MatchTitles } from '../matching/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { CatalogueLayerRepository, type StoredLayer } from './catalogue-layer.repository.js';
import { CatalogueRepository } from './catalogue.repository.js';

/** What a change starts from. */
export interface CatalogueStanding {
  readonly layers: readonly StoredLayer[];
  readonly cycles: EndoflifeCycles;
  readonly merged: MergedCatalogue;
}

/** What a change makes of it; what is left out stays. */
export interface CatalogueStep {
  /** Layers that are new or not as they were. */
  readonly layers?: readonly StoredLayer[];
  readonly cycles?: EndoflifeCycles;
  /** Files that the entries come from, for the places of problems. */
  readonly fragments?: readonly CatalogueFragment[];
}

/** Who changes what, and how it is to be written down. */
export interface ChangeRequest {
  readonly actorId: number;
  readonly operation: string;
  readonly entityId: string;
  readonly requestId?: string | undefined;
  /** The product that somebody changes, and its revision as they read it; null: that there is none. */
  readonly reading?: { readonly product: string; readonly revision: number | null };
  /** Only say what would change. */
  readonly isDryRun?: boolean;
  /** The shared base comes in even where something of the administration's own does not fit it any more; that part is passed over, not lost. */
  readonly isLenient?: boolean;
}

/**
 * The one way in which the catalogue changes: layers are put over each other, the outcome is checked as a whole, and what differs from before is written
 * – all of it or nothing. Where names changed, the titles of all inventories are recognised anew.
 */
@Injectable()
export class ChangeCatalogue {
  constructor(
    private readonly transactions: Transactions,
    private readonly layers: CatalogueLayerRepository,
    private readonly catalogue: CatalogueRepository,
    private readonly matchTitles: MatchTitles,
    private readonly audit: AuditTrail,
  ) {}

  /** @param step decides on the change, given what stands; runs inside the transaction */
  async execute(request: ChangeRequest, step: (standing: CatalogueStanding) => Result<CatalogueStep, Problem[]>): Promise<Result<CatalogueChange[], Problem[]>> {
    const outcome = await this.transactions.run<CatalogueChange[], Problem[] | DryRun>(async () => {
      await this.layers.takeTurn();
      const standing = await this.standing();
      const stale = await this.staleReading(request);
      if (stale !== null) return err([stale]);
      const decided = step(standing);
      if (!decided.ok) return decided;
      const { layers = [], cycles = standing.cycles, fragments = [] } = decided.value;
      const isReplaced = ({ kind, name }: StoredLayer) => layers.some((layer) => layer.kind === kind && layer.name === name);
      const after = mergeLayers([...standing.layers.map((layer) => (isReplaced(layer) ? layers.find((one) => one.kind === layer.kind && one.name === layer.name)! : layer)), ...layers.filter((layer) => !standing.layers.some((one) => one.kind === layer.kind && one.name === layer.name))], cycles);
      const changes = diffCatalogues(standing.merged, after);
      const problems = request.isLenient ? [] : newProblems(standing.merged, after, fragments);
      if (problems.length > 0) return err(problems);
      if (request.isDryRun) return err<DryRun>({ code: 'DRY_RUN', changes });
      for (const layer of layers) await this.layers.keep(layer, request.actorId);
      if (cycles !== standing.cycles) await this.layers.keepCycles(cycles);
      if (changes.length > 0) await this.write(after, changes, request);
      return ok(changes);
    });
    if (outcome.ok) return outcome;
    return Array.isArray(outcome.problem) ? err(outcome.problem) : ok((outcome.problem as DryRun).changes);
  }

  private async staleReading({ reading, entityId }: ChangeRequest): Promise<Problem | null> {
    if (reading === undefined) return null;
    const current = await this.catalogue.revisionOf(reading.product);
    if (current === reading.revision) return null;
    if (current === null) return { code: 'CATALOGUE.NOT_FOUND', what: 'product', id: reading.product };
    return this.audit.changedMeanwhile({ entity: 'Catalogue', entityId, name: reading.product, given: reading.revision, current });
  }

  /** All layers and what they come to, as of the running transaction. */
  private async standing(): Promise<CatalogueStanding> {
    const layers = await this.layers.layers();
    const cycles = await this.layers.cycles();
    return { layers, cycles, merged: mergeLayers(layers, cycles) };
  }

  private async write(after: MergedCatalogue, changes: readonly CatalogueChange[], request: ChangeRequest): Promise<void> {
    const touched = (entity: CatalogueChange['entity']) => new Set(changes.filter((one) => one.entity === entity && one.change !== 'REMOVED').map(({ id }) => id));
    const [vendors, categories, products] = [touched('VENDOR'), touched('CATEGORY'), touched('PRODUCT')];
    // an alternative may be waiting for a product that comes only now
    const isTouched = (product: CatalogueProduct) => products.has(product.id) || vendors.has(product.vendor) || categories.has(product.category) || product.alternatives.some((one) => products.has(one.product));
    const said = new Map<string, LayerKind>();
    for (const kind of ['PACK', 'OWN'] as const) for (const layer of after.layers) if (layer.kind === kind) for (const { product, field } of layer.statements) said.set(`${product} ${field}`, kind);
    const keysOf = (change: CatalogueChange['change']) => changes.filter((one) => one.entity === 'PRODUCT' && one.change === change).map(({ id }) => id);
    // one that a decision about a title made may be there before the catalogue describes it
    await this.catalogue.countRevisions(keysOf('ADDED'));
    const originOf = (id: string): LayerKind => after.originOf.get(id)?.kind ?? 'OWN';
    await this.catalogue.write({
      vendors: after.vendors.filter(({ id }) => vendors.has(id)),
      categories: after.categories.filter(({ id }) => categories.has(id)),
      products: after.products.filter(isTouched),
      originOf,
      alternativeOriginOf: (product, alternative) => said.get(`${product} alternatives.${alternative}`) ?? originOf(product),
    });
    await this.catalogue.countRevisions(keysOf('CHANGED'));
    await this.catalogue.retireAllBut(after.products.map(({ id }) => id));
    await this.layers.keepState(createHash('sha256').update(randomUUID()).digest('hex'));
    if (changes.some(isAboutNames) && (await this.catalogue.hasTitles())) await this.matchTitles.execute('ALL');
    const count = (change: CatalogueChange['change']) => changes.filter((one) => one.change === change).length;
    await this.audit.record({
      actorId: request.actorId,
      operation: request.operation,
      entity: 'Catalogue',
      entityId: request.entityId,
      before: request.reading && { revision: request.reading.revision ?? 0 },
      after: { added: count('ADDED'), changed: count('CHANGED'), removed: count('REMOVED'), changes: changes.slice(0, MOST_AUDITED) },
      requestId: request.requestId,
    });
  }
}

/** What a dry run carries out of the transaction that is rolled back behind it. */
interface DryRun {
  readonly code: 'DRY_RUN';
  readonly changes: CatalogueChange[];
}

/** The trail names so many changes one by one; of a larger load it keeps the counts. */
const MOST_AUDITED = 50;
const NAMING = new Set(['name', 'aliases', 'identifiers', 'vendor', 'mergedInto']);

/** Whether titles may be recognised otherwise than before. */
function isAboutNames({ change, entity, fields }: CatalogueChange): boolean {
  return entity !== 'CATEGORY' && (change !== 'CHANGED' || fields.some(({ field }) => NAMING.has(field)));
}

/** What is wrong with the outcome and was not wrong before. */
function newProblems(before: MergedCatalogue, after: MergedCatalogue, fragments: readonly CatalogueFragment[]): Problem[] {
  const from = new Set(fragments.flatMap((fragment) => [...fragment.vendors, ...fragment.categories, ...fragment.products]).map(({ id }) => id));
  const rest = <T extends { readonly id: string }>(entries: readonly T[]): T[] => entries.filter(({ id }) => !from.has(id));
  const standing = fragmentOf(STANDING, { vendors: rest(after.vendors), categories: rest(after.categories), products: rest(after.products) });
  const checked = assembleCatalogue([standing, ...fragments]);
  if (checked.ok) return danglingStatements(after);
  const earlier = assembleCatalogue([fragmentOf(STANDING, before as CatalogueEntries)]);
  const known = new Set((earlier.ok ? [] : earlier.problem).map(identityOf));
  return [...checked.problem.filter((problem) => !known.has(identityOf(problem))).map(withoutStandingPlace), ...danglingStatements(after)];
}

const STANDING = 'catalogue';

/** What stands in the database has no line that a person could look at. */
function withoutStandingPlace(problem: Problem): Problem {
  if (problem.file !== STANDING) return problem;
  const { file: _file, line: _line, column: _column, path, ...facts } = problem;
  return { ...facts, path: path?.replace(/^\w+\[\d+\]/, String(problem['id'] ?? '')) };
}

function danglingStatements(after: MergedCatalogue): Problem[] {
  return after.layers.filter(({ kind }) => kind === 'PACK').flatMap(({ statements }) => statements.filter(({ product }) => !after.unstated.has(product)).map(({ product }) => ({ code: 'CATALOGUE.STATEMENT_ON_NOTHING', id: product })));
}

/** Two problems are the same where they say the same of the same entry, wherever it stands. */
function identityOf({ code, id, otherId, alternative, name, target }: Problem): string {
  return JSON.stringify([code, id, otherId, alternative, name, target]);
}
