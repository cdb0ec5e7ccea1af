// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseInfo } from '../data/license-list.js';
import type { LicenseClass, Reservation } from '../data/license-row.js';
import { licenseRefInfo } from '../data/license-ref-list.js';
import { laterVersions } from '../data/versions.js';
import { printExpression } from '../expression/print.js';
import type { LicenseExpression, LicenseRefTerm, LicenseTerm, WithTerm } from '../expression/tree.js';
import type { OpenSourceVerdict, ProofNode, Verdict } from './proof.js';

/**
 * Decides whether an expression is open source in the sense of principle M1 ("frei zu jedem Zweck"), with the proof.
 *
 * `AND` needs all parts, `OR` one of them, `WITH` the license under its exception, `+` the named version or a later one. An id is allowed if the OSI
 * approved it or the FSF calls it free; else denied where a reservation is known or the FSF calls it not free; else by its class. `LicenseRef-` is
 * unknown unless its meaning is in our table; `NONE` is denied (nobody granted anything), `NOASSERTION` unknown.
 *
 * @source Memorandum zur Digitalisierung 2020 bis 2025, Dortmund (M1); flags: see data/SOURCE.md
 */
export function judgeOpenSource(expression: LicenseExpression): OpenSourceVerdict {
  const proof = prove(expression);
  return { verdict: proof.verdict, proof };
}

function prove(expression: LicenseExpression): ProofNode {
  switch (expression.kind) {
    case 'none':
      return { verdict: 'DENIED', reason: 'NO_LICENSE', subject: 'NONE' };
    case 'noassertion':
      return { verdict: 'UNKNOWN', reason: 'NO_ASSERTION', subject: 'NOASSERTION' };
    case 'license':
      return proveTerm(expression);
    case 'license-ref':
      return proveReference(expression);
    case 'with':
      return proveWith(expression);
    case 'and': {
      const parts = expression.operands.map(prove);
      return { verdict: allOf(parts.map((part) => part.verdict)), reason: 'ALL_MUST_BE_ALLOWED', parts };
    }
    case 'or': {
      const parts = expression.operands.map(prove);
      return { verdict: oneOf(parts.map((part) => part.verdict)), reason: 'ONE_MUST_BE_ALLOWED', parts };
    }
  }
}

/** The verdict of parts that all bind at once: one denied part denies, else one unknown part leaves it unknown. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('DENIED') ? 'DENIED' : verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'ALLOWED';
}

/** The verdict of parts of which one may be chosen: one allowed part allows, else one unknown part leaves it unknown. */
export function oneOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('ALLOWED') ? 'ALLOWED' : verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'DENIED';
}

function proveTerm(term: LicenseTerm): ProofNode {
  const named = proveId(term.id);
  if (!term.orLater || named.verdict === 'ALLOWED') return { ...named, subject: printExpression(term) };
  const later = laterVersions(term.id).map(proveId).find((proof) => proof.verdict === 'ALLOWED');
  if (later === undefined) return { ...named, subject: printExpression(term) };
  return { verdict: 'ALLOWED', reason: 'LATER_VERSION_IS_FREE', subject: printExpression(term), parts: [named, later] };
}

function proveId(id: string): ProofNode {
  const info = licenseInfo(id);
  if (info === null) return { verdict: 'UNKNOWN', reason: 'REFERENCE_UNKNOWN', subject: id };
  if (info.osi || id === 'any-OSI' || id === 'any-OSI-perl-modules') return { verdict: 'ALLOWED', reason: 'OSI_APPROVED', subject: id };
  if (info.reservation !== undefined) return proveReserved(id, info.reservation);
  if (info.fsf === true) return { verdict: 'ALLOWED', reason: 'FSF_LIBRE', subject: id };
  if (info.fsf === false) return { verdict: 'DENIED', reason: 'FSF_NOT_FREE', subject: id };
  return proveClass(id, info.class);
}

function proveReference(term: LicenseRefTerm): ProofNode {
  const subject = printExpression(term);
  const info = term.document === null ? licenseRefInfo(term.name) : null;
  if (info === null) return { verdict: 'UNKNOWN', reason: 'REFERENCE_UNKNOWN', subject };
  return info.reservation === undefined ? proveClass(subject, info.class) : proveReserved(subject, info.reservation);
}

function proveReserved(subject: string, reservation: Reservation): ProofNode {
  // Text that must stay unchanged leaves the program itself free: a person has to look.
  return { verdict: reservation === 'INVARIANT_SECTIONS' ? 'UNKNOWN' : 'DENIED', reason: 'RESERVED', subject, reservation };
}

function proveClass(subject: string, licenseClass: LicenseClass): ProofNode {
  switch (licenseClass) {
    case 'unknown':
      return { verdict: 'UNKNOWN', reason: 'CLASS_UNKNOWN', subject };
    case 'source-available':
    case 'non-commercial':
    case 'proprietary':
      return { verdict: 'DENIED', reason: 'CLASS_IS_NOT_FREE', subject };
    default:
      return { verdict: 'ALLOWED', reason: 'CLASS_IS_FREE', subject };
  }
}

function proveWith(term: WithTerm): ProofNode {
  const subject = printExpression(term);
  const license = prove(term.license);
  if (!term.exception.includes('AdditionRef-')) return { verdict: license.verdict, reason: 'EXCEPTION_ADDS_PERMISSION', subject, parts: [license] };
  return { verdict: 'UNKNOWN', reason: 'ADDITION_UNKNOWN', subject, parts: [license] };
}
