// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { importingMessages, type RecordKind } from '#importing';
import { describeProblem, type Problem } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import type { ImportRequest, ImportScope, ImportSummary } from './import-summary.js';

/** Where inventories of a source come from, and how they were read. */
export interface KnownSource {
  readonly id: number;
  readonly isPseudonymised: boolean;
  readonly pseudonymCheck: string | null;
}

/** An import of the same content, and what it stored. */
export interface SameImport {
  readonly id: number;
  readonly format: string;
  readonly recordKind: RecordKind;
  readonly scope: ImportScope;
  readonly mapping: Readonly<Record<string, string>>;
  readonly records: number;
  readonly rows: number;
}

/** Imports that count: they stored something, and that was not undone. */
export const EFFECTIVE = 'duplicate_of_id IS NULL AND undone_at IS NULL';

/** Writes the record of imports. */
@Injectable()
export class ImportRepository {
  constructor(private readonly transactions: Transactions) {}

  async source(name: string): Promise<KnownSource> {
    await this.transactions.query('INSERT INTO source (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', [name]);
    const [row] = await this.transactions.query<KnownSource>('SELECT id, pseudonymised AS "isPseudonymised", pseudonym_check AS "pseudonymCheck" FROM source WHERE name = $1', [name]);
    return row!;
  }

  async keepPseudonymised(sourceId: number, isPseudonymised: boolean, check: string | null): Promise<void> {
    await this.transactions.query('UPDATE source SET pseudonymised = $2, pseudonym_check = coalesce($3, pseudonym_check) WHERE id = $1 AND (pseudonymised, pseudonym_check) IS DISTINCT FROM ($2, coalesce($3, pseudonym_check))', [
      sourceId,
      isPseudonymised,
      check,
    ]);
  }

  /** The columns as the newest import of the source understood them: what is remembered for the next file. */
  async rememberedMapping(sourceId: number): Promise<Readonly<Record<string, string>>> {
    const [row] = await this.transactions.query<{ mapping: Record<string, string> }>(`SELECT mapping FROM import WHERE source_id = $1 AND ${EFFECTIVE} AND mapping <> '{}' ORDER BY id DESC LIMIT 1`, [sourceId]);
    return row?.mapping ?? {};
  }

  /** The newest import of the source before this one, if it was of this very content read in the same way. */
  async sameAsLast(importId: number, sourceId: number, request: ImportRequest, isPseudonymised: boolean): Promise<SameImport | null> {
    const [row] = await this.transactions.query<SameImport & { records: string; rows: string; same: boolean }>(
      `SELECT id, format, record_kind AS "recordKind", scope, mapping, records, added + changed + unchanged AS rows, sha256 = decode($2, 'hex') AND asked - 'mapping' = $3 AND mapping @> $5 AND pseudonymised = $6 AS same
       FROM import WHERE source_id = $1 AND id < $4 AND ${EFFECTIVE} ORDER BY id DESC LIMIT 1`,
      [sourceId, request.upload.sha256, JSON.stringify(askedOf(request)), importId, JSON.stringify(request.mapping), isPseudonymised],
    );
    return row?.same ? { id: row.id, format: row.format, recordKind: row.recordKind, scope: row.scope, mapping: row.mapping, records: Number(row.records), rows: Number(row.rows) } : null;
  }

  /** Opens the record of an import; its figures follow at the end of the same transaction. */
  async open(sourceId: number, request: ImportRequest, isPseudonymised: boolean, actorId: number, jobId: string | null): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      `INSERT INTO import (source_id, actor_id, job_id, file_name, sha256, asked, pseudonymised, format, records, accepted, rejected, added, removed, unchanged, titles_new, titles_matched, titles_queued)
       VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, '', 0, 0, 0, 0, 0, 0, 0, 0, 0) RETURNING id`,
      [sourceId, actorId, jobId, request.upload.fileName, request.upload.sha256, JSON.stringify({ ...askedOf(request), mapping: request.mapping }), isPseudonymised],
    );
    return row!.id;
  }

  async close(id: number, summary: ImportSummary, titles: { readonly matched: number; readonly queued: number }): Promise<void> {
    const figures = summary.administration ?? summary.installations;
    await this.transactions.query(
      `UPDATE import SET format = $2, mapping = $3, records = $4, accepted = $5, rejected = $6, added = $7, removed = $8, unchanged = $9,
         titles_new = $10, titles_matched = $11, titles_queued = $12, duplicate_of_id = $13, changed = $14, scope = $15, record_kind = $16 WHERE id = $1`,
      [
        id,
        summary.format,
        JSON.stringify(summary.mapping),
        summary.records,
        summary.accepted,
        summary.rejected,
        figures.added,
        figures.removed,
        figures.unchanged,
        summary.newTitleIds.length,
        titles.matched,
        titles.queued,
        summary.duplicateOf,
        figures.changed,
        summary.scope,
        summary.recordKind,
      ],
    );
    await this.writeProblems(id, summary.problems);
  }

  private async writeProblems(id: number, problems: readonly Problem[]): Promise<void> {
    if (problems.length === 0) return;
    const rows = problems.map((problem) => ({ problem, message: describeProblem(problem, importingMessages, 'en'), message_de: describeProblem(problem, importingMessages, 'de') }));
    await this.transactions.query(
      `INSERT INTO import_problem (import_id, position, problem, message, message_de)
       SELECT $1, n, r.e -> 'problem', r.e ->> 'message', r.e ->> 'message_de' FROM jsonb_array_elements($2) WITH ORDINALITY AS r(e, n)`,
      [id, JSON.stringify(rows)],
    );
  }
}

/** What decides how a file is read, apart from its columns. */
function askedOf({ format, partial, host, keepUserNames }: ImportRequest): Readonly<Record<string, unknown>> {
  return { format, partial, host, keepUserNames };
}
