// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Archive, ArchiveMember } from '../../packed/archive.js';
import type { Sheet, Workbook } from '../../sheets/workbook.js';
import { Unreadable } from '../../unreadable.js';
import { readMergedRows } from './merged-rows.js';
import { readWholePart } from './parts.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheetRows, type SheetContext } from './sheet-rows.js';
import { readDateStyles } from './styles.js';

interface Relations {
  /** By id. */
  readonly targets: ReadonlyMap<string, string>;
  /** By the last word of the type: `sharedStrings`, `styles`. */
  readonly byType: ReadonlyMap<string, string>;
}

/**
 * Opens a workbook of Excel 2007 and later (also as LibreOffice and reporting tools write it). Export: File > Save as > Excel workbook (.xlsx).
 *
 * Texts that its sheets share are read once and kept; the sheets themselves are read as streams.
 *
 * @throws Unreadable `IMPORTING.WORKBOOK_INVALID` where a part is missing
 * @source ECMA-376 part 1 (2016), 18.2 to 18.8; part 2, 9
 */
export async function openXlsx(archive: Archive): Promise<Workbook> {
  const start = (await relationsOf(archive, '')).byType.get('officeDocument') ?? 'xl/workbook.xml';
  const workbook = memberOf(archive, start);
  const relations = await relationsOf(archive, start);
  const listed: { name: string; relation: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readWholePart(workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name === 'sheet') listed.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '', isHidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
    close: () => undefined,
  });
  const strings = archive.find(relations.byType.get('sharedStrings') ?? 'xl/sharedStrings.xml');
  const styles = archive.find(relations.byType.get('styles') ?? 'xl/styles.xml');
  const context: SheetContext = {
    is1904,
    strings: strings === null ? [] : await readSharedStrings(strings),
    dateStyles: styles === null ? [] : await readDateStyles(styles),
  };
  const sheets = listed.flatMap(({ name, relation, isHidden }): Sheet[] => {
    const member = archive.find(relations.targets.get(relation) ?? '');
    return member === null ? [] : [{ name, isHidden, rows: () => readSheetRows(member, name, context), mergedRows: () => readMergedRows(member) }];
  });
  if (sheets.length === 0) throw new Unreadable({ code: 'IMPORTING.WORKBOOK_INVALID', path: start, reason: 'sheet' });
  return { format: 'xlsx', sheets };
}

function memberOf(archive: Archive, name: string): ArchiveMember {
  const member = archive.find(name);
  if (member === null) throw new Unreadable({ code: 'IMPORTING.WORKBOOK_INVALID', path: name, reason: 'missing' });
  return member;
}

/** What a part points at, as names of parts; nothing where it has no relations. */
async function relationsOf(archive: Archive, part: string): Promise<Relations> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const member = archive.find(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const targets = new Map<string, string>();
  const byType = new Map<string, string>();
  if (member !== null) {
    await readWholePart(member, {
      open(name, attributes) {
        if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
        const target = resolved(folder, attributes['Target'] ?? '');
        targets.set(attributes['Id'] ?? '', target);
        byType.set((attributes['Type'] ?? '').replace(/^.*\//, ''), target);
      },
      close: () => undefined,
    });
  }
  return { targets, byType };
}

function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((name) => name !== '');
  for (const name of target.split('/')) {
    if (name === '..') parts.pop();
    else if (name !== '' && name !== '.') parts.push(name);
  }
  return parts.join('/');
}
