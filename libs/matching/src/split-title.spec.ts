// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { normaliseTitle, normaliseTitleFamily } from './normalise-title.js';
import { splitTitle } from './split-title.js';

describe('a raw title', () => {
  it.each([
    ['Microsoft Office Professional Plus 2019 - de-de (x64)', { vendorHint: 'Microsoft', name: 'Office', edition: 'Professional Plus', version: '2019', architecture: 'x64', language: 'de-DE' }],
    ['7-Zip 19.00 (x64 edition)', { vendorHint: null, name: '7-Zip', edition: null, version: '19.00', architecture: 'x64', language: null }],
    ['Java 8 Update 291 (64-bit)', { vendorHint: null, name: 'Java', edition: null, version: '8u291', architecture: 'x64', language: null }],
    ['SAP GUI for Windows 7.60 (Patch 5)', { vendorHint: 'SAP', name: 'GUI', edition: null, version: '7.60 Patch 5', architecture: null, language: null }],
    ['libreoffice-core 1:7.4.7-1+deb12u1', { vendorHint: null, name: 'libreoffice-core', edition: null, version: '7.4.7', architecture: null, language: null }],
    ['Mozilla Firefox 102.3.0 ESR (x64 de)', { vendorHint: 'Mozilla', name: 'Firefox', edition: 'ESR', version: '102.3.0', architecture: 'x64', language: 'de' }],
    ['Microsoft SQL Server 2017 Express Edition', { vendorHint: 'Microsoft', name: 'SQL Server', edition: 'Express', version: '2017', architecture: null, language: null }],
    ['Outlook Express 6', { vendorHint: null, name: 'Outlook Express', edition: null, version: '6', architecture: null, language: null }],
    ['Adobe_Acrobat_Reader_DC_-_Deutsch', { vendorHint: 'Adobe', name: 'Acrobat Reader', edition: 'DC', version: null, architecture: null, language: 'de' }],
    ['AutoCAD 2020 - Deutsch (German)', { vendorHint: null, name: 'AutoCAD', edition: null, version: '2020', architecture: null, language: 'de' }],
  ])('%j falls into its parts', (title, parts) => {
    expect(splitTitle(title)).toEqual(parts);
  });

  it.each([
    ['BÃ¼rgerbÃ¼ro', 'Bürgerbüro'],
    ['Bu\u0308rgerbu\u0308ro', 'Bürgerbüro'],
    ['B\u0081rgerb\u0081ro', 'BÜRGERBÜRO'],
    ['Microsoft® Office™', 'microsoft office'],
    ['Foo\u200b  Bar\u00a0Baz', 'foo bar baz'],
    ['Sys_Center&amp;Co', 'sys center co'],
  ])('%j is the same title as %j', (one, other) => {
    expect(normaliseTitle(one)).toBe(normaliseTitle(other));
  });

  it('belongs to one family with its other versions, architectures and languages', () => {
    expect(normaliseTitleFamily('Foo Reader 11.2 (x64) - de-de')).toBe(normaliseTitleFamily('foo reader 12'));
    expect(normaliseTitleFamily('Foo Reader 11')).not.toBe(normaliseTitleFamily('Foo Writer 11'));
  });

  it('never fails and never changes when read again, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (title) => {
        const key = normaliseTitle(title);
        expect(splitTitle(title).name.length).toBeLessThanOrEqual(800);
        expect(normaliseTitle(title)).toBe(key);
      }),
    );
  });
});
