// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, type Problem, type Result } from '#kernel';
import { LONGEST_PUBLICCODE_BYTES, ownSoftwareKeyOf, parsePubliccode } from '#licensing';
import { ReadUploadedText } from '../importing/index.js';
import { KeepOwnSoftware, type Actor, type Kept } from './keep-own-software.use-case.js';

/** Takes own software into the register from its `publiccode.yml`; the same file again changes nothing, an invalid one neither; what was changed since it was read stays. */
@Injectable()
export class RegisterPubliccode {
  constructor(
    private readonly texts: ReadUploadedText,
    private readonly keep: KeepOwnSoftware,
  ) {}

  async execute(uploadId: string, key: string | null, revision: number | null, actor: Actor): Promise<Result<Kept, readonly Problem[]>> {
    const file = await this.texts.execute(uploadId, LONGEST_PUBLICCODE_BYTES);
    if (!file.ok) return err([file.problem]);
    const { document, problems } = parsePubliccode(new TextEncoder().encode(file.value.text), { today: dateOfInstant(new Date()) });
    if (document === null) return err(problems.filter(({ severity }) => severity === 'error').map((problem) => ({ ...problem, file: file.value.fileName })));
    const kept = await this.keep.put(key ?? ownSoftwareKeyOf(document), document, revision, actor);
    return kept.ok ? kept : err([{ ...kept.problem, file: file.value.fileName }]);
  }
}
