// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { member } from '../formats/cyclonedx/component-record.js';
import { SeenTexts } from './seen-texts.js';

/** Checks what no JSON schema can: that a reference stands for one part only. */
export class References {
  private readonly defined = new SeenTexts();

  /** Takes note of the `bom-ref` of a component or service; a problem where it is taken already. */
  define(part: unknown, path: string): Problem | null {
    const ref = member(part, 'bom-ref');
    if (typeof ref !== 'string' || this.defined.add(ref)) return null;
    return { code: 'IMPORTING.SBOM_INVALID', path: `${path}.bom-ref`, reason: `the reference ${ref} is given twice` };
  }
}
