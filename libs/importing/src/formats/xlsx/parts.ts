// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import { detectEncoding } from '../../bytes/encoding.js';
import { peek } from '../../bytes/peek.js';
import type { ArchiveMember } from '../../packed/archive.js';
import { Unreadable } from '../../unreadable.js';
import { readXml, type XmlTaker } from '../../xml/read-xml.js';

/**
 * Reads one part of a workbook; faults in its XML say in which part they are.
 *
 * @returns after each piece of the part
 */
export async function* readPart(member: ArchiveMember, taker: XmlTaker): AsyncGenerator<void> {
  try {
    yield* readXml(textOf(member), taker);
  } catch (thrown) {
    throw thrown instanceof Unreadable && thrown.problem.line !== undefined ? new Unreadable({ ...thrown.problem, path: member.name }) : thrown;
  }
}

/** The text of a part: UTF-8, or UTF-16 with a byte order mark. */
export async function* textOf(member: ArchiveMember): AsyncGenerator<string> {
  const peeked = await peek(member.open(), 4);
  try {
    yield* decodeText(peeked.all, detectEncoding(peeked.head.subarray(0, 3), false) ?? { encoding: 'utf-8', bomBytes: 0, isAsciiSoFar: false });
  } finally {
    await peeked.close();
  }
}

/** Reads a part to its end. */
export async function readWholePart(member: ArchiveMember, taker: XmlTaker): Promise<void> {
  const pieces = readPart(member, taker);
  while (!(await pieces.next()).done);
}
