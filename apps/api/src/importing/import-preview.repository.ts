// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import type { Conflict } from './host.repository.js';
import type { ImportSummary } from './import-summary.js';

/** An installation or register entry (then without host) that would come, go or change. */
export interface PreviewRow {
  readonly host: string | null;
  readonly title: string;
  readonly version: string | null;
}

/** What an import would change, by name; each list is cut, the figures beside it are not. */
export interface ImportPreview {
  readonly added: readonly PreviewRow[];
  readonly removed: readonly PreviewRow[];
  readonly changed: readonly PreviewRow[];
  readonly newTitles: readonly { readonly title: string; readonly vendor: string | null; readonly decision: string; readonly product: string | null }[];
  readonly conflicts: readonly Conflict[];
}

/** Rows shown of each kind. */
export const PREVIEW_ROWS = 100;

const NAMED = 'h.name AS host, t.raw AS title, nullif(v.label, \'\') AS version';
const NAMES_OF = (row: string) => `JOIN host h ON h.id = ${row}.host_id JOIN title t ON t.id = ${row}.title_id JOIN version v ON v.id = ${row}.version_id`;

/** Reads what an import has changed in the running transaction, before that is rolled back. */
@Injectable()
export class ImportPreviewRepository {
  constructor(private readonly transactions: Transactions) {}

  async previewOf(importId: number, sourceId: number, summary: ImportSummary): Promise<ImportPreview> {
    const live = `EXISTS (SELECT FROM installation i WHERE (i.source_id, i.host_id, i.title_id, i.version_id) = (g.source_id, g.host_id, g.title_id, g.version_id))`;
    const register = (condition: string) => `SELECT NULL AS host, t.raw AS title, nullif(v.label, '') AS version FROM import_change c
      JOIN title t ON t.id = (coalesce(c.after, c.before) ->> 'title_id')::int JOIN version v ON v.id = (coalesce(c.after, c.before) ->> 'version_id')::int
      WHERE c.import_id = $2 AND c.entity = 'REGISTER_ENTRY' AND ${condition}`;
    return {
      added: await this.rows(`SELECT ${NAMED} FROM installation i ${NAMES_OF('i')} WHERE i.source_id = $1 AND i.first_import_id = $2 UNION ALL ${register('c.before IS NULL')}`, sourceId, importId),
      removed: await this.rows(`SELECT ${NAMED} FROM installation_history g ${NAMES_OF('g')} WHERE g.source_id = $1 AND g.removed_import_id = $2 AND NOT ${live} UNION ALL ${register('c.after IS NULL')}`, sourceId, importId),
      changed: await this.rows(`SELECT ${NAMED} FROM installation_history g ${NAMES_OF('g')} WHERE g.source_id = $1 AND g.removed_import_id = $2 AND ${live} UNION ALL ${register('c.before IS NOT NULL AND c.after IS NOT NULL')}`, sourceId, importId),
      newTitles: await this.transactions.query(
        `SELECT t.raw AS title, nullif(t.vendor, '') AS vendor, m.decision, p.name AS product FROM title t JOIN title_match m ON m.title_id = t.id LEFT JOIN product p ON p.id = m.product_id
         WHERE t.id = ANY($1) ORDER BY t.raw, t.id LIMIT ${PREVIEW_ROWS}`,
        [summary.newTitleIds],
      ),
      conflicts: summary.conflicts.slice(0, PREVIEW_ROWS),
    };
  }

  private async rows(sql: string, sourceId: number, importId: number): Promise<PreviewRow[]> {
    return this.transactions.query(`SELECT * FROM (${sql}) r ORDER BY host, title, version LIMIT ${PREVIEW_ROWS}`, [sourceId, importId]);
  }
}
