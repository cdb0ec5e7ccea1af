// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { SystemUser } from './started-process.js';
import type { LoadOutcome } from './write-load.js';

/** What a trial is given. */
export interface HaContext {
  /** An empty folder, removed afterwards; servers may write in it. */
  readonly folder: string;
  readonly user: SystemUser | undefined;
  /** How long the load goes on before the fault and after it. */
  readonly seconds: number;
  /** The commit whose program is upgraded; undefined: the one before the newest migration. */
  readonly from: string | undefined;
  say(line: string): void;
}

/** Lines to show, and what is not as it should be. */
export interface Verdict {
  readonly figures: readonly string[];
  readonly wrong: readonly string[];
}

export type Trial = (context: HaContext) => Promise<Verdict>;

/** What has to hold of every trial under load, and of this one. */
export function judge(outcome: LoadOutcome, more: Readonly<Record<string, boolean | string>>): Verdict {
  const claims: Readonly<Record<string, boolean | string>> = {
    'no acknowledged write is lost': outcome.lost === 0 || `${outcome.lost} are lost`,
    'no reader misses what was stored before': outcome.stale === 0 || `${outcome.stale} did, ${outcome.staleAt.map((seconds) => seconds.toFixed(2)).join(', ')} s after the last write before the fault`,
    'nobody gets an answer that is neither one nor a request to come again': Object.keys(outcome.unexpected).length === 0 || JSON.stringify(outcome.unexpected),
    ...more,
  };
  return {
    figures: [
      `writes: ${outcome.accepted} accepted, ${outcome.refused} refused (${outcome.refusedButStored} of them stored all the same), ${outcome.lost} lost; ${outcome.secondsWithoutWrites.toFixed(1)} s without writes`,
      `reads: ${outcome.reads} answered, ${outcome.readsRefused} refused, ${outcome.stale} older than their question; ${outcome.secondsWithoutReads.toFixed(1)} s without reads; an answer took ${outcome.longestWaitSeconds.toFixed(1)} s at most`,
      ...Object.entries(claims).map(([claim, holds]) => (holds === true ? `✓ ${claim}` : `✗ ${claim}${holds === false ? '' : `: ${holds}`}`)),
    ],
    wrong: Object.entries(claims).filter(([, holds]) => holds !== true).map(([claim]) => claim),
  };
}
