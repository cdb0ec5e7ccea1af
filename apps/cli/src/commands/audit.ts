// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import pc from 'picocolors';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { wrongUsage } from '../failure.js';
import { word } from '../i18n/words.js';
import { operate } from '../server/operate.js';

interface Verified {
  readonly entries: number;
  readonly head: string | null;
  readonly intact: boolean;
  readonly findings: readonly { readonly kind: string; readonly seq: string | null; readonly entryId: string | null }[];
}

/** `audit verify [--anchor SEQ:HASH]`, `audit export --to FILE`. */
export async function run([what = '']: readonly string[], { anchor, to }: { readonly anchor?: string; readonly to?: string }, context: CommandContext): Promise<ExitStatus> {
  if (what === 'verify') return verify(anchor, context);
  if (what !== 'export') throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'audit', value: what, allowed: ['verify', 'export'] });
  if (to === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--to', verb: 'audit ' });
  const made = await operate<{ readonly file: string; readonly entries: number }>(['audit-export', resolve(to)], context);
  if (context.json) await context.output.json(made);
  else await context.output.line(`${made.entries} ${word('auditEntries', context.language)}: ${made.file}`);
  return ExitStatus.DONE;
}

async function verify(anchor: string | undefined, context: CommandContext): Promise<ExitStatus> {
  const verified = await operate<Verified>(['audit-verify', ...(anchor === undefined ? [] : [anchor])], context);
  if (context.json) await context.output.json(verified);
  else {
    for (const { kind, seq, entryId } of verified.findings) await context.output.line(`${pc.red('✗')} ${kind} ${seq ?? '–'} (${entryId ?? '–'})`);
    await context.output.line(`${verified.entries} ${word('auditEntries', context.language)}: ${word(verified.intact ? 'auditIntact' : 'auditBroken', context.language)}`);
    if (verified.head !== null) await context.output.line(verified.head);
  }
  return verified.intact ? ExitStatus.DONE : ExitStatus.CHECK_NEGATIVE;
}
