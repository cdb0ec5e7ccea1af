// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail, SYSTEM_ACTOR_ID } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { parseCatalogue, readCatalogueFolder } from './read-catalogue-folder.js';

/** Brings the shared base of a folder into the database; the same folder again changes nothing, a faulty one nothing either. */
@Injectable()
export class LoadCatalogue {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalogue: CatalogueRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(folder: string): Promise<Result<{ readonly changed: boolean }, Problem[]>> {
    const read = await readCatalogueFolder(folder);
    return this.transactions.run<{ changed: boolean }, Problem[]>(async () => {
      await this.transactions.query('LOCK TABLE catalogue_state IN EXCLUSIVE MODE');
      const before = await this.catalogue.loadedDigest();
      if (before === read.sha256) return ok({ changed: false });
      const parsed = parseCatalogue(read);
      if (!parsed.ok) return err(parsed.problem);
      await this.catalogue.write(parsed.value);
      await this.catalogue.keepDigest(read.sha256);
      await this.audit.record({ actorId: SYSTEM_ACTOR_ID, operation: 'loadCatalogue', entity: 'Catalogue', entityId: 'base', before: { sha256: before }, after: { sha256: read.sha256 } });
      return ok({ changed: true });
    });
  }
}
