// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import { reasonSentences, reservationSentences } from './proof-sentences.js';
import type { ProofNode } from './proof.js';

const MOST_LINES = 200;

/**
 * Writes a proof as indented lines, one step each, in the reader's language; after 200 lines the rest is only counted.
 *
 * @example describeProof(judgeOpenSource(tree).proof, 'de') → 'erlaubt: MIT – von der Open Source Initiative anerkannt'
 */
export function describeProof(proof: ProofNode, language: Language): string {
  const lines: string[] = [];
  let left = 0;
  const write = (step: ProofNode, depth: number): void => {
    if (lines.length < MOST_LINES) lines.push('  '.repeat(depth) + describeStep(step, language));
    else left++;
    for (const part of step.parts ?? []) write(part, depth + 1);
  };
  write(proof, 0);
  if (left > 0) lines.push(language === 'de' ? `… und ${left} weitere Schritte` : `… and ${left} more steps`);
  return lines.join('\n');
}

/** One step without the steps below it: verdict, what it speaks of, and why. */
export function describeStep(step: ProofNode, language: Language): string {
  const subject = step.subject === undefined ? '' : ` ${step.subject} –`;
  const reason = step.reservation === undefined ? reasonSentences[step.reason][language] : reservationSentences[step.reservation][language];
  return `${verdictWords[step.verdict][language]}:${subject} ${reason}`;
}

const verdictWords = {
  ALLOWED: { de: 'Open Source', en: 'open source' },
  DENIED: { de: 'nicht Open Source', en: 'not open source' },
  UNKNOWN: { de: 'ungeklärt', en: 'unknown' },
} as const;
