// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { readInventory, type InventoryRecord } from '#importing';
import type { Problem } from '#kernel';

const folder = resolve(process.env['FAHRPLAN_CORPORA'] ?? '../shared/data', 'glpi-inventory');
const files = (name: string, ending: string): string[] => (existsSync(folder) ? readdirSync(join(folder, name)).filter((file) => file.endsWith(ending)).sort() : []);
const whereFilesAre = existsSync(folder) ? describe : describe.skip;

async function read(path: string): Promise<{ records: InventoryRecord[]; problems: Problem[]; last: string; isPartial: boolean | undefined; host: string | null }> {
  const records: InventoryRecord[] = [];
  const problems: Problem[] = [];
  let last = '';
  let isPartial: boolean | undefined;
  for await (const event of readInventory(createReadStream(path), { fileName: 'upload' })) {
    last = event.kind === 'refused' ? event.problem.code : event.kind;
    if (event.kind === 'detected') isPartial = event.detection.isPartial;
    if (event.kind !== 'batch') continue;
    records.push(...event.records);
    problems.push(...event.problems);
  }
  return { records, problems, last, isPartial, host: records[0]?.host ?? null };
}

interface Inventory {
  readonly partial?: boolean;
  readonly content: { readonly softwares?: readonly { readonly name?: string }[]; readonly operatingsystem?: { readonly full_name?: string; readonly name?: string } };
}

whereFilesAre('inventories of agents', () => {
  it.each(files('examples', '.json'))('%s gives every named software and the operating system, or says that there is none', async (file) => {
    const { partial = false, content } = JSON.parse(readFileSync(join(folder, 'examples', file), 'utf8')) as Inventory;
    const named = (content.softwares ?? []).filter((software) => (software.name ?? '').trim() !== '').length;
    const system = content.operatingsystem?.full_name ?? content.operatingsystem?.name;
    const { records, last, isPartial, problems } = await read(join(folder, 'examples', file));
    if (named === 0 && system === undefined) expect(last).toBe('IMPORTING.NO_SOFTWARE');
    else {
      expect([last, isPartial, records.length]).toEqual(['end', partial, named + (system === undefined ? 0 : 1)]);
      expect(new Set(records.map((record) => record.host)).size).toBe(1);
      expect(problems.filter((problem) => problem.code !== 'IMPORTING.TITLE_MISSING')).toEqual([]);
    }
  });

  it.each(files('tests', '.xml'))('%s, as other agents send it, is read, or says that it names no software', async (file) => {
    const text = readFileSync(join(folder, 'tests', file), 'utf8');
    const named = [...text.matchAll(/<SOFTWARES>[\s\S]*?<\/SOFTWARES>/g)].filter(([element]) => /<NAME>\s*[^<\s]/.test(element)).length;
    const { records, last } = await read(join(folder, 'tests', file));
    const systems = /<OPERATINGSYSTEM>[\s\S]*?<(FULL_NAME|NAME)>[^<]+/.test(text) ? 1 : 0;
    if (named + systems === 0) expect(last).toMatch(/NO_SOFTWARE|FORMAT_UNKNOWN/);
    else expect([last, records.length]).toEqual(['end', named + systems]);
  });

  it('are told by their content and not by their schema alone: every example that the schema allows is read as an inventory', async () => {
    const schema = JSON.parse(readFileSync(join(folder, 'inventory.schema.json'), 'utf8')) as object;
    const validate = new Ajv.Ajv({ strict: false, validateFormats: false }).compile({ ...schema, $schema: undefined });
    for (const file of files('examples', '.json')) {
      const isValid = validate(JSON.parse(readFileSync(join(folder, 'examples', file), 'utf8')));
      if (isValid) expect([file, (await read(join(folder, 'examples', file))).last]).toEqual([file, expect.stringMatching(/^(end|IMPORTING\.NO_SOFTWARE)$/)]);
    }
  });
});
