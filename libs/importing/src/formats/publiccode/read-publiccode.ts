// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parseAllDocuments } from 'yaml';
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { plainDetection } from '../../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { recordOfTitle } from '../../record.js';
import { Tally } from '../../tally.js';
import { textValue } from '../../text-value.js';
import { member } from '../cyclonedx/component-record.js';

/** No description of a software is longer, in UTF-16 units. */
const LONGEST_TEXT = 4_194_304;

/**
 * Reads `publiccode.yml`, the description that public administrations put beside their software, as a register of that software; several documents in one file are several entries.
 * It is read for what it says and not checked; that is what `fahrplan publiccode` is for. Export: the file of that name at the root of the repository.
 *
 * @source publiccode.yml standard 0.4
 */
export async function* readPubliccode(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  let text = '';
  for await (const piece of decodeText(source.all, encoding)) {
    text += piece;
    if (text.length > LONGEST_TEXT) {
      yield { kind: 'refused', problem: { code: 'IMPORTING.DOCUMENT_TOO_LONG', file: options.fileName, longest: LONGEST_TEXT } };
      return;
    }
  }
  const documents = parseAllDocuments(text, { prettyErrors: true, uniqueKeys: false, logLevel: 'error' });
  const fault = [...documents].flatMap((document) => document.errors)[0];
  if (fault !== undefined) {
    const place = fault.linePos?.[0];
    yield { kind: 'refused', problem: { code: 'IMPORTING.YAML_INVALID', file: options.fileName, line: place?.line ?? 1, column: place?.col ?? 1, reason: fault.message.split('\n')[0] } };
    return;
  }
  const tally = new Tally(options.fileName, options.batchSize);
  yield { kind: 'detected', detection: plainDetection('publiccode', encoding.encoding, true) };
  [...documents].forEach((document, index) => {
    const value = valueOf(document);
    const path = documents.length === 1 ? '' : `[${index}]`;
    const title = textValue(member(value, 'name'));
    if (title === null) {
      tally.reject({ code: 'IMPORTING.TITLE_MISSING', path: `${path}name` });
      return;
    }
    const legal = member(value, 'legal');
    tally.accept({
      ...recordOfTitle(title, { path }),
      version: textValue(member(value, 'softwareVersion')),
      vendor: textValue(member(legal, 'mainCopyrightOwner')) ?? textValue(member(legal, 'repoOwner')),
      license: textValue(member(legal, 'license')),
    });
  });
  yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}

/** What a document says; undefined where its references multiply it beyond measure. */
function valueOf(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}
