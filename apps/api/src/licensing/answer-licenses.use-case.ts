// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { answerLicense, checkCompatibility, compatibilitySentences, describeProof } from '#licensing';
import { ProblemError } from '../platform/problem-error.js';
import type { CompatibilityCheck, LicenseAnswer } from './licensing.types.js';

const MOST_TEXTS = 5_000;

/** Says what license texts mean, whether that is open source, and what may be combined; nothing is stored. */
@Injectable()
export class AnswerLicenses {
  /** One answer for each text, in their order. */
  texts(texts: readonly string[]): LicenseAnswer[] {
    refuseTooMany(texts);
    return texts.map((text) => {
      const { input, proof, ...answer } = answerLicense(text);
      return { ...answer, text: input, candidates: [...answer.candidates], proof, proofDe: describeProof(proof, 'de'), proofEn: describeProof(proof, 'en') };
    });
  }

  /** Whether parts under `inbound` may go into software that is published under `outbound`. */
  compatibility(outbound: string, inbound: readonly string[]): CompatibilityCheck {
    refuseTooMany(inbound);
    const { verdict, pairs } = checkCompatibility(outbound, inbound);
    return { verdict, pairs: pairs.map((pair) => ({ ...pair, reasonDe: compatibilitySentences[pair.reason].de, reasonEn: compatibilitySentences[pair.reason].en })) };
  }
}

function refuseTooMany(texts: readonly string[]): void {
  if (texts.length > MOST_TEXTS) throw new ProblemError({ code: 'LICENSING.TOO_MANY_TEXTS', count: texts.length, most: MOST_TEXTS });
}
