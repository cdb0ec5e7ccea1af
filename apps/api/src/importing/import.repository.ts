// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { importingMessages } from '#importing';
import { describeProblem, type Problem } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import type { ImportRequest, ImportSummary } from './import-summary.js';

/** Writes the record of imports. */
@Injectable()
export class ImportRepository {
  constructor(private readonly transactions: Transactions) {}

  async sourceId(name: string): Promise<number> {
    await this.transactions.query('INSERT INTO source (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', [name]);
    const [row] = await this.transactions.query<{ id: number }>('SELECT id FROM source WHERE name = $1', [name]);
    return row!.id;
  }

  /** The newest import of the source before this one, if it was of this very content read in the same way. */
  async sameAsLast(importId: number, sourceId: number, request: ImportRequest): Promise<{ readonly id: number; readonly format: string; readonly records: number; readonly rows: number } | null> {
    const [row] = await this.transactions.query<{ id: number; format: string; records: string; rows: string; same: boolean }>(
      `SELECT id, format, records, added + unchanged AS rows, sha256 = decode($2, 'hex') AND asked = $3::jsonb AS same FROM import
       WHERE source_id = $1 AND id < $4 AND duplicate_of_id IS NULL ORDER BY id DESC LIMIT 1`,
      [sourceId, request.upload.sha256, JSON.stringify(askedOf(request)), importId],
    );
    return row?.same ? { id: row.id, format: row.format, records: Number(row.records), rows: Number(row.rows) } : null;
  }

  /** Opens the record of an import; its figures follow at the end of the same transaction. */
  async open(sourceId: number, request: ImportRequest, actorId: number, jobId: string | null): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      `INSERT INTO import (source_id, actor_id, job_id, file_name, sha256, asked, format, records, accepted, rejected, added, removed, unchanged, titles_new, titles_matched, titles_queued)
       VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, '', 0, 0, 0, 0, 0, 0, 0, 0, 0) RETURNING id`,
      [sourceId, actorId, jobId, request.upload.fileName, request.upload.sha256, JSON.stringify(askedOf(request))],
    );
    return row!.id;
  }

  async close(id: number, summary: Omit<ImportSummary, 'importId'>, titles: { readonly matched: number; readonly queued: number }): Promise<void> {
    await this.transactions.query(
      `UPDATE import SET format = $2, mapping = $3, records = $4, accepted = $5, rejected = $6, added = $7, removed = $8, unchanged = $9,
         titles_new = $10, titles_matched = $11, titles_queued = $12, duplicate_of_id = $13 WHERE id = $1`,
      [
        id,
        summary.format,
        JSON.stringify(summary.mapping),
        summary.records,
        summary.accepted,
        summary.rejected,
        summary.installations.added,
        summary.installations.removed,
        summary.installations.unchanged,
        summary.newTitleIds.length,
        titles.matched,
        titles.queued,
        summary.duplicateOf,
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

function askedOf({ format, mapping }: ImportRequest): unknown {
  return { format, mapping };
}
