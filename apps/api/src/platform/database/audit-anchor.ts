// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../logging/log.token.js';

/** What is kept outside of the database, so that a trail whose end was cut off, or that was written anew as a whole, shows. */
export const ANCHOR_FILE = 'audit-anchors';
/** How often a running process keeps the head of the trail. */
const ANCHOR_EVERY_MS = 60 * 60 * 1_000;

type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** `SEQ:HASH` of the last entry of the audit trail, as it is stored; null for an empty one. */
export async function headOfTrail(query: Query): Promise<string | null> {
  const [last] = await query("SELECT seq || ':' || encode(hash, 'hex') AS head FROM audit_chain ORDER BY seq DESC LIMIT 1");
  return last === undefined ? null : String(last['head']);
}

/** Adds the head to the anchors of the data folder; true where it was not the last of them. */
export async function keepAnchor(dataFolder: string, head: string): Promise<boolean> {
  const file = join(dataFolder, ANCHOR_FILE);
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.trimEnd().split('\n').at(-1) === head) return false;
  await appendFile(file, `${head}\n`, { mode: 0o600 });
  return true;
}

/**
 * Keeps the head of the trail at once, every hour and at the end, in the data folder and in the log, which is usually gathered where the administrator of the database cannot write.
 *
 * @returns ends it
 */
export function anchorRegularly(query: Query, dataFolder: string, log: Log): () => Promise<void> {
  const keep = async () => {
    try {
      const anchor = await headOfTrail(query);
      if (anchor !== null && (await keepAnchor(dataFolder, anchor))) log.info({ anchor }, 'anchor of the audit trail');
    } catch (failure) {
      log.warn({ err: failure }, 'the audit trail could not be anchored');
    }
  };
  let last = keep();
  const clock = setInterval(() => (last = keep()), ANCHOR_EVERY_MS).unref();
  return async () => {
    clearInterval(clock);
    await last;
    await keep();
  };
}
