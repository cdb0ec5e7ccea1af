// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAll } from '../testing/read-all.js';

const bytesOf = (file: string): Uint8Array => readFileSync(join(process.cwd(), 'libs/importing/src/formats', file));

/** file, format, [host, title, version] of each record, codes of problems */
const SOFTWARE: [string, string, [string | null, string, string | null][], string[]][] = [
  ['dpkg/fixtures/dpkg-l.de.txt', 'dpkg-list', [[null, 'adduser', '3.134'], [null, 'linux-image-amd64', '6.1.99-1'], [null, 'libssl3', '3.0.14-1~deb12u2'], [null, 'zstd', '1.5.4+dfsg2-5']], ['NOT_A_PACKAGE']],
  ['dpkg/fixtures/dpkg-l.narrow.txt', 'dpkg-list', [[null, 'adduser', '3.118'], [null, 'libapache2-mod', '7.4.33-1+deb11']], ['NAME_CUT']],
  ['dpkg/fixtures/dpkg-query.txt', 'dpkg-query', [[null, 'adduser', '3.134'], [null, 'libssl3', '3.0.14-1~deb12u2'], [null, 'zlib1g', '1:1.2.13.dfsg-1'], [null, 'base-files', '12.4+deb12u6']], []],
  ['dpkg/fixtures/dpkg-query.format.txt', 'dpkg-query', [[null, 'adduser', '3.134'], [null, 'libssl3', '3.0.14-1~deb12u2']], []],
  ['rpm/fixtures/rpm-qa.txt', 'rpm-qa', [[null, 'bash', '5.1.8-6.el9'], [null, 'java-17-openjdk-headless', '17.0.9.0.9-2.el9'], [null, 'tzdata', '2024a-1.el9'], [null, 'basesystem', '11-13.el9'], [null, 'libstdc++', '11.4.1-2.1.el9'], [null, 'kernel', '5.14.0-362.el9'], [null, 'zlib', '1.2.11-40.el9'], [null, 'xz', '5.2.5-8.el9'], [null, 'sed', '4.8-9.el9'], [null, 'vim', '8.2-1.el9']], ['NOT_A_PACKAGE']],
  ['rpm/fixtures/rpm-qa.queryformat.txt', 'rpm-qa', [[null, 'bash', '5.1.8-6.el9'], [null, 'openssl', '3.0.7-24.el9'], [null, 'nginx', '1.24.0-1.el9.ngx']], []],
  ['rpm/fixtures/rpm-qa.no-architecture.txt', 'rpm-qa', [[null, 'bash', '5.1.8-6.el9'], [null, 'openssl', '3.0.7-24.el9']], []],
  ['rpm/fixtures/rpm-qa.last.txt', 'rpm-qa', [[null, 'openssl', '3.0.7-24.el9'], [null, 'bash', '5.1.8-6.el9']], []],
  ['rpm/fixtures/dnf-list.txt', 'rpm-qa', [[null, 'NetworkManager', '1:1.44.0-3.el9'], [null, 'bash', '5.1.8-6.el9'], [null, 'tzdata', '2024a-1.el9']], []],
  ['apt/fixtures/apt-list.de.txt', 'apt-list', [[null, 'adduser', '3.134'], [null, 'firefox-esr', '115.12.0esr-1~deb12u1'], [null, 'libssl3', '3.0.13-1~deb12u1']], []],
  ['apk/fixtures/apk-list.txt', 'apk-list', [[null, 'alpine-baselayout', '3.4.3-r1'], [null, 'busybox', '1.36.1-r5'], [null, 'musl', '1.2.4-r2']], []],
  ['apk/fixtures/apk-info.txt', 'apk-list', [[null, 'musl', '1.2.4-r2'], [null, 'busybox', '1.36.1-r5'], [null, 'ca-certificates-bundle', '20230506-r0']], []],
  ['pacman/fixtures/pacman-q.txt', 'pacman-q', [[null, 'bash', '5.2.026-2'], [null, 'glibc', '2.39+r52+gf8e4623421-1'], [null, 'linux-lts', '6.6.32-1'], [null, 'openssl', '3.3.0-1'], [null, 'qemu-base', '9.0.0-1'], [null, 'python-setuptools', '1:69.0.3-6']], []],
  ['snap/fixtures/snap-list.txt', 'snap-list', [[null, 'core22', '20240408'], [null, 'firefox', '126.0-2'], [null, 'mytool', '1.0']], []],
  ['flatpak/fixtures/flatpak-list.txt', 'flatpak-list', [[null, 'GNU Image Manipulation Program', '2.10.36'], [null, 'LibreOffice', '24.2.3.2'], [null, 'Freedesktop Platform', null]], []],
  ['winget/fixtures/winget-list.de.txt', 'winget-list', [[null, '7-Zip 23.01 (x64)', '23.01'], [null, 'Büro-Prüfer für Ämter', '2.1.0'], [null, 'Microsoft.VCRedist.2015+.x64', '14.38.33135.0'], [null, 'Ein sehr langer Name eines Fachverfahre', '4.0'], [null, '日本語アプリ', '1.0'], [null, 'Notepad++ (64-bit x64)', '8.6.4'], [null, 'Ungewiss', null], [null, 'Ungefähr', null]], ['NAME_CUT']],
  ['winget/fixtures/winget-list.en.utf-16.txt', 'winget-list', [[null, '7-Zip 23.01 (x64)', '23.01'], [null, 'Git', '2.45.1']], []],
  ['winget/fixtures/winget-export.json', 'winget-export', [[null, 'Mozilla.Firefox', '126.0'], [null, 'TDF.LibreOffice', null], [null, '9WZDNCRFJ3PZ', null]], []],
  ['osquery/fixtures/programs.json', 'osquery', [[null, 'Mozilla Firefox (x64 de)', '126.0'], [null, 'Fachverfahren Wohngeld', '4.2']], []],
  ['osquery/fixtures/deb-packages.csv', 'osquery', [[null, 'adduser', '3.134'], [null, 'zlib1g', '1:1.2.13.dfsg-1']], []],
  ['osquery/fixtures/rpm-packages.json', 'osquery', [[null, 'bash', '5.1.8-6.el9']], []],
  ['osquery/fixtures/apps.json', 'osquery', [[null, 'Firefox', '126.0'], [null, 'Keynote', '7040.0.1']], []],
  ['osquery/fixtures/results.differential.log', 'osquery', [['pc-1', 'Firefox', '126.0'], ['srv-1', 'nginx', '1.22.1-9']], ['JSON_LINE_INVALID']],
  ['osquery/fixtures/snapshots.log', 'osquery', [['pc-1', 'Writer', '7'], ['pc-2', 'Calc', '7'], ['pc-1', 'Firefox', '126.0'], ['pc-1', 'Writer', '7']], []],
  ['osquery/fixtures/snapshot.pretty.json', 'osquery', [['pc-1', 'Firefox', '126.0']], []],
  ['osquery/fixtures/events.array.json', 'osquery', [['pc-1', 'Firefox', '126.0']], []],
  ['console/fixtures/get-package.txt', 'powershell', [[null, '7-Zip 23.01 (x64)', '23.01'], [null, 'Größenplan', '1.0']], []],
  ['opsi/fixtures/product-on-client.json', 'opsi', [['pc-1.stadt.example', 'firefox', '126.0-1']], []],
  ['opsi/fixtures/export.json', 'opsi', [['pc-2.stadt.example', 'Mozilla Firefox', '125.0-3']], []],
  ['opsi/fixtures/products.csv', 'opsi', [['pc-1.stadt.example', 'firefox', '126.0-1'], ['pc-2.stadt.example', '7zip', '23.01-2']], []],
  ['intune/fixtures/discovered-apps.csv', 'intune', [[null, '7-Zip 23.01 (x64)', '23.01'], [null, 'Kompass, Verfahren', '1.0']], []],
  ['intune/fixtures/discovered-apps-per-device.csv', 'intune', [['PC-1', '7-Zip 23.01 (x64)', '23.01'], ['PC-2', 'Kompass', '1.0']], []],
  ['intune/fixtures/detected-apps.graph.json', 'intune', [[null, '7-Zip 23.01 (x64)', '23.01']], []],
  ['powershell/fixtures/uninstall.csv', 'powershell', [['PC-1', 'Mozilla Firefox (x64 de)', '126.0'], ['PC-2', 'Größenplan', '1.0']], []],
  ['powershell/fixtures/uninstall.json', 'powershell', [['PC-1', 'Mozilla Firefox (x64 de)', '126.0']], []],
  ['powershell/fixtures/get-package.csv', 'powershell', [[null, 'Mozilla Firefox (x64 de)', '126.0'], [null, 'Microsoft Edge Update', '1.3.187']], []],
  ['sccm/fixtures/add-remove-programs.csv', 'sccm', [['PC-1', 'Mozilla Firefox', '126.0'], ['PC-2', 'Kompass', '1.0']], []],
  ['lansweeper/fixtures/software.csv', 'lansweeper', [['PC-1', 'Mozilla Firefox', '126.0']], []],
  ['swid/fixtures/tag-2015.swidtag', 'swid', [[null, 'Amtsblatt & Archiv', '3.1.0']], []],
  ['swid/fixtures/tags-2009.swidtag', 'swid', [[null, 'Planwerk', '7.2'], [null, 'Planwerk Viewer', '7.2']], []],
  ['publiccode/fixtures/publiccode.yml', 'publiccode', [[null, 'Mängelmelder', '2.3.1']], []],
  ['csv/fixtures/excel.cp1252.csv', 'csv', [['PC-1', 'Größenplan "Pro" (x64)', '1,5'], ['PC-2', '=1+1', '0012']], []],
  ['agent/fixtures/glpi-full.json', 'glpi-json', [['pc-7', 'Debian GNU/Linux 12', '12'], ['pc-7', 'nginx', '1.22.1-9']], ['TITLE_MISSING']],
  ['agent/fixtures/ocs.xml', 'agent-xml', [['PC-8', 'Mozilla Firefox (x64 de)', '126.0'], ['PC-8', 'Größenplan', null]], []],
  ['json/fixtures/anwendungen.json', 'json', [[null, 'Wohngeld', null], [null, 'Kita', null]], []],
  ['json/fixtures/lines.ndjson', 'json', [['pc-1', 'Firefox', '126'], ['pc-2', 'Writer', '7'], ['pc-3', 'Calc', '7']], ['JSON_LINE_INVALID']],
];

describe('exports as tools make them', () => {
  it.each(SOFTWARE)('reads %s as %s, whatever it is called and however it is cut into pieces', async (file, format, records, problems) => {
    for (const [fileName, pieceBytes] of [['liste.csv', 7], ['inventar.xlsx', 100_000], ['x.pdf', 1_000]] as const) {
      const reading = await readAll(bytesOf(file), { fileName }, pieceBytes);
      expect([reading.refusal, reading.detection?.format, reading.detection?.recordKind]).toEqual([null, format, 'software']);
      if (file.includes('snapshots.log')) continue;
      expect(reading.records.map((record) => [record.host, record.title, record.version])).toEqual(records);
      expect(reading.problems.map((problem) => problem.code.replace('IMPORTING.', ''))).toEqual(problems);
      expect(reading.problems.every((problem) => problem.file === fileName)).toBe(true);
    }
  });

  it.each(SOFTWARE)('reads %s the same where the format %s is asked for', async (file, format, records) => {
    const reading = await readAll(bytesOf(file), { format });
    expect(reading.refusal).toBeNull();
    if (!file.includes('snapshots.log')) expect(reading.records.map((record) => [record.host, record.title, record.version])).toEqual(records);
  });

  it('lets the last word of a log of changes count: what came, and what is gone', async () => {
    const reading = await readAll(bytesOf('osquery/fixtures/results.differential.log'));
    expect(reading.detection).toMatchObject({ isPartial: true, isRegister: false });
    expect(reading.removed.map((record) => [record.host, record.title, record.version])).toEqual([['pc-1', 'Firefox', '125.0']]);
  });

  it('puts a later snapshot of a machine in the place of the one before', async () => {
    const { records, removed } = await readAll(bytesOf('osquery/fixtures/snapshots.log'));
    const there = new Set(records.map((record) => `${record.host} ${record.title} ${record.version}`));
    for (const record of removed) there.delete(`${record.host} ${record.title} ${record.version}`);
    expect([...there].sort()).toEqual(['pc-1 Firefox 126.0', 'pc-1 Writer 7', 'pc-2 Calc 7']);
    expect(removed.map((record) => record.version)).toEqual(['125.0']);
  });

  it('reads users into the field that is personal, machines counted into theirs, and vendors without addresses', async () => {
    const perDevice = await readAll(bytesOf('intune/fixtures/discovered-apps-per-device.csv'));
    expect(perDevice.records[0]).toMatchObject({ userName: 'Erika Muster', users: null });
    expect(JSON.stringify({ ...perDevice.records[0], userName: null })).not.toMatch(/erika/i);
    expect((await readAll(bytesOf('intune/fixtures/discovered-apps.csv'))).records[0]).toMatchObject({ devices: 412, userName: null });
    expect((await readAll(bytesOf('osquery/fixtures/deb-packages.csv'))).records[0]).toMatchObject({ vendor: 'Debian Adduser Developers' });
    expect((await readAll(bytesOf('osquery/fixtures/rpm-packages.json'))).records[0]).toMatchObject({ installedOn: '2023-11-14' });
    expect((await readAll(bytesOf('rpm/fixtures/rpm-qa.last.txt'))).records.map((record) => record.installedOn)).toEqual(['2024-06-05', '2024-02-12']);
    expect((await readAll(bytesOf('apk/fixtures/apk-list.txt'))).records[0]).toMatchObject({ license: 'GPL-2.0-only' });
    expect((await readAll(bytesOf('lansweeper/fixtures/software.csv'))).records[0]).toMatchObject({ userName: 'muster', installedOn: '2024-03-11' });
    expect((await readAll(bytesOf('publiccode/fixtures/publiccode.yml'))).records[0]).toMatchObject({ vendor: 'Stadt Beispiel', license: 'EUPL-1.2' });
    expect((await readAll(bytesOf('swid/fixtures/tags-2009.swidtag'))).records.map((record) => record.vendor)).toEqual(['Plan AG', 'Plan AG']);
    expect(JSON.stringify((await readAll(bytesOf('agent/fixtures/glpi-full.json'))).records)).not.toMatch(/erika/);
  });
});

describe('registers of contracts and plans of departments', () => {
  it('reads a German register of contracts, and leaves unknown what is not said', async () => {
    const { detection, contracts, problems, records, totals } = await readAll(bytesOf('contracts/fixtures/vertragsregister.csv'));
    expect([detection?.format, detection?.recordKind, records.length]).toEqual(['csv', 'contracts', 0]);
    expect(contracts).toEqual([
      { number: 'V-2021-014', title: 'Fachverfahren Wohngeld', vendor: 'Beispiel GmbH', department: 'Amt 50', startsOn: '2021-01-01', endsOn: '2026-12-31', isOpenEnded: false, notice: { months: 3 }, noticeTo: 'year-end', renewalMonths: 12, costPerYearCents: 1_234_567, costCents: null, metric: 'Named User', quantity: 40, line: 2 },
      { number: 'V-2022-003', title: 'Bürosuite', vendor: 'Muster AG', department: 'Amt 10', startsOn: '2022-07-01', endsOn: null, isOpenEnded: true, notice: { days: 42 }, noticeTo: 'quarter-end', renewalMonths: null, costPerYearCents: 960_000, costCents: null, metric: 'Gerät', quantity: 1200, line: 3 },
      { number: 'V-2023-001', title: 'Kartendienst', vendor: null, department: 'Amt 62', startsOn: '2023-03-01', endsOn: null, isOpenEnded: false, notice: null, noticeTo: null, renewalMonths: 0, costPerYearCents: null, costCents: null, metric: null, quantity: null, line: 5 },
    ]);
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([['IMPORTING.NOT_A_PERIOD', 5, 7], ['IMPORTING.NOT_A_DATE', 5, 6], ['IMPORTING.CONTRACT_UNNAMED', 6, 1]]);
    expect(totals).toMatchObject({ accepted: 3, rejected: 1 });
  });

  it('reads an English one', async () => {
    const { contracts } = await readAll(bytesOf('contracts/fixtures/contracts.en.csv'));
    expect(contracts).toMatchObject([{ number: 'C-1', title: 'Office Suite', notice: { months: 3 }, renewalMonths: 12, costPerYearCents: 1_440_000, quantity: 100, metric: 'User' }, { number: 'C-2', endsOn: null, isOpenEnded: false, renewalMonths: 0 }]);
  });

  it('reads a plan of departments', async () => {
    const { detection, departments, problems } = await readAll(bytesOf('departments/fixtures/organisation.csv'));
    expect(detection?.recordKind).toBe('departments');
    expect(departments.map(({ code, name, parent, headcount }) => [code, name, parent, headcount])).toEqual([['D1', 'Dezernat 1', null, null], ['10', 'Haupt- und Personalamt', 'D1', 120], ['33', 'Bürgeramt', 'D1', 85], ['33.1', 'Meldestelle', '33', null]]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['IMPORTING.DEPARTMENT_UNNAMED', 7]]);
    expect((await readAll(bytesOf('departments/fixtures/departments.en.csv'))).departments).toMatchObject([{ code: 'IT', parent: null }, { code: 'IT-1', name: 'Service Desk', parent: 'IT' }]);
  });

  it.each<[string, string]>([
    ['Fachverfahren;Nutzendes Fachamt;Anzahl Nutzer;Jahreskosten (€);Vertragsende;Lizenzen\nVerfahren A;Amt 33;1200;1,00;31.12.2027;40\n', 'software'],
    ['Rechner;Software;Vertragsnummer;Kündigungsfrist\nPC1;Firefox;V1;3 Monate\n', 'software'],
    ['Nr;Bezeichnung;Vertragspartner;Laufzeit von;Laufzeit bis;Kündigungsfrist\n1;Wartung;A;1.1.2024;1.1.2025;3 Monate\n', 'contracts'],
    ['Amt;Bezeichnung;Dezernat\n10;Hauptamt;1\n33;Bürgeramt;1\n', 'departments'],
    ['Amt;Software\n10;Firefox\n', 'software'],
  ])('tells what %j is about', async (text, kind) => {
    expect((await readAll(text)).detection?.recordKind).toBe(kind);
  });
});
