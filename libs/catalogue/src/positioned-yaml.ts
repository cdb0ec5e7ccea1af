// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Result } from '#kernel';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';

/** 1-based place in a text. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export type FieldPath = readonly (string | number)[];

/** A YAML document as plain values, with the way back to the text. */
export interface PositionedYaml {
  readonly value: unknown;
  /** Where the field stands; where it is missing, its nearest parent that is there. */
  locate(path: FieldPath): TextPosition;
}

/** Why a text is not one plain YAML document. */
export interface YamlFault extends TextPosition {
  readonly kind: 'SYNTAX' | 'DUPLICATE_KEY' | 'ALIAS' | 'TOO_DEEP';
  readonly detail: string;
}

/**
 * Reads one YAML 1.2 document (core schema: dates and `NO` stay text) and remembers where each field stands.
 *
 * Anchors and aliases are refused: entries are to be readable where they stand, and a few lines of them can blow up to gigabytes.
 *
 * @returns the document, or all faults in the order of the text; an empty text is the value null
 */
export function readPositionedYaml(text: string): Result<PositionedYaml, YamlFault[]> {
  try {
    return read(text);
  } catch (error) {
    // Nesting so deep that the parser runs out of stack: only a hostile text is.
    if (error instanceof RangeError) return err([{ kind: 'TOO_DEEP', detail: '', line: 1, column: 1 }]);
    throw error;
  }
}

function read(text: string): Result<PositionedYaml, YamlFault[]> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false, strict: true, logLevel: 'error' });
  const at = (offset: number): TextPosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults: YamlFault[] = document.errors.map((error) => ({
    kind: error.code === 'DUPLICATE_KEY' ? 'DUPLICATE_KEY' : 'SYNTAX',
    detail: error.message,
    ...at(error.pos[0]),
  }));
  if (faults.length > 0) return err(faults);
  visit(document, {
    Alias: (_key, node) => {
      faults.push({ kind: 'ALIAS', detail: node.source, ...at(node.range?.[0] ?? 0) });
    },
  });
  if (faults.length > 0) return err(faults);
  return ok({ value: document.toJS(), locate: (path) => at(offsetOf(document, path)) });
}

function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    let next: unknown;
    let start: number | undefined;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      next = pair?.value;
      start = startOf(pair?.key);
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      start = startOf(next);
    }
    if (start === undefined) break;
    offset = start;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) && !isAlias(node) ? (node as Node).range?.[0] : undefined;
}
