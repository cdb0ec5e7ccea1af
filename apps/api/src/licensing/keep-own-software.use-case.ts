// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { answerLicense, mergePubliccode, type PubliccodeDocument } from '#licensing';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { holdsNul } from './holds-nul.js';
import { OwnSoftwareRepository, type RegisteredRow, type StoredSoftware } from './own-software.repository.js';

/** What a change to the register came to. */
export interface Kept {
  readonly softwareId: number;
  readonly changed: boolean;
}

export interface Actor {
  readonly actorId: number;
  readonly requestId: string;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Adds own software to the register, changes it, or takes it out. */
@Injectable()
export class KeepOwnSoftware {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: OwnSoftwareRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Puts fields over what the register has under a key.
   *
   * @param over fields of a `publiccode.yml`: undefined leaves what is there, null takes it away
   * @param revision the one that was read, null for new software; a change that changes nothing is none, whatever was read
   */
  put(key: string, over: PubliccodeDocument, revision: number | null, { actorId, requestId }: Actor): Promise<Result<Kept, Problem>> {
    return this.transactions.run<Kept, Problem>(async () => {
      if (!KEY.test(key)) return err({ code: 'LICENSING.SOFTWARE_KEY', path: 'key', value: key });
      if (holdsNul(over)) return err({ code: 'LICENSING.NOT_TEXT', path: 'input' });
      const before = await this.register.find(key);
      const row = rowOf(key, mergePubliccode(before?.publiccode ?? {}, over));
      if (!row.ok) return row;
      if (before && isSame(before, row.value)) return ok({ softwareId: before.id, changed: false });
      if ((before?.revision ?? null) !== revision) return err(await this.stale(key, revision, before));
      const softwareId = await this.register.put(row.value, before === null);
      if (softwareId === null) return err(await this.stale(key, revision, await this.register.find(key)));
      await this.audit.record({ actorId, operation: 'upsertOwnSoftware', entity: 'OwnSoftware', entityId: softwareId, before: before ?? undefined, after: row.value, requestId });
      return ok({ softwareId, changed: true });
    });
  }

  remove(key: string, revision: number, { actorId, requestId }: Actor): Promise<Result<{ readonly key: string }, Problem>> {
    return this.transactions.run<{ key: string }, Problem>(async () => {
      const before = holdsNul(key) ? null : await this.register.find(key);
      if (!before) return err({ code: 'LICENSING.NOT_FOUND', what: 'OwnSoftware', id: key, known: '–' });
      if (before.revision !== revision) return err(await this.stale(key, revision, before));
      await this.register.remove(before.id);
      await this.audit.record({ actorId, operation: 'removeOwnSoftware', entity: 'OwnSoftware', entityId: before.id, before, requestId });
      return ok({ key });
    });
  }

  private stale(key: string, given: number | null, now: StoredSoftware | null): Promise<Problem> {
    return this.audit.changedMeanwhile({ entity: 'OwnSoftware', entityId: now?.id ?? '', name: key, given, current: now?.revision ?? null });
  }
}

/** What lists need of the document, beside it; the license in its SPDX spelling. */
function rowOf(key: string, document: PubliccodeDocument): Result<RegisteredRow, Problem> {
  const { legal, name, url } = document as { legal?: { license?: unknown }; name?: unknown; url?: unknown };
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200) return err({ code: 'LICENSING.SOFTWARE_NAME', path: 'name' });
  const text = typeof legal?.license === 'string' ? legal.license.trim() : '';
  const answer = text === '' ? null : answerLicense(text);
  if (answer && answer.expression === null) return err({ code: 'LICENSING.SOFTWARE_LICENSE', path: 'license', value: text, meant: answer.candidates.length === 0 ? '–' : answer.candidates.slice(0, 5) });
  const repositoryUrl = typeof url === 'string' && url.trim() !== '' ? url.trim() : null;
  if (repositoryUrl !== null && !isWebAddress(repositoryUrl)) return err({ code: 'LICENSING.SOFTWARE_URL', path: 'repositoryUrl', value: repositoryUrl });
  const license = answer?.expression ?? null;
  const publiccode = license === null ? document : mergePubliccode(document, { legal: { license } });
  return ok({ key, name: name.trim(), license, isOpen: answer?.verdict === 'ALLOWED', repositoryUrl, publiccode });
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isSame(before: StoredSoftware, after: RegisteredRow): boolean {
  return JSON.stringify(sorted(before.publiccode)) === JSON.stringify(sorted(after.publiccode));
}

/** The database keeps keys in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
