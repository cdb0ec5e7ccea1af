// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { carriages, strictOutbound, type Carriage } from '../data/carriages.js';
import { isLinkingException } from '../data/license-list.js';
import { modernise } from '../expression/modernise.js';
import { parseExpression } from '../expression/parse.js';
import { printExpression } from '../expression/print.js';
import type { LicenseExpression } from '../expression/tree.js';
import { answerLicense } from '../normalisation/answer-license.js';
import { classOf } from '../verdict/class-of.js';
import { judgeOpenSource } from '../verdict/judge-open-source.js';
import type { CompatibilityAnswer, CompatibilityPair, CompatibilityReason, CompatibilityVerdict } from './answer.js';
import type { CompatibilityMatrix } from './matrix.js';

type Step = Pick<CompatibilityPair, 'verdict' | 'reason' | 'source'>;
const OWN = 'fahrplan';

/**
 * Decides whether parts under the inbound licenses may be combined into software that is published under the outbound license.
 *
 * @param outboundId SPDX expression of the whole, such as `EUPL-1.2`; where it offers or joins several licenses (`OR`, `AND`), the part has to fit each;
 *   text that is not read as one expression, and a reference whose terms are not known, make every pair UNKNOWN
 * @param inboundTexts expressions or other spellings; `OR` takes the choice that fits best, `AND` needs all; ambiguous text counts only if all
 *   readings agree
 * @param matrix a loaded matrix; where it has a cell for the pair, as written or in current ids, the cell decides, else our own table does
 * @example checkCompatibility('EUPL-1.2', ['MIT', 'GPL-2.0-only']).verdict → 'INCOMPATIBLE'
 */
export function checkCompatibility(outboundId: string, inboundTexts: readonly string[], matrix?: CompatibilityMatrix): CompatibilityAnswer {
  const outbound = currentForm(outboundId);
  const pairs = inboundTexts.map((text): CompatibilityPair => {
    const pair = { inbound: text, outbound: outbound ?? outboundId };
    const asWritten = fromMatrix(text, outboundId, matrix);
    return { ...pair, ...(asWritten ?? (outbound === null ? unknown('NOT_RECOGNISED') : checkText(text, outbound, matrix))) };
  });
  return { verdict: worst(pairs.map((pair) => pair.verdict)), pairs };
}

/** As {@link checkCompatibility}, for one expression that is already read. */
export function checkExpression(expression: LicenseExpression, outbound: string, matrix?: CompatibilityMatrix): Step {
  const wholes = partsOf(outbound);
  if (wholes.length > 1) {
    const steps = wholes.map((whole) => checkExpression(expression, whole, matrix));
    const verdict = worst(steps.map((step) => step.verdict));
    return steps.find((step) => step.verdict === verdict) as Step;
  }
  switch (expression.kind) {
    case 'and': {
      const steps = expression.operands.map((operand) => checkExpression(operand, outbound, matrix));
      const verdict = worst(steps.map((step) => step.verdict));
      return steps.find((step) => step.verdict === verdict && verdict !== 'COMPATIBLE') ?? { verdict, reason: 'ALL_PARTS', source: sourceOf(steps) };
    }
    case 'or': {
      const steps = expression.operands.map((operand) => checkExpression(operand, outbound, matrix));
      const verdict = best(steps.map((step) => step.verdict));
      return { verdict, reason: verdict === 'COMPATIBLE' ? 'ONE_CHOICE_FITS' : 'NO_CHOICE_FITS', source: sourceOf(steps) };
    }
    default:
      return fromMatrix(printExpression(expression), outbound, matrix) ?? checkLeaf(expression, outbound, matrix);
  }
}

function checkText(text: string, outbound: string, matrix: CompatibilityMatrix | undefined): Step {
  const { candidates } = answerLicense(text);
  const steps = candidates.map((candidate) => {
    const parsed = parseExpression(candidate);
    return parsed.ok ? checkExpression(parsed.value, outbound, matrix) : unknown('NOT_RECOGNISED');
  });
  const [first] = steps;
  return first !== undefined && steps.every((step) => step.verdict === first.verdict) ? first : unknown('NOT_RECOGNISED');
}

function fromMatrix(inbound: string, outbound: string, matrix: CompatibilityMatrix | undefined): Step | null {
  const cell = matrix?.cell(outbound, inbound);
  if (matrix === undefined || cell === undefined || cell === null) return null;
  const source = matrix.source;
  if (cell === 'Same' || cell === 'Yes') return { verdict: 'COMPATIBLE', reason: cell === 'Same' ? 'SAME_LICENSE' : 'MATRIX_CELL', source };
  if (cell === 'No') return { verdict: 'INCOMPATIBLE', reason: 'MATRIX_CELL', source };
  return { verdict: 'UNKNOWN', reason: cell === 'Unknown' ? 'MATRIX_CELL' : 'MATRIX_ASKS_FOR_CHECK', source };
}

function checkLeaf(expression: LicenseExpression, outbound: string, matrix: CompatibilityMatrix | undefined): Step {
  const id = printExpression(expression);
  if (id === outbound) return { verdict: 'COMPATIBLE', reason: 'SAME_LICENSE', source: OWN };
  const { verdict } = judgeOpenSource(expression);
  if (verdict === 'DENIED') return { verdict: 'INCOMPATIBLE', reason: 'NOT_OPEN_SOURCE', source: OWN };
  if (verdict === 'UNKNOWN') return unknown('NOT_RECOGNISED');
  if (expression.kind === 'with') {
    if (isLinkingException(expression.exception)) return { verdict: 'COMPATIBLE', reason: 'LINKING_EXCEPTION', source: OWN };
    return checkExpression(expression.license, outbound, matrix);
  }
  const whole = parseExpression(outbound);
  if (!whole.ok || judgeOpenSource(whole.value).verdict === 'UNKNOWN') return unknown('NOT_RECOGNISED');
  if (expression.kind === 'license' && expression.orLater) return checkExpression({ ...expression, orLater: false }, outbound, matrix);
  const carriage = carriages[id];
  return carriage === undefined ? byClass(expression, bare(whole.value)) : byCarriage(carriage, outbound, bare(whole.value));
}

/** The id of the whole without exception and plus: an exception grants more to others, and takes none of the license's conditions away. */
function bare(whole: LicenseExpression): string {
  const license = whole.kind === 'with' ? whole.license : whole;
  return license.kind === 'license' ? license.id : printExpression(license);
}

/** The licenses that an outbound expression joins or offers. */
function partsOf(outbound: string): string[] {
  if (!/ (?:AND|OR) /.test(outbound)) return [outbound];
  const parsed = parseExpression(outbound);
  return parsed.ok && (parsed.value.kind === 'and' || parsed.value.kind === 'or') ? parsed.value.operands.map(printExpression) : [outbound];
}

function byCarriage(carriage: Carriage, outbound: string, bareOutbound: string): Step {
  if (carriage.kind === 'whole') {
    const isAccepted = carriage.into.includes(outbound);
    if (carriage.besideInto?.includes(outbound)) return unknown('EACH_UNDER_ITS_OWN');
    return { verdict: isAccepted ? 'COMPATIBLE' : 'INCOMPATIBLE', reason: isAccepted ? 'OUTBOUND_IS_ACCEPTED' : 'OUTBOUND_IS_NOT_ACCEPTED', source: OWN };
  }
  if (carriage.notInto?.includes(bareOutbound)) return { verdict: 'INCOMPATIBLE', reason: 'CONDITIONS_CONFLICT', source: OWN };
  if (carriage.kind === 'separate' && carriage.askInto?.includes(bareOutbound)) return unknown('DEPENDS_ON_NOTICE');
  return { verdict: 'COMPATIBLE', reason: carriage.kind === 'separate' ? 'STAYS_SEPARATE' : 'NOTICES_SUFFICE', source: OWN };
}

/** Outside the table only permissive licenses are settled, and only where the outbound license does not forbid further conditions. */
function byClass(expression: LicenseExpression, outbound: string): Step {
  const isPermissive = ['permissive', 'public-domain'].includes(classOf(expression));
  return isPermissive && !strictOutbound.has(outbound) ? { verdict: 'COMPATIBLE', reason: 'NOTICES_SUFFICE', source: OWN } : unknown('NOT_IN_TABLE');
}

function currentForm(text: string): string | null {
  const parsed = parseExpression(text);
  return parsed.ok ? printExpression(modernise(parsed.value)) : answerLicense(text).expression;
}

function unknown(reason: CompatibilityReason): Step {
  return { verdict: 'UNKNOWN', reason, source: OWN };
}

function sourceOf(steps: readonly Step[]): string {
  return [...new Set(steps.map((step) => step.source))].join(', ');
}

function worst(verdicts: readonly CompatibilityVerdict[]): CompatibilityVerdict {
  return verdicts.includes('INCOMPATIBLE') ? 'INCOMPATIBLE' : verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'COMPATIBLE';
}

function best(verdicts: readonly CompatibilityVerdict[]): CompatibilityVerdict {
  return verdicts.includes('COMPATIBLE') ? 'COMPATIBLE' : verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'INCOMPATIBLE';
}
