// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readAll } from '../../testing/read-all.js';

const asJson = JSON.stringify({
  action: 'inventory',
  deviceid: 'pc-7-2024-01-02-03-04-05',
  partial: true,
  content: { versionclient: 'GLPI-Agent_v1.5', softwares: [{ name: 'gitg', version: '3.1', publisher: 'Fedora Project', install_date: '2019-12-19' }, { version: '1' }], operatingsystem: { full_name: 'Fedora 31', version: '31' }, users: [{ login: 'root' }] },
});
const asXml = `<?xml version="1.0" encoding="UTF-8"?><REQUEST><CONTENT><HARDWARE><NAME>pc-7</NAME><LASTLOGGEDUSER>someone</LASTLOGGEDUSER></HARDWARE>
<SOFTWARES><NAME>gitg</NAME><VERSION>3.1</VERSION><PUBLISHER>Fedora Project</PUBLISHER><INSTALLDATE>19/12/2019</INSTALLDATE></SOFTWARES>
<SOFTWARES><VERSION>1</VERSION><INSTALLDATE>N/A</INSTALLDATE></SOFTWARES><OPERATINGSYSTEM><FULL_NAME>Fedora 31</FULL_NAME><VERSION>31</VERSION></OPERATINGSYSTEM></CONTENT><QUERY>INVENTORY</QUERY></REQUEST>`;

describe('reading what inventory agents send', () => {
  it.each<[string, string, boolean]>([['glpi-json', asJson, true], ['agent-xml', asXml, false]])('reads %s: software and operating system of one machine', async (format, text, isPartial) => {
    const { detection, records, problems } = await readAll(text, {}, 9);
    expect(detection).toMatchObject({ format, isPartial, isRegister: false });
    expect(records.map((record) => [record.title, record.version, record.vendor, record.host, record.installedOn])).toEqual([
      ['gitg', '3.1', 'Fedora Project', 'pc-7', '2019-12-19'],
      ['Fedora 31', '31', null, 'pc-7', null],
    ]);
    expect(problems.map((problem) => problem.code)).toEqual(['IMPORTING.TITLE_MISSING']);
    expect(JSON.stringify(records)).not.toMatch(/someone|root/);
  });

  it.each<[string, string, string]>([
    ['without software', JSON.stringify({ deviceid: 'x', content: { versionclient: '1', batteries: [] } }), 'IMPORTING.NO_SOFTWARE'],
    ['cut short, in JSON', asJson.slice(0, -30), 'IMPORTING.FILE_CUT'],
    ['cut short, in XML', asXml.slice(0, -30), 'IMPORTING.FILE_CUT'],
    ['with entities of its own', asXml.replace('<REQUEST>', '<!DOCTYPE x [<!ENTITY a "b">]><REQUEST>'), 'IMPORTING.XML_DOCTYPE'],
  ])('refuses an inventory %s', async (_, text, code) => {
    expect((await readAll(text)).refusal?.code).toBe(code);
  });
});
