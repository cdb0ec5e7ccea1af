// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readInventory } from './read-inventory.js';
import { bytesOf, readAll } from './testing/read-all.js';

const formats = join(process.cwd(), 'libs/importing/src/formats');
const fixtures = readdirSync(formats, { recursive: true })
  .map(String)
  .filter((name) => /fixtures\/[^/]+$/.test(name))
  .map((name) => Uint8Array.from(readFileSync(join(formats, name))));
const files = [
  'host;title;version\nPC1;"Fire;fox";1\nPC2;Größe;2\n',
  '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"a","licenses":[{"license":{"id":"MIT"}}]}]}',
  '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component type="library"><name>a</name></component></components></bom>',
  'SPDXVersion: SPDX-2.2\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: d\nPackageName: a\nSPDXID: SPDXRef-a\n',
  '<REQUEST><DEVICEID>x</DEVICEID><CONTENT><SOFTWARES><NAME>a</NAME></SOFTWARES></CONTENT></REQUEST>',
  '[{"name":"a","version":"1"}]',
].map((text) => new TextEncoder().encode(text)).concat(fixtures);

describe('reading any file', () => {
  it('knows what it cannot read by its content, and says so', async () => {
    const magic: [string, number[], string][] = [
      ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'FILE_BINARY'],
      ['jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10], 'FILE_BINARY'],
      ['gif', [...Buffer.from('GIF89a'), 1, 0], 'FILE_BINARY'],
      ['pdf', [...Buffer.from('%PDF-1.7\n1 0 obj')], 'FILE_BINARY'],
      ['rtf', [...Buffer.from('{\\rtf1\\ansi')], 'FILE_BINARY'],
      ['elf', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0], 'FILE_BINARY'],
      ['exe', [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0], 'FILE_BINARY'],
      ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'FILE_PACKED'],
      ['tar', [...Buffer.from('inventar.csv'), ...Buffer.alloc(245), ...Buffer.from('ustar'), ...Buffer.alloc(250)], 'FILE_PACKED'],
      ['html', [...Buffer.from('<!DOCTYPE html><html><body>')], 'FORMAT_UNKNOWN'],
    ];
    for (const [kind, bytes, code] of magic) {
      const { refusal } = await readAll(Uint8Array.from(bytes), { fileName: 'software.csv' });
      expect(refusal).toMatchObject({ code: `IMPORTING.${code}`, kind, file: 'software.csv', formats: expect.arrayContaining(['csv', 'xlsx', 'winget-list']) });
    }
  });

  it('ends with one end or one refusal and never throws, however the bytes are damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }), fc.nat(), fc.boolean(), async (file, changes, cut, isCut) => {
        const bytes = Uint8Array.from(file);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const kinds: string[] = [];
        for await (const event of readInventory(bytesOf(isCut ? bytes.subarray(0, cut % bytes.length) : bytes, 13))) {
          kinds.push(event.kind);
          if (event.kind === 'batch') for (const record of event.records) expect(record.title.trim()).not.toBe('');
        }
        expect(kinds.filter((kind) => kind === 'end' || kind === 'refused')).toEqual([kinds.at(-1)]);
      }),
      { numRuns: 400 },
    );
  });

  it('names the formats where an unknown one is asked for', async () => {
    const events = [];
    for await (const event of readInventory(bytesOf('title\nFirefox\n'), { format: 'docx' })) events.push(event);
    expect(events).toEqual([{ kind: 'refused', problem: expect.objectContaining({ code: 'IMPORTING.UNKNOWN_FORMAT_NAME', format: 'docx' }) }]);
  });

  it('gives the source back when its reader stops early', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield new TextEncoder().encode('title\n');
        for (;;) yield new TextEncoder().encode('Firefox\n'.repeat(10_000));
      } finally {
        isClosed = true;
      }
    }
    for await (const event of readInventory(endless())) if (event.kind === 'batch') break;
    expect(isClosed).toBe(true);
  });
});
