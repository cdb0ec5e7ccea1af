// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseClass } from '../data/license-row.js';
import { modernise } from '../expression/modernise.js';
import { parseExpression } from '../expression/parse.js';
import { printExpression } from '../expression/print.js';
import type { LicenseExpression } from '../expression/tree.js';
import { classOf } from '../verdict/class-of.js';
import { flagsOf } from '../verdict/flags-of.js';
import { judgeOpenSource } from '../verdict/judge-open-source.js';
import type { ProofNode, Verdict } from '../verdict/proof.js';
import { normaliseText } from './normalise-text.js';
import { NOTHING, type Reading } from './reading.js';

/** How an answer was found; in falling order of trust. */
export type LicenseMethod = 'spdx' | 'spdx-deprecated' | Reading['method'];

/** What a text from the wild means as a license, and whether that is open source; the keys of the command `license`. */
export interface LicenseAnswer {
  readonly input: string;
  readonly decision: 'EXACT' | 'NORMALISED' | 'AMBIGUOUS' | 'UNKNOWN';
  /** SPDX expression, current ids; null unless the decision is EXACT or NORMALISED. */
  readonly expression: string | null;
  /** Expressions that the text may mean, likeliest first; one where the decision is sure, none where it is unknown. */
  readonly candidates: readonly string[];
  readonly method: LicenseMethod;
  /** How sure the reading is, 0…1. */
  readonly confidence01: number;
  readonly verdict: Verdict;
  readonly class: LicenseClass;
  readonly osiApproved: boolean | null;
  readonly fsfLibre: boolean | null;
  readonly proof: ProofNode;
}

/**
 * Decides what a license text from the wild means: an SPDX expression is EXACT, another spelling of known licenses NORMALISED, one with several
 * readings AMBIGUOUS (its verdict, class and flags are those all readings share), anything else UNKNOWN. Never guesses silently.
 *
 * @param text one license statement: id, expression, title, URL, package-manager spelling; empty is UNKNOWN
 * @example answerLicense('GPL v2 or later').expression → 'GPL-2.0-or-later'
 */
export function answerLicense(text: string): LicenseAnswer {
  const parsed = parseExpression(text);
  if (parsed.ok) {
    const modern = modernise(parsed.value);
    const isCurrent = printExpression(modern) === printExpression(parsed.value);
    return certain(text, modern, isCurrent ? 'spdx' : 'spdx-deprecated', 1);
  }
  const reading = normaliseText(text);
  const trees = reading.candidates.map(treeOf);
  // "NOASSERTION/X11" takes back what it says: neither NONE nor NOASSERTION can be a part of an expression.
  if (trees.includes(null)) return unknown(text, NOTHING);
  const candidates = trees as LicenseExpression[];
  const [only] = candidates;
  if (only === undefined) return unknown(text, reading);
  return candidates.length === 1 ? certain(text, only, reading.method, reading.confidence01) : ambiguous(text, candidates, reading);
}

function certain(input: string, expression: LicenseExpression, method: LicenseMethod, confidence01: number): LicenseAnswer {
  const printed = printExpression(expression);
  const { verdict, proof } = judgeOpenSource(expression);
  const decision = method === 'spdx' ? 'EXACT' : 'NORMALISED';
  return { input, decision, expression: printed, candidates: [printed], method, confidence01, verdict, class: classOf(expression), ...flagsOf(expression), proof };
}

function ambiguous(input: string, candidates: readonly LicenseExpression[], reading: Reading): LicenseAnswer {
  const parts = candidates.map((candidate) => judgeOpenSource(candidate).proof);
  const verdict = shared(parts.map((part) => part.verdict)) ?? 'UNKNOWN';
  const agree = parts.every((part) => part.verdict === verdict);
  const flags = candidates.map(flagsOf);
  return {
    input,
    decision: 'AMBIGUOUS',
    expression: null,
    candidates: candidates.map(printExpression),
    method: reading.method,
    confidence01: reading.confidence01,
    verdict,
    class: shared(candidates.map(classOf)) ?? 'unknown',
    osiApproved: shared(flags.map((flag) => flag.osiApproved)),
    fsfLibre: shared(flags.map((flag) => flag.fsfLibre)),
    proof: { verdict, reason: agree ? 'CANDIDATES_AGREE' : 'CANDIDATES_DISAGREE', subject: input, parts },
  };
}

function unknown(input: string, reading: Reading): LicenseAnswer {
  const { described } = reading;
  return {
    input,
    decision: 'UNKNOWN',
    expression: null,
    candidates: [],
    method: reading.method,
    confidence01: reading.confidence01,
    verdict: described === undefined ? 'UNKNOWN' : 'DENIED',
    class: described?.class ?? 'unknown',
    osiApproved: described === undefined ? null : false,
    fsfLibre: described === undefined ? null : false,
    proof:
      described === undefined
        ? { verdict: 'UNKNOWN', reason: 'TEXT_NOT_RECOGNISED', subject: input }
        : { verdict: 'DENIED', reason: 'RESERVED', subject: input, reservation: described.reservation },
  };
}

function shared<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function treeOf(text: string): LicenseExpression | null {
  const parsed = parseExpression(text);
  return parsed.ok ? modernise(parsed.value) : null;
}
