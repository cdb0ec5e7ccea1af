// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { assembleCatalogue, catalogueJsonSchema, catalogueMessages, comparableName, parseCatalogueFile, type Catalogue } from '#catalogue';
import { calendarDate, describeProblem, type Problem } from '#kernel';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml')).sort();

function sentences(problems: readonly Problem[]): string {
  return problems.map((problem) => `${problem.file}:${problem.line} ${describeProblem(problem, catalogueMessages, 'en')}`).join('\n');
}

function readShipped(): Catalogue {
  const fragments = files.map((name) => {
    const result = parseCatalogueFile(readFileSync(new URL(name, folder), 'utf8'), name);
    if (!result.ok) throw new Error(sentences(result.problem));
    return result.value;
  });
  const result = assembleCatalogue(fragments, { today: calendarDate('2026-11-24')! });
  if (!result.ok) throw new Error(sentences(result.problem));
  return result.value;
}

describe('the catalogue that is shipped', () => {
  const catalogue = readShipped();
  const proprietary = catalogue.products.filter(({ license }) => license === 'LicenseRef-proprietary');
  const open = catalogue.products.filter(({ license }) => !license.startsWith('LicenseRef-'));

  it('reads and fits together without a problem or a warning', () => {
    expect(sentences(catalogue.warnings)).toBe('');
  });

  it('stays as broad as it was promised', () => {
    expect(proprietary.length).toBeGreaterThanOrEqual(MINIMUM.proprietary);
    expect(open.length).toBeGreaterThanOrEqual(MINIMUM.open);
    expect(proprietary.filter(({ specialisedProcedure }) => specialisedProcedure).length).toBeGreaterThanOrEqual(MINIMUM.procedures);
    expect(proprietary.filter(({ alternatives }) => alternatives.length > 0).length).toBeGreaterThanOrEqual(MINIMUM.withAlternatives);
  });

  it('says of every specialised procedure that is not open whether there is an alternative', () => {
    const silent = proprietary.filter((product) => product.specialisedProcedure && product.alternatives.length === 0 && product.noneKnown === undefined);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('gives every product names that differ from each other', () => {
    for (const { id, name, aliases } of catalogue.products) {
      const names = [name, ...aliases].map(comparableName);
      expect([id, new Set(names).size]).toEqual([id, names.length]);
      expect(names).not.toContain('');
    }
  });

  it('keeps release cycles in a possible order', () => {
    for (const { id, releaseCycles } of catalogue.products) {
      for (const { cycle, releasedOn, endOfSupportOn } of releaseCycles) {
        if (releasedOn !== undefined && endOfSupportOn !== undefined) expect(`${id} ${cycle} ${endOfSupportOn >= releasedOn}`).toBe(`${id} ${cycle} true`);
      }
    }
  });

  it('is offered to editors with the schema that the program reads by', () => {
    expect(JSON.parse(readFileSync(new URL('catalogue.schema.json', folder), 'utf8'))).toEqual(JSON.parse(JSON.stringify(catalogueJsonSchema())));
    for (const name of files) {
      const schema = name.includes('/') ? '../catalogue.schema.json' : './catalogue.schema.json';
      expect(readFileSync(new URL(name, folder), 'utf8')).toContain(`# yaml-language-server: $schema=${schema}`);
    }
  });
});

const MINIMUM = { proprietary: 500, open: 600, procedures: 120, withAlternatives: 350 };
