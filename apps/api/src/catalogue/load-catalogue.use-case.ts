// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CatalogueChange } from '#catalogue';
import { err, ok, type Problem, type Result } from '#kernel';
import { SYSTEM_ACTOR_ID } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { CatalogueLayerRepository } from './catalogue-layer.repository.js';
import { ChangeCatalogue } from './change-catalogue.use-case.js';
import { parseCatalogue, readCatalogueFolder } from './read-catalogue-folder.js';

/**
 * Brings the shared base of a folder into the database. The same folder again changes nothing, a faulty one nothing either; what the administration says
 * itself survives whatever the base says anew.
 */
@Injectable()
export class LoadCatalogue {
  constructor(
    private readonly transactions: Transactions,
    private readonly layers: CatalogueLayerRepository,
    private readonly change: ChangeCatalogue,
  ) {}

  async execute(folder: string, request: { readonly actorId?: number; readonly requestId?: string | undefined; readonly isDryRun?: boolean } = {}): Promise<Result<{ readonly changed: boolean; readonly changes: CatalogueChange[] }, Problem[]>> {
    const read = await readCatalogueFolder(folder);
    const loaded = await this.transactions.run<unknown, never>(async () => ok((await this.layers.provenanceOf('BASE', 'base'))?.['sha256']));
    if (loaded.ok && loaded.value === read.sha256) return ok({ changed: false, changes: [] });
    const parsed = parseCatalogue(read);
    if (!parsed.ok) return err(parsed.problem);
    const { vendors, categories, products } = parsed.value;
    const base = { kind: 'BASE', name: 'base', provenance: { sha256: read.sha256 }, vendors, categories, products, statements: [] } as const;
    const done = await this.change.execute({ actorId: SYSTEM_ACTOR_ID, operation: 'loadCatalogue', entityId: 'base', isLenient: true, ...request }, () => ok({ layers: [base] }));
    return done.ok ? ok({ changed: done.value.length > 0, changes: done.value }) : done;
  }
}
