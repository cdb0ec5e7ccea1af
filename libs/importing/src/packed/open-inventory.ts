// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { peek, type PeekedSource } from '../bytes/peek.js';
import { HEAD_BYTES } from '../detect-format.js';
import { openOds } from '../formats/ods/open-ods.js';
import { openXlsx } from '../formats/xlsx/open-xlsx.js';
import type { ByteSource } from '../reading.js';
import type { Workbook } from '../sheets/workbook.js';
import { Unreadable } from '../unreadable.js';
import { openArchive, type Archive } from './archive.js';
import { gunzip } from './gunzip.js';
import { isStoredFile, storeInMemory, type StoredFile } from './stored-file.js';

/** A file whose wrapping is off: plain bytes, or the sheets of a workbook. */
export type OpenedFile = { readonly kind: 'bytes'; readonly peeked: PeekedSource } | { readonly kind: 'workbook'; readonly workbook: Workbook; bytesRead(): number };

type Packing = 'gzip' | 'zip' | null;

/**
 * Takes the wrapping off a file: gzip, or a zip archive with one file inside; told by the first bytes. A workbook is a zip archive too, and may be wrapped once. Whatever
 * is wrapped twice is refused.
 *
 * @param peeked the beginning of the file as it came
 * @throws Unreadable what stands in the way
 */
export async function openInventory(source: ByteSource | StoredFile, peeked: PeekedSource): Promise<OpenedFile> {
  const bytesRead = (): number => peeked.bytesRead();
  switch (packingOf(peeked.head)) {
    case null:
      return { kind: 'bytes', peeked };
    case 'gzip':
      return openInner(await peek(gunzip(peeked.all), HEAD_BYTES), bytesRead);
    case 'zip': {
      const file = isStoredFile(source) ? source : await storeInMemory(peeked.all);
      const archive = await openArchive(file);
      const workbook = await workbookIn(archive);
      if (workbook !== null) return { kind: 'workbook', workbook, bytesRead: () => file.size };
      return openInner(await peek(onlyMember(archive), HEAD_BYTES), () => file.size);
    }
  }
}

/** What was wrapped: plain bytes or a workbook, and nothing wrapped again. */
async function openInner(inner: PeekedSource, bytesRead: () => number): Promise<OpenedFile> {
  const packing = packingOf(inner.head);
  if (packing === null) return { kind: 'bytes', peeked: { ...inner, bytesRead } };
  const workbook = packing === 'zip' ? await workbookIn(await openArchive(await storeInMemory(inner.all))) : null;
  if (workbook === null) throw new Unreadable({ code: 'IMPORTING.PACKED_TWICE', kind: packing });
  return { kind: 'workbook', workbook, bytesRead };
}

function packingOf(head: Uint8Array): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6)) ? 'zip' : null;
}

/** The workbook that an archive is, or null for any other archive. */
async function workbookIn(archive: Archive): Promise<Workbook | null> {
  const has = (pattern: RegExp): boolean => archive.members.some((member) => pattern.test(member.name));
  if (has(/^xl\/workbook\.bin$/i)) throw new Unreadable({ code: 'IMPORTING.FILE_BINARY', kind: 'xlsb', formats: ['xlsx'] });
  if (archive.find('[Content_Types].xml') !== null && has(/(^|\/)(workbook|worksheets)[^/]*(\.xml$|\/)/i)) return openXlsx(archive);
  if (archive.find('content.xml') !== null && archive.find('META-INF/manifest.xml') !== null) return openOds(archive);
  if (has(/^word\/document\.xml$/i)) throw new Unreadable({ code: 'IMPORTING.FILE_BINARY', kind: 'docx', formats: ['xlsx'] });
  if (has(/^ppt\/presentation\.xml$/i)) throw new Unreadable({ code: 'IMPORTING.FILE_BINARY', kind: 'pptx', formats: ['xlsx'] });
  return null;
}

function onlyMember(archive: Archive): ByteSource {
  const [only, ...others] = archive.members;
  if (only === undefined) throw new Unreadable({ code: 'IMPORTING.FILE_EMPTY', kind: 'zip' });
  if (others.length > 0) throw new Unreadable({ code: 'IMPORTING.ARCHIVE_MANY', count: archive.members.length, names: archive.members.slice(0, 5).map((member) => member.name) });
  return only.open();
}
