// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { ANCHOR_FILE, keepAnchor } from '../platform/database/audit-anchor.js';
import type { DatabaseSettings } from '../platform/database/open-database.js';
import { ProblemError } from '../platform/problem-error.js';
import { inSnapshot } from './in-snapshot.js';

const ROWS_AT_ONCE = 2_000;
/** Findings that are told one by one. */
const MOST_FINDINGS = 100;

/** One thing that is wrong with the trail. */
export interface AuditFinding {
  readonly kind: 'CHANGED' | 'DELETED' | 'NOT_CHAINED' | 'GAP' | 'NOT_AS_ANCHORED';
  /** Place in the chain, where it has one. */
  readonly seq: string | null;
  readonly entryId: string | null;
}

export interface AuditVerified {
  readonly entries: number;
  /** `SEQ:HASH` of the last entry: whoever keeps it elsewhere can prove later that nothing before it was changed. Null for an empty trail. */
  readonly head: string | null;
  readonly anchors: number;
  readonly intact: boolean;
  readonly findings: readonly AuditFinding[];
}

/** A link of the chain with what it ties; every value as PostgreSQL writes it. */
interface Link {
  readonly seq: string;
  readonly entry_id: string;
  readonly hash: Buffer;
  readonly id: string | null;
  readonly parts: readonly (string | null)[];
}

const LINKS = `SELECT c.seq::text, c.entry_id::text, c.hash, e.id::text AS id,
  ARRAY[e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id::text, e.operation, e.entity, e.entity_id, e.before::text, e.after::text, e.request_id] AS parts
  FROM audit_chain c LEFT JOIN audit_entry e ON e.id = c.entry_id WHERE c.seq > $1::bigint ORDER BY c.seq LIMIT ${ROWS_AT_ONCE}`;

/**
 * Computes the whole chain anew, here and not in the database, and compares it with what is stored and with every anchor: changed, deleted, inserted and reordered entries show, and so does an end
 * that was cut off after an anchor was kept. A trail that is intact leaves a new anchor in the data folder.
 */
export async function verifyAudit(config: DatabaseSettings, given: string | undefined): Promise<AuditVerified> {
  const anchors = new Map([...(await keptAnchors(config.dataFolder)), ...(given === undefined ? [] : [anchorOf(given)])]);
  return withTrail(config, async (client) => {
    const findings: AuditFinding[] = [];
    const met = new Set<string>();
    let last = 0n;
    let lastHash: Buffer = Buffer.alloc(32);
    let entries = 0;
    for await (const link of linksOf(client)) {
      const seq = BigInt(link.seq);
      if (seq !== last + 1n) findings.push({ kind: 'GAP', seq: String(last + 1n), entryId: null });
      if (link.id === null) findings.push({ kind: 'DELETED', seq: link.seq, entryId: link.entry_id });
      else if (!hashOf(lastHash, link.seq, link.parts).equals(link.hash)) findings.push({ kind: 'CHANGED', seq: link.seq, entryId: link.entry_id });
      const anchored = anchors.get(link.seq);
      if (anchored !== undefined) met.add(link.seq);
      if (anchored !== undefined && anchored !== link.hash.toString('hex')) findings.push({ kind: 'NOT_AS_ANCHORED', seq: link.seq, entryId: link.entry_id });
      last = seq;
      lastHash = link.hash;
      entries++;
    }
    for (const seq of anchors.keys()) if (!met.has(seq)) findings.push({ kind: 'NOT_AS_ANCHORED', seq, entryId: null });
    const { rows } = await client.query<{ id: string }>('SELECT id::text FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.entry_id = e.id) ORDER BY id');
    findings.push(...rows.map(({ id }) => ({ kind: 'NOT_CHAINED' as const, seq: null, entryId: id })));
    const head = entries === 0 ? null : `${last}:${lastHash.toString('hex')}`;
    const intact = findings.length === 0;
    if (intact && head !== null && !anchors.has(String(last))) await keepAnchor(config.dataFolder, head);
    return { entries, head, anchors: anchors.size, intact, findings: findings.slice(0, MOST_FINDINGS) };
  });
}

/** Writes the trail as one JSON document a line, with the text that each hash covers: `sha256(previous hash ‖ content)` can be computed anew with any tool. */
export async function exportAudit(config: DatabaseSettings, file: string): Promise<{ readonly file: string; readonly entries: number }> {
  return withTrail(config, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>('SELECT id::text, name FROM actor');
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    let entries = 0;
    const lines = async function* (): AsyncGenerator<string> {
      for await (const { seq, hash, parts } of linksOf(client)) {
        const [id, at, actorId, operation, entity, entityId, before, after, requestId] = parts;
        entries++;
        yield `${JSON.stringify({ seq, id, at, actor: names.get(actorId ?? '') ?? actorId, operation, entity, entityId, before: parsed(before), after: parsed(after), requestId, hash: hash.toString('hex'), content: contentOf(seq, parts) })}\n`;
      }
    };
    try {
      await pipeline(lines, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (failure) {
      const { code, syscall } = failure as NodeJS.ErrnoException;
      if (syscall === 'open' || syscall === 'write') throw new ProblemError({ code: 'OPERATION.BACKUP_NOT_WRITABLE', file, reason: code ?? '' });
      throw failure;
    }
    return { file, entries };
  });
}

function withTrail<T>(config: DatabaseSettings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return inSnapshot(config, 'fahrplan-audit', async (client) => {
    const { rows } = await client.query<{ exists: boolean }>("SELECT to_regclass('audit_chain') IS NOT NULL AS exists");
    if (!rows[0]!.exists) throw new ProblemError({ code: 'OPERATION.NO_AUDIT_CHAIN' });
    return work(client);
  });
}

async function* linksOf(client: pg.Client): AsyncGenerator<Link> {
  for (let after = '0'; ; ) {
    const { rows } = await client.query<Link>(LINKS, [after]);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)!.seq;
  }
}

/** What a hash covers beside the one before it: each value with its length in bytes, so that no two entries read the same. */
function contentOf(seq: string, parts: readonly (string | null)[]): string {
  return `${seq},${parts.map((part) => (part === null ? '-' : `${Buffer.byteLength(part)}:${part}`)).join(',')}`;
}

function hashOf(previous: Buffer, seq: string, parts: readonly (string | null)[]): Buffer {
  return createHash('sha256').update(previous).update(contentOf(seq, parts)).digest();
}

function parsed(text: string | null | undefined): unknown {
  return text == null ? null : JSON.parse(text);
}

async function keptAnchors(dataFolder: string): Promise<readonly (readonly [string, string])[]> {
  const text = await readFile(join(dataFolder, ANCHOR_FILE), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '').map(anchorOf);
}

function anchorOf(text: string): readonly [string, string] {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (seq === undefined || hash === undefined) throw new ProblemError({ code: 'OPERATION.ANCHOR_INVALID', anchor: text.slice(0, 100) });
  return [seq, hash];
}
