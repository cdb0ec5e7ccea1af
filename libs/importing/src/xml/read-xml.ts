// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { SaxesParser } from 'saxes';
import type { Problem } from '#kernel';
import { Unreadable } from '../unreadable.js';

/** Called for what comes along in a document; names come without their prefix. */
export interface XmlTaker {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  text?(text: string): void;
  close(name: string): void;
  /** Asked between pieces; true ends the reading early. */
  isDone?(): boolean;
}

/** Elements may not be nested deeper than this. */
const DEEPEST_NESTING = 100;
/** Text, a comment or an attribute may not be longer than this, in UTF-16 units. */
const LONGEST_PIECE = 33_554_432;

/**
 * Reads a document piece by piece, with memory bounded by its largest text. A DOCTYPE is refused, so that no entity but the five of XML is ever resolved.
 *
 * @throws Unreadable `IMPORTING.XML_DOCTYPE`, `IMPORTING.XML_INVALID`, `IMPORTING.FILE_CUT`, `IMPORTING.TOO_DEEP`, `IMPORTING.VALUE_TOO_LONG`, with line and column
 * @returns after each piece, so that what was taken can be handed on
 */
export async function* readXml(text: AsyncIterable<string>, taker: XmlTaker): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: true });
  let depth = 0;
  let sinceTag = 0;
  let problem: Problem | null = null;
  const fail = (found: Problem): void => {
    problem ??= { line: parser.line, column: parser.column + 1, ...found };
  };
  parser.on('doctype', () => fail({ code: 'IMPORTING.XML_DOCTYPE' }));
  parser.on('error', (error) => {
    const isCut = /unclosed tag|must contain a root|unexpected end/.test(error.message);
    fail({ code: isCut ? 'IMPORTING.FILE_CUT' : 'IMPORTING.XML_INVALID', reason: error.message.replace(/^\d+:\d+: /, '') });
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    if (++depth > DEEPEST_NESTING) fail({ code: 'IMPORTING.TOO_DEEP', deepest: DEEPEST_NESTING });
    if (problem === null) taker.open(localName(tag.name), tag.attributes as Record<string, string>, parser.line);
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    depth--;
    if (problem === null) taker.close(localName(tag.name));
  });
  const take = taker.text?.bind(taker);
  if (take !== undefined) {
    parser.on('text', take);
    parser.on('cdata', take);
  }
  for await (const piece of text) {
    sinceTag += piece.length;
    parser.write(piece);
    if (sinceTag > LONGEST_PIECE) fail({ code: 'IMPORTING.VALUE_TOO_LONG', longest: LONGEST_PIECE });
    if (problem !== null) throw new Unreadable(problem);
    yield;
    if (taker.isDone?.() === true) return;
  }
  parser.close();
  if (problem !== null) throw new Unreadable(problem);
}

/** The name of an element or attribute without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
