// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { ReadUploadedBill } from '../importing/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { holdsNul } from './holds-nul.js';
import type { Actor, Kept } from './keep-own-software.use-case.js';
import { OwnSoftwareRepository } from './own-software.repository.js';

/** Replaces the parts of own software by those of a bill of materials that was handed in. */
@Injectable()
export class SetOwnSoftwareParts {
  constructor(
    private readonly transactions: Transactions,
    private readonly bills: ReadUploadedBill,
    private readonly register: OwnSoftwareRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(key: string, revision: number, uploadId: string, { actorId, requestId }: Actor): Promise<Result<Kept, Problem>> {
    const bill = await this.bills.execute(uploadId);
    if (!bill.ok) return bill;
    const { components, fileName } = bill.value;
    const bad = components.find(({ name, version, purl, license }) => holdsNul([name, version, purl, license]));
    if (bad) return err({ code: 'LICENSING.NOT_TEXT', file: fileName, path: bad.path });
    return this.transactions.run<Kept, Problem>(async () => {
      const software = holdsNul(key) ? null : await this.register.find(key);
      if (!software) return err({ code: 'LICENSING.NOT_FOUND', what: 'OwnSoftware', id: key, known: '–' });
      if (software.revision !== revision) return err(await this.audit.changedMeanwhile({ entity: 'OwnSoftware', entityId: software.id, name: key, given: revision, current: software.revision }));
      await this.register.replaceParts(software.id, fileName, components);
      await this.audit.record({ actorId, operation: 'setOwnSoftwareParts', entity: 'OwnSoftware', entityId: software.id, before: { revision }, after: { fileName, parts: components.length }, requestId });
      return ok({ softwareId: software.id, changed: true });
    });
  }
}
