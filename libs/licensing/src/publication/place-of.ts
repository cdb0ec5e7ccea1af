// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node, type Pair } from 'yaml';

/**
 * Where a path such as `description.de.features[2]` begins in a YAML document: its key, or its item in a list. Of a key that is given twice, the
 * last; of one that is missing, the section it belongs in.
 *
 * @returns line and column from 1; nothing where the document is empty
 */
export function placeOf(document: Document, path: string, lines: LineCounter): { line?: number; column?: number } {
  let node: unknown = document.contents;
  let offset = startOf(node);
  let rest = path;
  while (rest !== '') {
    if (isAlias(node)) node = node.resolve(document);
    const step = isMap(node) ? stepInMap(node.items as Pair[], rest) : isSeq(node) ? stepInList(node.items, rest) : null;
    if (step === null) break;
    offset = startOf(step.marker) ?? offset;
    node = step.node;
    rest = step.rest;
  }
  if (offset === undefined) return {};
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

interface Step {
  readonly node: unknown;
  /** What stands at the place: the key, or the item. */
  readonly marker: unknown;
  readonly rest: string;
}

/** The entry whose key begins the path; keys may hold dots themselves, so the longest one counts. */
function stepInMap(pairs: readonly Pair[], path: string): Step | null {
  let found: Step | null = null;
  let length = -1;
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const after = path.charAt(key.length);
    if (key.length < length || !path.startsWith(key) || !(after === '' || after === '.' || after === '[')) continue;
    length = key.length;
    found = { node: pair.value, marker: pair.key, rest: path.slice(key.length).replace(/^\./, '') };
  }
  return found;
}

function stepInList(items: readonly unknown[], path: string): Step | null {
  const match = /^\[(\d+)\]\.?/.exec(path);
  const item = match === null ? undefined : items[Number(match[1])];
  return match === null || item === undefined ? null : { node: item, marker: item, rest: path.slice(match[0].length) };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
