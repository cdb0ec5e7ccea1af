// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INVENTORY_FORMATS } from './detect-format.js';
import { CONTRACT_FIELDS, DEPARTMENT_FIELDS, INVENTORY_FIELDS } from './record.js';

const guide = readFileSync(join(process.cwd(), 'docs/guide/importing.md'), 'utf8');

describe('the guide', () => {
  it.each(INVENTORY_FORMATS)('has a line on where %s comes from', (format) => {
    expect(guide.split('\n').some((line) => line.startsWith('|') && (line.split('|')[1] as string).includes(`\`${format}\``))).toBe(true);
  });

  it('names every field that a column can stand for', () => {
    const words = new Set(guide.split(/[`,\s]+/));
    expect([...INVENTORY_FIELDS, ...CONTRACT_FIELDS, ...DEPARTMENT_FIELDS].filter((field) => !words.has(field))).toEqual([]);
  });
});
