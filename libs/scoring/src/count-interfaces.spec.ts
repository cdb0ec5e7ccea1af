// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { countInterfaces, opennessOf, type InterfaceOpenness } from './index.js';

describe('an interface of the register', () => {
  it.each<[string, boolean | null, InterfaceOpenness]>([
    ['DATABASE: ODBC', true, 'OPEN'],
    ['DIRECTORY: LDAP', null, 'OPEN'],
    ['WEB_SERVICE: SOAP (proprietär)', null, 'PROPRIETARY'],
    ['WEB_SERVICE: SOAP (proprietär)', true, 'OPEN'],
    ['OFFICE_AUTOMATION: OLE/COM (Serienbrief)', false, 'DOCUMENTED'],
    ['DATABASE: T-SQL-Prozeduren', null, 'DOCUMENTED'],
    ['DATABASE: Direktzugriff auf Tabellen', false, 'PROPRIETARY'],
    ['FILE: Austauschdatei', false, 'UNKNOWN'],
    ['', null, 'UNKNOWN'],
    ['MESSAGE: Kasse.com', null, 'UNKNOWN'],
  ])('called %s, open standard %s, is %s', (kind, openStandard, openness) => {
    expect(opennessOf({ kind, openStandard })).toBe(openness);
  });

  it('is counted by its openness; one that nobody can tell leaves no count', () => {
    const known = [{ kind: 'LDAP', openStandard: true }, { kind: 'ODBC', openStandard: true }, { kind: 'PL/SQL', openStandard: false }];
    expect(countInterfaces(known)).toEqual({ OPEN: 2, DOCUMENTED: 1, PROPRIETARY: 0 });
    expect(countInterfaces([...known, { kind: 'Austauschdatei', openStandard: false }])).toBeNull();
    expect(countInterfaces([])).toBeNull();
  });
});
