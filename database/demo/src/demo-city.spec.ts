// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { calendarDate, type CalendarDate } from '#kernel';
import { demoInventoryCsv, demoRegisterCsv, demoServerScanCsv, generateDemoCity, type DemoCatalogueProduct, type DemoCity } from './index.js';

const today = calendarDate('2027-03-15') as CalendarDate;

/** A catalogue of invented procedures and of products that everybody knows. */
const catalogue: DemoCatalogueProduct[] = [
  ...(
    [
      ['microsoft-windows-11', 'Microsoft Windows 11', 'Microsoft', 'client-os', false],
      ['microsoft-windows-10', 'Microsoft Windows 10', 'Microsoft', 'client-os', false],
      ['microsoft-windows-server', 'Microsoft Windows Server', 'Microsoft', 'server-os', false],
      ['debian', 'Debian GNU/Linux', 'Debian', 'server-os', true],
      ['microsoft-office', 'Microsoft Office', 'Microsoft', 'office-suite', false],
      ['libreoffice', 'LibreOffice', 'The Document Foundation', 'office-suite', true],
      ['microsoft-sql-server', 'Microsoft SQL Server', 'Microsoft', 'database', false],
      ['postgresql', 'PostgreSQL', 'PostgreSQL Global Development Group', 'database', true],
      ['autodesk-autocad', 'AutoCAD', 'Autodesk', 'cad', false],
      ['microsoft-active-directory', 'Active Directory', 'Microsoft', 'directory', false],
      ['firefox', 'Mozilla Firefox', 'Mozilla', 'browser', true],
    ] as const
  ).map(([id, name, vendorName, category, open]) => product(id, name, vendorName, category, open, false)),
  ...Array.from({ length: 60 }, (_, index) => product(`verfahren-${index}`, `Prüfverfahren ${String.fromCharCode(65 + (index % 26))}${index}`, `Kommunalhaus ${index % 9} GmbH`, ['Wohngeld', 'Kfz-Zulassung', 'Friedhof', 'Sonstiges'][index % 4] as string, false, true)),
];

function product(id: string, name: string, vendorName: string, category: string, open: boolean, specialisedProcedure: boolean): DemoCatalogueProduct {
  return {
    id, name, vendorName, category, specialisedProcedure,
    aliases: [`${name} 2019`, `${vendorName} ${name}`, `${name} Client`],
    license: open ? 'MPL-2.0' : 'LicenseRef-proprietary',
    distribution: ['desktop'],
    releaseCycles: [{ cycle: '2016', endOfSupportOn: '2025-10-14' }, { cycle: '2019', endOfSupportOn: '2026-10-14' }, { cycle: '2024' }],
    alternatives: [],
  };
}

/** Everything about a city as one number, the streamed rows included. */
function fingerprint(city: DemoCity): string {
  const hash = createHash('sha256').update(JSON.stringify(city));
  for (const { hosts, titles, sources, versions, installedOn } of city.installations()) {
    hash.update(hosts).update(titles).update(sources).update(versions.join()).update(installedOn.join());
  }
  return hash.digest('hex');
}

describe('the demo city', () => {
  const city = generateDemoCity({ seed: 7, size: 'city', catalogue, today });
  const rows = [...city.installations()];
  const total = rows.reduce((sum, { length }) => sum + length, 0);

  it('has the size that was asked for', () => {
    expect(city.departments).toHaveLength(60);
    expect(city.hosts).toHaveLength(6_000);
    expect(city.titles).toHaveLength(900);
    expect(city.contracts).toHaveLength(180);
    expect(total).toBeGreaterThan(240_000);
    expect(total).toBeLessThan(260_000);
  });

  it('is the same again for the same seed, whatever the order of the catalogue, and another one for another seed', () => {
    const small = (seed: number, products = catalogue) => fingerprint(generateDemoCity({ seed, size: 'large', factor: 0.1, catalogue: products, today }));
    expect(small(7, [...catalogue].reverse())).toBe(small(7));
    expect(small(8)).not.toBe(small(7));
  });

  it('says of itself that it is invented', () => {
    expect(city.note.de).toMatch(/erfunden/);
    expect(city.note.en).toMatch(/invented/);
  });

  it('is one tree of departments, parents first', () => {
    const seen = new Set<string | null>([null]);
    for (const { id, parentId } of city.departments) {
      expect(seen).toContain(parentId);
      seen.add(id);
    }
    expect(city.departments.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  });

  it('names hosts, titles and contracts once each', () => {
    expect(new Set(city.hosts.map(({ name }) => name.toLowerCase())).size).toBe(6_000);
    expect(new Set(city.titles.map(({ raw }) => raw)).size).toBe(900);
    expect(new Set(city.contracts.map(({ number }) => number)).size).toBe(180);
    expect(new Set(city.interfaces.map(({ id }) => id)).size).toBe(city.interfaces.length);
  });

  it('sees a title at most once per host and source, never before the host or after today', () => {
    const seen = new Set<number>();
    for (const batch of rows) {
      for (let row = 0; row < batch.length; row++) {
        seen.add(((batch.hosts[row] as number) * 3 + (batch.sources[row] as number)) * 1_000 + (batch.titles[row] as number));
        const date = batch.installedOn[row];
        if (date != null && (date > today || date < (city.hosts[batch.hosts[row] as number] as DemoCity['hosts'][number]).acquiredOn)) throw new Error(`installed on ${date}`);
      }
    }
    expect(seen.size).toBe(total);
  });

  it('uses every title it lists, but for a few rare ones', () => {
    const used = new Set(rows.flatMap(({ titles }) => [...titles]));
    expect(used.size).toBeGreaterThan(860);
  });

  it('puts office software nearly everywhere, CAD where plans are drawn, a procedure into its own department', () => {
    const desks = city.hosts.filter(({ kind }) => kind === 'WORKSTATION');
    const share = (productId: string, where: (departmentId: string) => boolean) => {
      const hosts = new Set<number>();
      for (const batch of rows) batch.titles.forEach((title, row) => city.titles[title]?.productId === productId && hosts.add(batch.hosts[row] as number));
      const place = desks.filter(({ departmentId }) => where(departmentId));
      return place.filter((host) => hosts.has(city.hosts.indexOf(host))).length / place.length;
    };
    expect(share('microsoft-office', () => true)).toBeGreaterThan(0.9);
    expect(share('autodesk-autocad', (id) => id === 'amt-61')).toBeGreaterThan(8 * share('autodesk-autocad', (id) => id.startsWith('amt-5')));
    expect(share('verfahren-0', (id) => id === 'amt-50-1')).toBeGreaterThan(8 * share('verfahren-0', (id) => id === 'amt-37'));
  });

  it('speaks only of products that the catalogue has', () => {
    const known = new Set(catalogue.map(({ id }) => id));
    const named = [...city.contracts.flatMap(({ productIds }) => productIds), ...city.interfaces.flatMap(({ fromProductId, toProductId }) => [fromProductId, toProductId]), ...city.assessments.map(({ productId }) => productId), ...city.exemptions.map(({ productId }) => productId)];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(300);
  });

  it('has contracts with notice periods and tacit renewal, some due soon, some with unknown cost', () => {
    expect(city.contracts.filter(({ renewalMonths }) => renewalMonths !== null).length).toBeGreaterThan(60);
    expect(city.contracts.filter(({ endsOn }) => endsOn !== null && endsOn < '2027-09-15').length).toBeGreaterThan(10);
    expect(city.contracts.some(({ costPerYearCents }) => costPerYearCents === null)).toBe(true);
    for (const { startsOn, endsOn } of city.contracts) if (endsOn !== null) expect(endsOn > startsOn).toBe(true);
  });

  it('leaves something unknown in the register', () => {
    expect(city.register.some(({ users }) => users === null)).toBe(true);
    expect(city.register.some(({ users }) => users !== null)).toBe(true);
  });

  it('writes its sources as files with one line for each installation', () => {
    const countLines = (chunks: Iterable<string>) => [...chunks].join('').split('\n').length - 2;
    expect(countLines(demoInventoryCsv(city)) + countLines(demoServerScanCsv(city))).toBe(total);
    expect(countLines(demoRegisterCsv(city))).toBe(city.register.length);
  });

  it('stands with an empty catalogue, and refuses a factor that makes no city', () => {
    const empty = generateDemoCity({ seed: 1, size: 'city', catalogue: [], today });
    expect(empty.contracts).toEqual([]);
    expect(empty.titles).toHaveLength(900);
    expect(() => generateDemoCity({ seed: 1, size: 'large', factor: Number.NaN, catalogue, today })).toThrow(RangeError);
  });

  it('grows with its factor', () => {
    const larger = generateDemoCity({ seed: 7, size: 'large', factor: 1.5, catalogue, today });
    expect(larger.hosts).toHaveLength(9_000);
    let length = 0;
    for (const batch of larger.installations()) length += batch.length;
    expect(length).toBeGreaterThan(360_000);
    expect(length).toBeLessThan(390_000);
  });
});
