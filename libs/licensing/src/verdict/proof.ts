// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Reservation } from '../data/license-row.js';

/** Whether software may be used, studied, changed and shared by everybody for every purpose; UNKNOWN is an answer of its own. */
export type Verdict = 'ALLOWED' | 'DENIED' | 'UNKNOWN';

/** On what a step of the proof rests. */
export type ProofReason =
  | 'OSI_APPROVED'
  | 'FSF_LIBRE'
  | 'CLASS_IS_FREE'
  | 'CLASS_IS_NOT_FREE'
  | 'FSF_NOT_FREE'
  | 'RESERVED'
  | 'CLASS_UNKNOWN'
  | 'REFERENCE_UNKNOWN'
  | 'LATER_VERSION_IS_FREE'
  | 'EXCEPTION_ADDS_PERMISSION'
  | 'ADDITION_UNKNOWN'
  | 'ALL_MUST_BE_ALLOWED'
  | 'ONE_MUST_BE_ALLOWED'
  | 'NO_LICENSE'
  | 'NO_ASSERTION'
  | 'CANDIDATES_AGREE'
  | 'CANDIDATES_DISAGREE'
  | 'TEXT_NOT_RECOGNISED';

/** One step of a proof; `parts` are the steps it rests on, in the order of the expression. */
export interface ProofNode {
  readonly verdict: Verdict;
  readonly reason: ProofReason;
  /** The license, reference or text that this step speaks of; absent on AND, OR. */
  readonly subject?: string;
  readonly reservation?: Reservation;
  readonly parts?: readonly ProofNode[];
}

export interface OpenSourceVerdict {
  readonly verdict: Verdict;
  readonly proof: ProofNode;
}
