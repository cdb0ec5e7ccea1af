// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import type { DemoCity, DemoHost, DemoInstallationBatch, DemoTitle } from './demo-city.js';

const CLIENT_MANAGEMENT = 0;
const SERVER_SCAN = 1;

/**
 * What the client management exports: semicolons, German headers and dates, columns that nobody needs.
 *
 * @returns chunks of text, each of whole lines ended by CR LF; the first begins with the header
 */
export function* demoInventoryCsv(city: DemoCity): Generator<string> {
  const departments = new Map(city.departments.map(({ id, name }) => [id, name]));
  yield 'Gerätename;Gerätetyp;Org.-Einheit (OE);Software - Bezeichnung;Hersteller;Vers.;Inst.-Datum;Bemerkung\r\n';
  yield* lines(city, CLIENT_MANAGEMENT, (host, title, version, installedOn) =>
    [host.name, KIND_NAMES[host.kind], departments.get(host.departmentId) ?? '', title.raw, title.vendor ?? '', version ?? '', germanDate(installedOn), ''].map(semicolonCell).join(';') + '\r\n',
  );
}

/** What the scan of the servers writes: commas, English headers, ISO dates, LF. Chunks as in {@link demoInventoryCsv}. */
export function* demoServerScanCsv(city: DemoCity): Generator<string> {
  yield 'hostname,package,version,vendor,install_date\n';
  yield* lines(city, SERVER_SCAN, (host, title, version, installedOn) => [host.name, title.raw, version ?? '', title.vendor ?? '', installedOn ?? ''].map(commaCell).join(',') + '\n');
}

/** The application register as a person keeps it: no hosts, users only where somebody knows them. Chunks as in {@link demoInventoryCsv}. */
export function* demoRegisterCsv(city: DemoCity): Generator<string> {
  const departments = new Map(city.departments.map(({ id, name }) => [id, name]));
  yield 'Verfahren;Hersteller / Anbieter;Fachamt;Nutzer (ca.);Bemerkung\r\n';
  yield city.register.map(({ title, vendor, departmentId, users, note }) =>
    [title, vendor ?? '', departmentId === null ? '' : (departments.get(departmentId) ?? ''), users === null ? '' : String(users), note ?? ''].map(semicolonCell).join(';') + '\r\n').join('');
}

const KIND_NAMES = { WORKSTATION: 'Arbeitsplatz-PC', NOTEBOOK: 'Notebook', SERVER: 'Server', THIN_CLIENT: 'ThinClient' } as const;

type LineOf = (host: DemoHost, title: DemoTitle, version: string | null, installedOn: CalendarDate | null) => string;

function* lines(city: DemoCity, source: number, lineOf: LineOf): Generator<string> {
  for (const batch of city.installations()) {
    const text = linesOf(city, batch, source, lineOf);
    if (text !== '') yield text;
  }
}

function linesOf(city: DemoCity, batch: DemoInstallationBatch, source: number, lineOf: LineOf): string {
  let text = '';
  for (let row = 0; row < batch.length; row++) {
    if (batch.sources[row] !== source) continue;
    text += lineOf(city.hosts[batch.hosts[row] as number] as DemoHost, city.titles[batch.titles[row] as number] as DemoTitle, batch.versions[row] ?? null, batch.installedOn[row] ?? null);
  }
  return text;
}

function germanDate(date: CalendarDate | null): string {
  return date === null ? '' : `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

function semicolonCell(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function commaCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
