// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, type Problem, type Result } from '#kernel';
import { LONGEST_PUBLICCODE_BYTES, parsePubliccode } from '#licensing';
import { ReadUploadedText } from '../importing/index.js';
import { KeepOwnSoftware, type Actor, type Kept } from './keep-own-software.use-case.js';

/** Takes own software into the register from its `publiccode.yml`; the same file again changes nothing, an invalid one neither. */
@Injectable()
export class RegisterPubliccode {
  constructor(
    private readonly texts: ReadUploadedText,
    private readonly keep: KeepOwnSoftware,
  ) {}

  async execute(uploadId: string, key: string | null, actor: Actor): Promise<Result<Kept, readonly Problem[]>> {
    const file = await this.texts.execute(uploadId, LONGEST_PUBLICCODE_BYTES);
    if (!file.ok) return err([file.problem]);
    const { document, problems } = parsePubliccode(new TextEncoder().encode(file.value.text), { today: dateOfInstant(new Date()) });
    if (document === null) return err(problems.filter(({ severity }) => severity === 'error').map((problem) => ({ ...problem, file: file.value.fileName })));
    const kept = await this.keep.put(key ?? keyOf(String(document['name'])), document, 'ANY', actor);
    return kept.ok ? kept : err([{ ...kept.problem, file: file.value.fileName }]);
  }
}

/** A key made of a name: small letters and digits, dashes for the rest. */
function keyOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ß', 'ss').replace(/[äöü]/g, (letter) => `${letter.normalize('NFD')[0]}e`).normalize('NFD');
  return plain.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || 'software';
}
