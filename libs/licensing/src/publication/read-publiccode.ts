// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isAlias, isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, Parser, type CST, type Document } from 'yaml';
import type { CalendarDate } from '#kernel';
import type { PubliccodeProblem } from './checks.js';
import { placeOf } from './place-of.js';
import { checkReferencedFiles, type FileLookup } from './referenced-files.js';
import { validatePubliccode, type PubliccodeVerdict } from './validate-publiccode.js';

/** Longer files are no `publiccode.yml`: all texts of the standard at their full length, in every language of the Union, fit in. */
export const LONGEST_PUBLICCODE_BYTES = 2_000_000;
const DEEPEST_NESTING = 100;
const MOST_ALIASES = 100;

/** What a check of a `publiccode.yml` may look at besides its text. */
export interface PubliccodeSurroundings {
  /** Day after which a release date lies in the future; not looked at unless given. */
  readonly today?: CalendarDate;
  /** Finds the files that the text names by relative paths; they are not looked at unless given. */
  readonly files?: FileLookup;
}

/**
 * Reads and validates a `publiccode.yml` as it lies in a repository: UTF-8, one document in YAML 1.2, every key once, then all that
 * {@link validatePubliccode} checks. Problems carry the line and column of the field, or, where it is missing, of the section it belongs in.
 *
 * Hostile texts end as one problem: nested deeper than 100 levels, more than 100 uses of an alias, longer than 2,000,000 bytes.
 *
 * @source publiccode.yml standard 0, https://yml.publiccode.tools (CC0-1.0)
 */
export function readPubliccode(bytes: Uint8Array, surroundings: PubliccodeSurroundings = {}): PubliccodeVerdict {
  if (bytes.length > LONGEST_PUBLICCODE_BYTES) return refused({ code: 'LICENSING.PUBLICCODE_FILE_TOO_LONG', path: '', most: LONGEST_PUBLICCODE_BYTES });
  const text = utf8Text(bytes);
  if (text === null) return refused({ code: 'LICENSING.PUBLICCODE_NOT_UTF8', path: '' });
  const lines = new LineCounter();
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== null) return refused({ code: 'LICENSING.PUBLICCODE_TOO_DEEP', path: '', deepest: DEEPEST_NESTING, ...lineAndColumn(text, tooDeep) });
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: false, merge: true, logLevel: 'error' });
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) {
    const [at] = broken.linePos ?? [];
    const code = broken.code === 'MULTIPLE_DOCS' ? 'LICENSING.PUBLICCODE_DOCUMENTS' : broken.code === 'TAB_AS_INDENT' ? 'LICENSING.PUBLICCODE_TAB' : 'LICENSING.PUBLICCODE_YAML';
    return refused({ code, path: '', line: at?.line, column: at?.col, reason: broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') });
  }
  const plain = plainValue(document);
  if ('reason' in plain) return refused({ ...plain, path: '' });
  const { value } = plain;
  const found = [...keysGivenTwice(document), ...validatePubliccode(value, surroundings.today).problems, ...(surroundings.files === undefined ? [] : checkReferencedFiles(value, surroundings.files))];
  const problems = found.map((problem) => ({ ...problem, ...placeOf(document, problem.path, lines) }));
  return { valid: problems.every(({ severity }) => severity === 'warning'), problems };
}

function refused(problem: Omit<PubliccodeProblem, 'severity'>): PubliccodeVerdict {
  return { valid: false, problems: [{ ...problem, severity: 'error' } as PubliccodeProblem] };
}

/** The text without its byte order mark; null where the bytes are no UTF-8 or hold a NUL. */
function utf8Text(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** The document as plain data, or why that cannot be: aliases that would blow it up or name nothing, merges of what is no mapping. */
function plainValue(document: Document): { readonly value: unknown } | { readonly code: string; readonly reason: string; readonly most: number } {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) ?? null };
  } catch (failure) {
    const reason = (failure as Error).message;
    return { code: reason.startsWith('Excessive alias') ? 'LICENSING.PUBLICCODE_ALIASES' : 'LICENSING.PUBLICCODE_YAML', reason, most: MOST_ALIASES };
  }
}

/** Index of the first character that is nested too deep, or null; told from the tokens, before anything follows them by recursion. */
function firstTooDeep(text: string): number | null {
  const open: { token: CST.Token; depth: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ token, depth: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST_NESTING) return token.offset;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items) for (const inner of [item.key, item.value]) if (inner) open.push({ token: inner, depth: depth + 1 });
  }
  return null;
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}

/** A problem for each key that stands a second time in the same section. */
function keysGivenTwice(document: Document): PubliccodeProblem[] {
  const problems: PubliccodeProblem[] = [];
  const look = (node: unknown, path: string): void => {
    if (!isCollection(node) || isAlias(node)) return;
    const seen = new Set<string>();
    node.items.forEach((item, index) => {
      if (!isMap(node) || !isPair(item)) return look(item, `${path}[${index}]`);
      const key = isScalar(item.key) ? String(item.key.value) : String(item.key);
      const at = path === '' ? key : `${path}.${key}`;
      if (seen.has(key)) problems.push({ code: 'LICENSING.PUBLICCODE_TWICE', path: at, field: key, severity: 'error' });
      seen.add(key);
      look(item.value, at);
    });
  };
  look(document.contents, '');
  return problems;
}
