// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readAll } from '../../testing/read-all.js';

const dpkg = `Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
||/ Name           Version        Architecture Description
+++-==============-==============-============-=================================
ii  libc6:amd64    2.36-9         amd64        GNU C Library: Shared libraries
rc  oldthing       1.0            all          removed, configuration left
ii  nginx          1.22.1-9       amd64        small, powerful web server
broken
`;

describe('reading lists of packages', () => {
  it.each<[string, string, [string, string | null][], number]>([
    ['dpkg-list', dpkg, [['libc6', '2.36-9'], ['nginx', '1.22.1-9']], 1],
    ['rpm-qa', 'bash-5.1.8-6.el9.x86_64\ngpg-pubkey-8483c65d-5ccc5b19\nxz-libs-5.2.5-8.el9.x86_64\ntzdata-2024a-1.el9.noarch\nbasesystem-11-13.el9.noarch\nsed-4.8-9.el9.x86_64\nca-certificates-2024.2.69-91.el9.noarch\nvim-8.2-1.x86_64\nglib2-2.68-1.x86_64\ndbus-1.12-1.x86_64\nkrb5-1.2-1.x86_64\n', [['bash', '5.1.8-6.el9'], ['xz-libs', '5.2.5-8.el9'], ['tzdata', '2024a-1.el9'], ['basesystem', '11-13.el9'], ['sed', '4.8-9.el9'], ['ca-certificates', '2024.2.69-91.el9'], ['vim', '8.2-1'], ['glib2', '2.68-1'], ['dbus', '1.12-1'], ['krb5', '1.2-1']], 0],
    ['osquery', JSON.stringify([{ name: 'Firefox', version: '120', publisher: 'Mozilla', install_date: '20240630' }, { name: 'Safari.app', bundle_short_version: '17.1' }, { version: '1' }]), [['Firefox', '120'], ['Safari', '17.1']], 1],
    ['winget-export', JSON.stringify({ $schema: 'https://aka.ms/winget-packages.schema.2.0.json', Sources: [{ Packages: [{ PackageIdentifier: 'Mozilla.Firefox', Version: '120.0' }, { PackageIdentifier: 'TDF.LibreOffice' }], SourceDetails: { Name: 'winget' } }] }), [['Mozilla.Firefox', '120.0'], ['TDF.LibreOffice', null]], 0],
  ])('reads %s', async (format, text, titles, rejected) => {
    const { detection, records, totals } = await readAll(text, {}, 11);
    expect(detection).toMatchObject({ format, isRegister: true });
    expect(records.map((record) => [record.title, record.version])).toEqual(titles);
    expect(totals?.rejected).toBe(rejected);
  });
});
