// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { plainDetection } from '../../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { recordOfTitle } from '../../record.js';
import { Tally } from '../../tally.js';
import { textValue } from '../../text-value.js';
import { localName, readXml } from '../../xml/read-xml.js';
import { oneDocument } from './one-document.js';

/** What stands in one tag, of either version of the standard. */
interface Tag {
  readonly line: number;
  title: string | null;
  version: string | null;
  creator: string | null;
  otherEntity: string | null;
  isSoftware: boolean;
}

const isTrue = (text: string | undefined): boolean => text === 'true' || text === '1';

/**
 * Reads software identification tags: one in a file, or several behind each other or inside of another element. Media that are not installed (`corpus`) and tags that only add to others
 * (`supplemental`) are passed over. Export: the `.swidtag` files below `swidtag` folders and `%ProgramData%`.
 *
 * @source ISO/IEC 19770-2:2015 and 19770-2:2009; NISTIR 8060
 */
export async function* readSwid(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const path: string[] = [];
  let tag: Tag | null = null;
  let text = '';
  const pieces = readXml(oneDocument(decodeText(source.all, encoding)), {
    open(name, attributes, line) {
      path.push(name.toLowerCase());
      text = '';
      const of = (wanted: string): string | undefined => Object.entries(attributes).find(([key]) => localName(key) === wanted)?.[1];
      if (name === 'SoftwareIdentity') {
        tag = { line, title: textValue(of('name')), version: textValue(of('version')), creator: null, otherEntity: null, isSoftware: !isTrue(of('corpus')) && !isTrue(of('supplemental')) };
      } else if (name.toLowerCase() === 'software_identification_tag') tag = { line, title: null, version: null, creator: null, otherEntity: null, isSoftware: true };
      else if (name === 'Entity' && tag !== null) {
        const entity = textValue(of('name'));
        if (/softwareCreator/.test(of('role') ?? '')) tag.creator ??= entity;
        else if (!/tagCreator$/.test((of('role') ?? '').trim())) tag.otherEntity ??= entity;
      }
    },
    text(piece) {
      text += piece;
    },
    close(name) {
      const here = path.slice(-2).join('/');
      const value = textValue(text);
      if (tag !== null && value !== null) {
        if (here.endsWith('/product_title')) tag.title ??= value;
        else if (here === 'product_version/name') tag.version ??= value;
        else if (here === 'software_creator/name') tag.creator ??= value;
        else if (here === 'software_licensor/name') tag.otherEntity ??= value;
      }
      if (tag !== null && /^(softwareidentity|software_identification_tag)$/i.test(name)) {
        if (tag.title === null) tally.reject({ code: 'IMPORTING.TITLE_MISSING', line: tag.line });
        else if (tag.isSoftware) tally.accept({ ...recordOfTitle(tag.title, { line: tag.line }), version: tag.version, vendor: tag.creator ?? tag.otherEntity });
        tag = null;
      }
      path.pop();
      text = '';
    },
  });
  yield { kind: 'detected', detection: plainDetection('swid', encoding.encoding, true) };
  for await (const _ of pieces) if (tally.isFull) yield tally.batch(source.bytesRead());
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: [] } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
