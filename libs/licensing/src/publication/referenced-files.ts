// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isObject, type PubliccodeProblem } from './checks.js';
import { isInsideRepository } from './value-checks.js';

/** What is known of a file that a `publiccode.yml` names. */
export type FileFinding =
  /** The folder is there, the file is not. */
  | 'missing'
  /** Not even its folder is there: the `publiccode.yml` stands outside its repository, and nothing can be said. */
  | 'unknown'
  /** Its first bytes, at least 24 where it has as many. */
  | Uint8Array;

/** Finds a file by its path from the folder of the `publiccode.yml`, with `/` between the steps and without `..`. */
export type FileLookup = (path: string) => FileFinding;

/** Logos in pixels must be at least this wide; the standard recommends 1000 px. */
const LEAST_LOGO_WIDTH = 120;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Checks the files that a `publiccode.yml` names by relative paths: they are there, and a PNG logo is one and wide enough.
 *
 * @param value the document as plain data; fields of the wrong form are passed over, for they are told elsewhere
 * @returns an error for a missing file, a warning for one that cannot be looked up
 * @source publiccode.yml standard 0, keys `logo`, `monochromeLogo`, `legal/authorsFile`, `description/[lang]/screenshots`
 */
export function checkReferencedFiles(value: unknown, lookup: FileLookup): PubliccodeProblem[] {
  const problems: PubliccodeProblem[] = [];
  for (const { path, file, isLogo } of referencedFiles(value)) {
    const found = lookup(file);
    if (found === 'missing') problems.push({ code: 'LICENSING.PUBLICCODE_FILE_MISSING', path, value: file, severity: 'error' });
    else if (found === 'unknown') problems.push({ code: 'LICENSING.PUBLICCODE_FILE_UNCHECKED', path, value: file, severity: 'warning' });
    else if (isLogo && /\.png$/i.test(file)) {
      const width = pngWidth(found);
      if (width === null) problems.push({ code: 'LICENSING.PUBLICCODE_NOT_A_PNG', path, value: file, severity: 'error' });
      else if (width < LEAST_LOGO_WIDTH) problems.push({ code: 'LICENSING.PUBLICCODE_LOGO_NARROW', path, value: file, width, min: LEAST_LOGO_WIDTH, severity: 'error' });
    }
  }
  return problems;
}

interface ReferencedFile {
  readonly path: string;
  readonly file: string;
  readonly isLogo: boolean;
}

function* referencedFiles(value: unknown): Generator<ReferencedFile> {
  if (!isObject(value)) return;
  for (const name of ['logo', 'monochromeLogo']) if (isRelative(value[name])) yield { path: name, file: value[name], isLogo: true };
  const authors = isObject(value['legal']) ? value['legal']['authorsFile'] : undefined;
  if (isRelative(authors)) yield { path: 'legal.authorsFile', file: authors, isLogo: false };
  for (const [tag, texts] of Object.entries(isObject(value['description']) ? value['description'] : {})) {
    const screenshots = isObject(texts) ? texts['screenshots'] : undefined;
    if (!Array.isArray(screenshots)) continue;
    for (const [index, file] of screenshots.entries()) if (isRelative(file)) yield { path: `description.${tag}.screenshots[${index}]`, file, isLogo: false };
  }
}

function isRelative(file: unknown): file is string {
  return typeof file === 'string' && !/^https?:/i.test(file) && isInsideRepository(file);
}

/** Width in pixels; null for what is no PNG. */
function pngWidth(bytes: Uint8Array): number | null {
  const isPng = bytes.length >= 24 && PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);
  return isPng ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(16) : null;
}
