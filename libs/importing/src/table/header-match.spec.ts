// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { matchHeader } from './header-match.js';

describe('what the name of a column stands for', () => {
  it.each<[string, string]>([
    ['Software', 'title'], ['Produktname', 'title'], ['Anwendung', 'title'], ['DisplayName', 'title'], ['Application Name', 'title'], ['Name der Anwendung', 'title'], ['Standard Name', 'title'],
    ['SOFTWARE_NAME', 'title'], ['Software-Bezeichnung', 'title'], ['Anwendungen', 'title'], ['Hersteller', 'vendor'], ['Publisher', 'vendor'], ['Software-Hersteller', 'vendor'], ['Herstelller', 'vendor'],
    ['Versionsnummer', 'version'], ['Version (installiert)', 'version'], ['Rechner', 'host'], ['Computername', 'host'], ['Hostname', 'host'], ['Gerät', 'host'], ['Geraetename', 'host'], ['GERÄT', 'host'],
    ['Amt', 'department'], ['Fachbereich', 'department'], ['Installationsdatum', 'installedOn'], ['Install Date', 'installedOn'], ['Anzahl Nutzer', 'users'], ['Anzahl der Nutzer', 'users'],
    ['Lizenzen', 'seats'], ['Anzahl Lizenzen', 'seats'], ['Jahreskosten', 'costPerYear'], ['Jahreskosten (brutto)', 'costPerYear'], ['Vertragsende', 'contractEndsOn'], ['Lizenz', 'license'], ['PURL', 'purl'], ['CPE 2.3', 'cpe'],
  ])('%s → %s', (name, field) => {
    expect(matchHeader(name).map((match) => match.field)).toContain(field);
  });

  it.each(['OS Version', 'Betriebssystemversion', 'BIOS-Version', 'Gerätehersteller', 'Hardware-Hersteller', 'xq1', '', 'Kommentar', 'c3f4a1'])('%s says nothing about the software', (name) => {
    expect(matchHeader(name)).toEqual([]);
  });
});
