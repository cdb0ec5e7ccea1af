// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DemoInterface } from '../demo-city.js';

/** A way in which two systems exchange data: kind, standard, open or not, direction. */
export type InterfaceStyle = readonly [DemoInterface['kind'], string, boolean, DemoInterface['direction']];

/** From a specialised procedure to the office suite. */
export const TO_OFFICE: readonly InterfaceStyle[] = [
  ['OFFICE_AUTOMATION', 'OLE/COM (Serienbrief)', false, 'ONE_WAY'],
  ['OFFICE_AUTOMATION', 'Word-Vorlage mit VBA', false, 'ONE_WAY'],
  ['FILE', 'DOCX', true, 'ONE_WAY'],
  ['FILE', 'ODF', true, 'ONE_WAY'],
  ['FILE', 'CSV', true, 'ONE_WAY'],
];
/** From anything with users to the directory. */
export const TO_DIRECTORY: readonly InterfaceStyle[] = [
  ['DIRECTORY', 'LDAP', true, 'ONE_WAY'],
  ['DIRECTORY', 'Kerberos', true, 'ONE_WAY'],
  ['DIRECTORY', 'Active-Directory-Gruppenrichtlinie', false, 'ONE_WAY'],
  ['WEB_SERVICE', 'OpenID Connect', true, 'ONE_WAY'],
  ['WEB_SERVICE', 'SAML 2.0', true, 'ONE_WAY'],
];
/** From a specialised procedure to its database. */
export const TO_DATABASE: readonly InterfaceStyle[] = [
  ['DATABASE', 'ODBC', true, 'BOTH_WAYS'],
  ['DATABASE', 'T-SQL-Prozeduren', false, 'BOTH_WAYS'],
  ['DATABASE', 'PL/SQL', false, 'BOTH_WAYS'],
  ['DATABASE', 'SQL (ISO/IEC 9075)', true, 'BOTH_WAYS'],
];
/** From a specialised procedure to the records system. */
export const TO_RECORDS: readonly InterfaceStyle[] = [
  ['WEB_SERVICE', 'CMIS', true, 'BOTH_WAYS'],
  ['WEB_SERVICE', 'Hersteller-API (proprietär)', false, 'BOTH_WAYS'],
  ['FILE', 'XDOMEA', true, 'ONE_WAY'],
  ['FILE', 'PDF/A-Ablage', true, 'ONE_WAY'],
];
/** From a specialised procedure to the finance system. */
export const TO_FINANCE: readonly InterfaceStyle[] = [
  ['FILE', 'Sollstellungsdatei (proprietär)', false, 'ONE_WAY'],
  ['WEB_SERVICE', 'REST/JSON', true, 'BOTH_WAYS'],
  ['FILE', 'XFinanz', true, 'ONE_WAY'],
  ['FILE', 'SEPA (ISO 20022)', true, 'ONE_WAY'],
];
/** Between two specialised procedures. */
export const BETWEEN_PROCEDURES: readonly InterfaceStyle[] = [
  ['MESSAGE', 'XMeld über OSCI', true, 'ONE_WAY'],
  ['MESSAGE', 'XFall', true, 'ONE_WAY'],
  ['FILE', 'NAS/ALKIS', true, 'ONE_WAY'],
  ['FILE', 'CSV', true, 'ONE_WAY'],
  ['DATABASE', 'Direktzugriff auf Tabellen', false, 'BOTH_WAYS'],
  ['WEB_SERVICE', 'SOAP (proprietär)', false, 'BOTH_WAYS'],
];
