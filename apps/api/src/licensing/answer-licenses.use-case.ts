// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, unwrap } from '#kernel';
import { answerLicense, checkCompatibility, compatibilitySentences, describeProof } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';
import { ProblemError } from '../platform/problem-error.js';
import { CompatibilityRepository } from './compatibility.repository.js';
import type { CompatibilityCheck, LicenseAnswer } from './licensing.types.js';

const MOST_TEXTS = 5_000;

/** Says what license texts mean, whether that is open source, and what may be combined; nothing is stored. */
@Injectable()
export class AnswerLicenses {
  constructor(
    private readonly transactions: Transactions,
    private readonly matrices: CompatibilityRepository,
  ) {}

  /** One answer for each text, in their order. */
  texts(texts: readonly string[]): LicenseAnswer[] {
    refuseTooMany(texts);
    return texts.map((text) => {
      const { input, proof, ...answer } = answerLicense(text);
      return { ...answer, text: input, candidates: [...answer.candidates], proof, proofDe: describeProof(proof, 'de'), proofEn: describeProof(proof, 'en') };
    });
  }

  /** Whether parts under `inbound` may go into software that is published under `outbound`. */
  async compatibility(outbound: string, inbound: readonly string[]): Promise<CompatibilityCheck> {
    refuseTooMany(inbound);
    const matrix = unwrap(await this.transactions.run(async () => ok(await this.matrices.matrix())));
    const { verdict, pairs } = checkCompatibility(outbound, inbound, matrix);
    return { verdict, pairs: pairs.map((pair) => ({ ...pair, reasonDe: compatibilitySentences[pair.reason].de, reasonEn: compatibilitySentences[pair.reason].en })) };
  }
}

function refuseTooMany(texts: readonly string[]): void {
  if (texts.length > MOST_TEXTS) throw new ProblemError({ code: 'LICENSING.TOO_MANY_TEXTS', count: texts.length, most: MOST_TEXTS });
}
