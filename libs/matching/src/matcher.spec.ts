// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describeProblem } from '#kernel';
import { compileMatcher, matchingMessages, type KnownProduct, type MatchDecision, type TitleDecision } from './index.js';

const product = (id: number, name: string, vendorName: string | null, aliases: string[] = [], identifiers: Partial<KnownProduct['identifiers']> = {}): KnownProduct => ({
  id, name, vendorName, vendorAliases: [], aliases, identifiers: { purl: [], cpe: [], winget: [], debian: [], ...identifiers },
});
const products = [
  product(1, 'Microsoft Office', 'Microsoft'),
  product(2, 'Adobe Acrobat Reader', 'Adobe', ['Adobe Reader']),
  product(3, 'Mozilla Firefox', 'Mozilla', ['Firefox'], { winget: ['Mozilla.Firefox'], cpe: ['cpe:2.3:a:mozilla:firefox:*:*:*:*:*:*:*:*'], debian: ['firefox-esr'], purl: ['pkg:deb/debian/firefox'] }),
  product(4, 'LibreOffice', 'The Document Foundation'),
  product(5, 'Microsoft SQL Server', 'Microsoft', ['SQL Server']),
  product(6, 'Visual Studio', 'Microsoft', ['Microsoft Visual Studio']),
  product(7, 'ArcGIS Pro', 'Esri'),
  product(8, 'Session', 'Somacos GmbH & Co. KG'),
  product(9, 'Session', 'Nordwerk AG'),
  product(10, 'Bürgerbüro Plus', null),
  product(11, 'Oracle Database', 'Oracle'),
  product(12, 'GitLab Community Edition', 'GitLab Inc.', ['GitLab CE']),
];
const matcher = compileMatcher({ products, decisions: [] });
const verdict = ({ decision, productId }: MatchDecision): unknown => [decision, productId];

describe('a title of a known product', () => {
  it.each([
    ['Microsoft Office Professional Plus 2019 - de-de', null, 1],
    ['Office 2016', 'Microsoft Corporation', 1],
    ['Adobe Reader XI (11.0.23) - Deutsch', 'Adobe Systems Incorporated', 2],
    ['Mozila Firefox 88 (x64 de)', null, 3],
    ['Libre Office 7.3', null, 4],
    ['BÃ¼rgerbÃ¼ro Plus 3', null, 10],
    ['Buergerbuero Plus', null, 10],
    ['BURGERBURO PLUS', null, 10],
    ['Session 5.4', 'Somacos GmbH & Co. KG', 8],
  ])('%j of %j is recognised', (title, vendor, id) => {
    expect(verdict(matcher.match({ title, vendor }))).toEqual(['MATCHED', id]);
  });

  it.each([
    [{ title: 'whatever', purl: 'pkg:deb/debian/firefox@102.3?arch=amd64' }, 3],
    [{ title: 'whatever', cpe: 'cpe:/a:mozilla:firefox:102.0' }, 3],
    [{ title: 'Mozilla.Firefox' }, 3],
    [{ title: 'firefox-esr 102.15.0esr-1~deb12u1' }, 3],
  ])('%j is recognised by its identifier', (asked, id) => {
    expect(verdict(matcher.match(asked))).toEqual(['MATCHED', id]);
  });
});

describe('a title that only looks like a known product', () => {
  it.each([
    'Visual Studio Code', 'Microsoft SQL Server Management Studio', 'Adobe Acrobat', 'Oracle VM VirtualBox', 'OpenOffice 4.1', 'Microsoft Office Viewer', 'Office Timeline', 'LibreOffice SDK', 'Firefox Focus', 'Visual Studio 2019 Build Tools', 'SQL Developer', 'Kingsoft Office', 'Oracle SQL Server',
  ])('%j is not taken for it', (title) => {
    expect(matcher.match({ title }).productId).toBeNull();
  });

  it('waits for a person where the name fits and the evidence does not suffice', () => {
    expect(matcher.match({ title: 'Office 2016' }).decision).toBe('AMBIGUOUS');
    expect(matcher.match({ title: 'Firefox', vendor: 'Kestrel GmbH' }).decision).toBe('AMBIGUOUS');
    expect(matcher.match({ title: 'Session' })).toMatchObject({ decision: 'AMBIGUOUS', productId: null, candidates: [{ productId: 8 }, { productId: 9 }] });
    expect(matcher.match({ title: 'ArcGIS 10' }).decision).toBe('AMBIGUOUS');
    expect(matcher.match({ title: 'GitLab Enterprise Edition' }).decision).toBe('AMBIGUOUS');
  });

  it.each(['', '   ', '???', '\u0000', '4711', '{90160000-008C-0000-0000-0000000FF1CE}', 'Test', 'x'.repeat(100_000), '('.repeat(5_000)])('%# is nobody', (title) => {
    expect(matcher.match({ title }).decision).toBe('UNMATCHED');
  });
});

describe('a word that many are called by', () => {
  const common = compileMatcher({
    products: [
      product(1, 'Signal', 'Signal Messenger'), product(2, 'AtoM', 'Artefactual Systems', ['Access to Memory']), product(3, 'Microsoft Outlook', 'Microsoft', ['Outlook']), product(4, 'Kerio Connect', 'GFI', ['Kerio MailServer']),
      product(5, 'cosinex Vergabemanagementsystem', 'cosinex', ['VMS']), product(6, 'Einsatzverwaltung', 'Abrain'), product(7, 'Orca Screen Reader', 'GNOME', [], { debian: ['orca'] }), product(8, 'AutoHotkey', 'AutoHotkey Foundation'), product(9, 'Tor Browser', 'Tor Project'),
    ],
    decisions: [],
  });
  it.each(['Signal', 'Atom 1.60', 'Mail Server', 'VMS', 'Einsatzverwaltung', 'orca', 'Signal Software', 'Signal | Kestrel GmbH', 'Tor Browser | Microsoft Corporation'])('%j alone is taken for nothing', (line) => {
    const [title, vendor] = line.split(' | ');
    expect(common.match({ title: title!, vendor: vendor ?? null }).decision).not.toBe('MATCHED');
  });
  it.each([
    ['Signal 6.40', 'Signal Messenger, LLC', 1], ['Outlook 2016', null, 3], ['Kerio MailServer 6', null, 4], ['VMS', 'cosinex GmbH', 5], ['orca 43.1-1', null, 7], ['orca', 'Debian GNOME Maintainers', 7], ['AutoHotkey 1.1', 'Lexikos', 8],
  ])('%j of %j is recognised by its evidence', (title, vendor, id) => {
    expect(verdict(common.match({ title, vendor }))).toEqual(['MATCHED', id]);
  });
});

describe('a name that is nearly or partly a known one', () => {
  const near = compileMatcher({
    products: [
      product(1, 'Windows Package Manager', 'Microsoft', ['App-Installer']), product(2, 'GoTo Meeting', 'GoTo', ['GoToMeeting']), product(3, 'COMP.ASS', 'Prosoz'), product(4, 'PyCharm Community Edition', 'JetBrains', ['PyCharm']),
      product(5, 'Microsoft 365 Copilot', 'Microsoft', ['Copilot']), product(6, 'Python', 'Python Software Foundation'), product(7, 'Elasticsearch', 'Elastic'), product(8, 'Double Commander', 'Double Commander project'), product(9, 'Microsoft DHCP Server', 'Microsoft'),
      product(10, 'Adobe Photoshop', 'Adobe', ['Photoshop', 'Adobe Photoshop CC']), product(11, 'Microsoft Windows 10', 'Microsoft', ['Win 10']),
    ],
    decisions: [],
  });
  it.each(['ZipInstaller', 'ZohoMeeting', 'Compass', 'PyCharm Professional Edition', 'GitHub Copilot', 'DHCP Server', 'Double Commander | Microsoft Corporation'])('%j is not taken for it', (line) => {
    const [title, vendor] = line.split(' | ');
    expect(near.match({ title: title!, vendor: vendor ?? null }).decision).not.toBe('MATCHED');
  });
  it.each([
    ['Python.org Python 3.3', null, 6], ['Python Python 3', null, 6], ['Elastic ElasticSearch 5.0', null, 7], ['Double Commander 1.0', 'alexx2000', 8], ['PyCharm 2023', null, 4], ['Photoshop CC', null, 10], ['Win 10 Enterprise', null, 11],
  ])('%j of %j is recognised all the same', (title, vendor, id) => {
    expect(verdict(near.match({ title, vendor }))).toEqual(['MATCHED', id]);
  });
});

describe('a package', () => {
  const packages = compileMatcher({
    products: [
      product(1, 'PostgreSQL', 'PostgreSQL project', [], { debian: ['postgresql'] }), product(2, 'Apache Tomcat', 'Apache', [], { debian: ['tomcat10'] }), product(3, 'Apache HTTP Server', 'Apache', [], { debian: ['apache2'] }),
      product(4, 'MySQL', 'Oracle', [], { debian: ['mysql-server'] }), product(5, 'Vim', 'Vim project', [], { debian: ['vim'] }),
    ],
    decisions: [],
  });
  it.each([
    ['postgresql-15 15.5-0+deb12u1', 1], ['tomcat9 9.0.70-2', 2], ['httpd-2.4.57-5.el9.x86_64', 3], ['mysql-server-8.0 8.0.35-0ubuntu0.22.04.1', 4], ['vim-enhanced-8.2.2637-20.el9_1.x86_64', 5],
  ])('%j is its product, whatever version its name holds', (title, id) => {
    expect(verdict(packages.match({ title }))).toEqual(['MATCHED', id]);
  });
  it.each(['postgresql-client-common 248', 'apache2-utils 2.4.57-2', 'libmysqlclient21 8.0.35', 'vim-common 2:9.0.1378-2', 'perl-modules-5.36'])('%j is a part', (title) => {
    expect(packages.match({ title })).toMatchObject({ productId: null });
  });
});

describe('a component', () => {
  it.each(['Microsoft Teams Meeting Add-in for Microsoft Office', 'Teams Machine-Wide Installer', 'Microsoft Excel MUI (German) 2016', 'Java Auto Updater'])('%j is a part even where the catalogue lists it beside its product', (title) => {
    const listed = compileMatcher({ products: [product(1, 'The Product', 'Microsoft', [title, title.replace(' (German) 2016', '')])], decisions: [] });
    expect(listed.match({ title })).toMatchObject({ productId: null, role: 'COMPONENT', componentOfProductId: 1 });
  });

  it('is what the product’s own name says and yet the product', () => {
    const driver = compileMatcher({ products: [product(1, 'Microsoft ODBC Driver for SQL Server', 'Microsoft')], decisions: [] });
    expect(driver.match({ title: 'Microsoft ODBC Driver 17 for SQL Server' })).toMatchObject({ productId: 1 });
  });

  it.each(['Service Pack 2 for SQL Server 2016', 'Cumulative Update 5 for SQL Server 2019', 'Hotfix für Windows XP'])('%j belongs to something', (title) => {
    expect(matcher.match({ title })).toMatchObject({ productId: null, role: 'COMPONENT', componentKind: 'UPDATE' });
  });

  it('is no cumulative update that only says how new the product is', () => {
    expect(matcher.match({ title: 'Microsoft SQL Server 2016 Cumulative Update 3' })).toMatchObject({ productId: 5, role: 'PRODUCT' });
  });

  it.each([
    ['Security Update for Microsoft Office 2016 (KB3085538) 32-Bit Edition', 'UPDATE', 1],
    ['Update für Microsoft Office 2013 (KB3039720)', 'UPDATE', 1],
    ['LibreOffice 7.4 Help Pack (German)', 'LANGUAGE_PACK', 4],
    ['libreoffice-core 1:7.4.7-1+deb12u1', 'PACKAGE_PART', 4],
    ['Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.36.32532', 'RUNTIME', null],
    ['Realtek Audio Treiber', 'DRIVER', null],
    ['Pilote d’imprimante Ricoh', 'DRIVER', null],
  ])('%j stays out of the candidates', (title, componentKind, componentOfProductId) => {
    expect(matcher.match({ title })).toMatchObject({ decision: 'UNMATCHED', productId: null, role: 'COMPONENT', componentKind, componentOfProductId });
  });

  it('is what a library of a programming language is, even if a product is called so', () => {
    expect(matcher.match({ title: 'firefox', purl: 'pkg:npm/firefox@1.0.0' })).toMatchObject({ productId: null, role: 'COMPONENT', componentKind: 'LIBRARY' });
  });
});

describe('a person’s decision', () => {
  const decide = (...decisions: TitleDecision[]) => compileMatcher({ products, decisions });

  it('wins over every rule, for the title or for its family', () => {
    const one = decide({ title: 'Office 2016', vendor: null, scope: 'TITLE', kind: 'PRODUCT', productId: 4 });
    expect(verdict(one.match({ title: 'OFFICE  2016', vendor: 'Microsoft' }))).toEqual(['MATCHED', 4]);
    expect(one.match({ title: 'Office 2013' }).decision).toBe('AMBIGUOUS');
    const family = decide({ title: 'Office 2016', vendor: null, scope: 'FAMILY', kind: 'PRODUCT', productId: 4 });
    expect(verdict(family.match({ title: 'Office 2013 (x64)' }))).toEqual(['MATCHED', 4]);
  });

  it('can say that a title is no product', () => {
    expect(matcher.match({ title: 'Firefox 100' }).productId).toBe(3);
    expect(verdict(decide({ title: 'Firefox', vendor: null, scope: 'FAMILY', kind: 'NOT_SOFTWARE', productId: null }).match({ title: 'Firefox 100' }))).toEqual(['MATCHED', null]);
  });

  it('about a title goes no further than its family, though the words are the same', () => {
    const one = decide({ title: 'Kestrelplan (de)', vendor: null, scope: 'TITLE', kind: 'PRODUCT', productId: 4 });
    expect(one.match({ title: 'Kestrelplan (de)' }).productId).toBe(4);
    expect(one.match({ title: 'Kestrelplan de' }).productId).toBeNull();
  });

  it('can say that a title is a component, of a product or of nobody knows what', () => {
    const some = decide({ title: 'Firefox Hilfspaket', vendor: null, scope: 'TITLE', kind: 'COMPONENT', productId: 3 }, { title: 'Foo Teil', vendor: null, scope: 'TITLE', kind: 'COMPONENT', productId: 99 });
    expect(some.match({ title: 'Firefox Hilfspaket' })).toMatchObject({ decision: 'MATCHED', productId: null, role: 'COMPONENT', componentOfProductId: 3 });
    expect(some.match({ title: 'Foo Teil' })).toMatchObject({ decision: 'MATCHED', productId: null, role: 'COMPONENT', componentOfProductId: null });
  });

  it('for one vendor comes before one for any, the later before the earlier, and one for a product that is gone counts nothing', () => {
    const some = decide({ title: 'Foo', vendor: null, scope: 'TITLE', kind: 'PRODUCT', productId: 1 }, { title: 'Foo', vendor: 'Kestrel', scope: 'TITLE', kind: 'PRODUCT', productId: 2 }, { title: 'Foo', vendor: null, scope: 'TITLE', kind: 'PRODUCT', productId: 3 }, { title: 'Bar', vendor: null, scope: 'TITLE', kind: 'PRODUCT', productId: 99 });
    expect(some.match({ title: 'Foo', vendor: 'Kestrel GmbH' }).productId).toBe(2);
    expect(some.match({ title: 'Foo' }).productId).toBe(3);
    expect(some.match({ title: 'Bar' }).decision).toBe('UNMATCHED');
  });
});

describe('replaying', () => {
  const title = fc.record({ title: fc.array(fc.constantFrom('Microsoft', 'Office', 'Reader', 'Adobe', 'SQL', 'Server', 'Firefox', 'Mozila', 'Session', '2016', '(x64)', 'Viewer', 'Visual', 'Studio', 'GitLab'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')), vendor: fc.constantFrom(null, 'Microsoft', 'Adobe', 'Kestrel') });
  const decision = fc.record({ title: fc.constantFrom('Office', 'Reader', 'Session', 'SQL Reader'), vendor: fc.constantFrom(null, 'Adobe'), scope: fc.constantFrom('TITLE' as const, 'FAMILY' as const), answer: fc.constantFrom<Pick<TitleDecision, 'kind' | 'productId'>>({ kind: 'NOT_SOFTWARE', productId: null }, { kind: 'COMPONENT', productId: 1 }, { kind: 'PRODUCT', productId: 2 }, { kind: 'PRODUCT', productId: 3 }) }).map(({ answer, ...rest }) => ({ ...rest, ...answer }));

  it('over history gives what live import gave, in whatever order titles came and products are listed', () => {
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), fc.array(decision, { maxLength: 4 }), fc.shuffledSubarray(products, { minLength: products.length }), (history, decisions, shuffled) => {
        const live = compileMatcher({ products, decisions });
        const answers = history.map((one) => live.match(one));
        const replay = compileMatcher({ products: shuffled, decisions });
        expect([...history].reverse().map((one) => replay.match(one)).reverse()).toEqual(answers);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the reasons', () => {
  const asked = ['Office', 'Office 2016', 'Microsoft Office 2016', 'Mozila Firefox', 'Session', 'ArcGIS 10', 'Visual Studio Code', 'Security Update for Microsoft Office', '', 'zzz', 'Bürgerbüro Plus (Rathaus)', 'Mozilla.Firefox'];
  it('are sentences in both languages with all their facts', () => {
    const byPerson = compileMatcher({ products, decisions: [{ title: 'Foo', vendor: null, scope: 'TITLE', kind: 'COMPONENT', productId: 1 }, { title: 'Bar', vendor: null, scope: 'TITLE', kind: 'NOT_SOFTWARE', productId: null }] });
    const reasons = [...asked.map((title) => matcher.match({ title })), matcher.match({ title: 'Firefox', vendor: 'Kestrel' }), byPerson.match({ title: 'Foo' }), byPerson.match({ title: 'Bar' })].flatMap((one) => one.reasons);
    for (const reason of reasons) {
      for (const language of ['de', 'en'] as const) {
        const sentence = describeProblem(reason, matchingMessages, language);
        expect(sentence).not.toBe(reason.code);
        expect(sentence).not.toMatch(/\{\w+\}/);
      }
    }
    expect(new Set(reasons.map(({ code }) => code)).size).toBeGreaterThanOrEqual(10);
  });
});
