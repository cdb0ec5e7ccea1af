// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { headOfTrail, keepAnchor } from '../platform/database/audit-anchor.js';
import { migrationsThatRan } from '../platform/database/migrate.js';
import type { DatabaseSettings } from '../platform/database/open-database.js';
import { ProblemError } from '../platform/problem-error.js';
import { FrameWriter, type BackupHeader, type TableHeader } from './backup-file.js';
import { inSnapshot } from './in-snapshot.js';

/** Files that were handed in are not part of a backup, so neither is the list of them; and neither is what opens doors: a token that was taken back since would open them again. */
const LEFT_OUT = ['migration', 'upload', 'session', 'pending_sign_in', 'access_token'];

export interface BackupMade {
  readonly file: string;
  readonly tables: number;
  readonly bytes: number;
  readonly createdAt: string;
  /** `SEQ:HASH` of the last entry of the audit trail in it; null where it holds none. Kept apart from the file, it proves later that the trail was not cut off or written anew. */
  readonly anchor: string | null;
}

/**
 * Writes everything that is stored, as of one moment, into a file; the server may go on working meanwhile.
 *
 * @throws ProblemError where the file is there already or cannot be written, or the schema is not there
 */
export async function backUp(config: DatabaseSettings, file: string, now: Date): Promise<BackupMade> {
  if (await stat(file).catch(() => null)) throw new ProblemError({ code: 'OPERATION.BACKUP_EXISTS', file });
  const draft = `${file}.part`;
  try {
    return await inSnapshot(config, 'fahrplan-backup', async (client) => {
      const header = await headerOf(client, now);
      const tables = await tablesOf(client);
      await pipeline(piecesOf(client, header, tables), createGzip({ level: 6 }), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(draft, file);
      const isChained = tables.some(({ table }) => table === 'audit_chain');
      const anchor = isChained ? await headOfTrail(async (sql) => (await client.query(sql)).rows) : null;
      if (anchor !== null) await keepAnchor(config.dataFolder, anchor);
      return { file, tables: tables.length, bytes: (await stat(file)).size, createdAt: header.createdAt, anchor };
    });
  } catch (failure) {
    const { code, syscall } = failure as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new ProblemError({ code: 'OPERATION.BACKUP_EXISTS', file: draft });
    await rm(draft, { force: true });
    if (syscall === 'open' || syscall === 'write') throw new ProblemError({ code: 'OPERATION.BACKUP_NOT_WRITABLE', file: draft, reason: code ?? '' });
    throw failure;
  }
}

async function* piecesOf(client: pg.Client, header: BackupHeader, tables: readonly TableHeader[]): AsyncGenerator<Buffer> {
  const writer = new FrameWriter();
  yield writer.document(header);
  for (const table of tables) {
    yield writer.document(table);
    const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(', ');
    const rows = client.query(copyTo(`COPY (SELECT ${columns} FROM ${pg.escapeIdentifier(table.table)}) TO STDOUT`));
    for await (const piece of rows as AsyncIterable<Buffer>) yield writer.rows(piece);
  }
  yield writer.end();
}

async function headerOf(client: pg.Client, now: Date): Promise<BackupHeader> {
  const ran = await migrationsThatRan(async (sql) => (await client.query(sql)).rows);
  if (ran === null) throw new ProblemError({ code: 'OPERATION.NOTHING_TO_BACK_UP' });
  const { rows: partitions } = await client.query<{ name: string; of: string; bound: string }>(
    `SELECT c.relname AS name, p.relname AS of, pg_get_expr(c.relpartbound, c.oid) AS bound FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
     WHERE c.relnamespace = 'public'::regnamespace AND c.relispartition AND c.relkind = 'r' ORDER BY c.relname`,
  );
  return { format: 'fahrplan-backup', version: 1, createdAt: now.toISOString(), migrations: ran, partitions };
}

async function tablesOf(client: pg.Client): Promise<readonly TableHeader[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; numbered: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns, coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attidentity <> ''), '{}') AS numbered
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL($1)
       AND (c.relname !~ '^installation_[0-9]+$') GROUP BY c.relname ORDER BY c.relname`,
    [LEFT_OUT],
  );
  const headers: TableHeader[] = [];
  for (const { table, columns, numbered } of rows) {
    const sequences: Record<string, { last: string; isUsed: boolean }> = {};
    for (const column of numbered) {
      const { rows: named } = await client.query<{ name: string }>('SELECT pg_get_serial_sequence($1, $2) AS name', [pg.escapeIdentifier(table), column]);
      const { rows: values } = await client.query<{ last: string; isUsed: boolean }>(`SELECT last_value::text AS last, is_called AS "isUsed" FROM ${named[0]!.name}`);
      sequences[column] = values[0]!;
    }
    headers.push({ table, columns, sequences });
  }
  return headers;
}
