// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';

/** What a step on the page downloads: its name and its content. */
export async function downloaded(page: Page, step: () => Promise<unknown>): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), step()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Rows of a CSV file as spreadsheets read it. */
export function rowsOfCsv(content: Uint8Array): string[][] {
  return parse(Buffer.from(content), { bom: true, delimiter: ';', relax_column_count: true }) as string[][];
}

/** The sheets of a workbook as they are stored. */
export async function sheetsOf(content: Uint8Array): Promise<string[]> {
  const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(content)]))).getEntries();
  return Promise.all(entries.flatMap((entry) => ('getData' in entry && /worksheets\/sheet\d/.test(entry.filename) ? [entry.getData!(new TextWriter())] : [])));
}

/** Events of a calendar: each field by its name, folded lines put together. */
export function eventsOf(content: Uint8Array): Record<string, string>[] {
  const lines = Buffer.from(content).toString().replaceAll('\r\n ', '').split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (events.length > 0 && name !== '' && !(name in events.at(-1)!)) events.at(-1)![name] = value;
  }
  return events;
}
