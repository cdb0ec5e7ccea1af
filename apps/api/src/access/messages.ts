// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Why somebody may not do something, in words. */
export const accessMessages: Messages = {
  'ACCESS.SIGN_IN_REQUIRED': {
    de: 'Dafür müssen Sie angemeldet sein. Öffnen Sie den Anmeldelink (fahrplan sign-in), melden Sie sich auf der Seite an, oder geben Sie ein Zugriffstoken mit (Authorization: Bearer …).',
    en: 'You have to be signed in for this. Open the sign-in link (fahrplan sign-in), sign in on the page, or send an access token (Authorization: Bearer …).',
  },
  'ACCESS.NOT_ALLOWED': {
    de: 'Dazu fehlt Ihnen die Berechtigung ({needs}). Wer Fahrplan betreut, kann Ihnen eine passende Rolle geben.',
    en: 'You are not allowed to do this ({needs} is needed). Whoever runs Fahrplan can give you a role that includes it.',
  },
  'ACCESS.OTHER_DEPARTMENT': {
    de: '{what} „{id}“ gehört nicht zu Ihren Organisationseinheiten; nur deren Dinge können Sie ändern. Fragen Sie dort nach, oder bitten Sie die Betreuung um mehr Rechte.',
    en: '{what} “{id}” does not belong to your departments, and only their things are yours to change. Ask there, or ask whoever runs Fahrplan for more rights.',
  },
  'ACCESS.WHOLE_ADMINISTRATION': {
    de: 'Das betrifft die ganze Verwaltung; Ihre Rechte gelten für einzelne Organisationseinheiten. Bitten Sie jemanden ohne diese Beschränkung darum.',
    en: 'This concerns the whole administration; your rights hold for single departments. Ask somebody who is not limited to any.',
  },
  'ACCESS.CREDENTIAL_REFUSED': {
    de: 'Das Zugriffstoken oder die Sitzung gilt nicht ({reason}). Melden Sie sich neu an oder verwenden Sie ein gültiges Token.',
    en: 'The access token or session does not hold ({reason}). Sign in again, or use a valid token.',
  },
  'ACCESS.LINK_REFUSED': {
    de: 'Dieser Anmeldelink gilt nicht oder nicht mehr: jeder Link gilt einmal und eine Stunde lang. Einen neuen gibt „npx fahrplan sign-in“ auf dem Rechner, auf dem Fahrplan läuft.',
    en: 'This sign-in link does not hold (any more): each works once, within an hour. “npx fahrplan sign-in” on the machine that Fahrplan runs on gives a new one.',
  },
  'ACCESS.SIGN_IN_FAILED': {
    de: 'Die Anmeldung ist nicht zustande gekommen ({reason}). Beginnen Sie sie neu; hilft das nicht, prüft die Betreuung die Einstellungen beim Identitätsanbieter.',
    en: 'The sign-in did not come about ({reason}). Begin again; if that does not help, whoever runs Fahrplan checks the settings at the identity provider.',
  },
  'ACCESS.PROVIDER_SILENT': {
    de: 'Der Identitätsanbieter {issuer} antwortet nicht, wie er soll. Versuchen Sie es später noch einmal.',
    en: 'The identity provider {issuer} does not answer as it should. Try again later.',
  },
  'ACCESS.HOST_NOT_ALLOWED': {
    de: 'Der Rechner {host} darf von hier aus nicht angesprochen werden. Wenn er zum Identitätsanbieter gehört, nennen Sie ihn in FAHRPLAN_OIDC_HOSTS.',
    en: 'The host {host} may not be asked from here. If it belongs to the identity provider, name it in FAHRPLAN_OIDC_HOSTS.',
  },
  'ACCESS.TOKEN_NAME_MISSING': {
    de: 'Das Token braucht einen Namen, der sagt, wofür es ist.',
    en: 'The token needs a name that says what it is for.',
  },
  'ACCESS.TOKEN_TOO_LONG': {
    de: 'Ein Token gilt 1 bis {most} Tage, nicht {days}.',
    en: 'A token holds for 1 to {most} days, not {days}.',
  },
  'ACCESS.PERMISSION_NOT_HELD': {
    de: 'Ein Token kann nur, was Sie selbst dürfen, und mindestens eines davon. Das gehört nicht dazu: {permissions}.',
    en: 'A token may do what you may do yourself, and at least one of it. This is not part of that: {permissions}.',
  },
  'ACCESS.HOST_NOT_KNOWN': {
    de: 'Unter dem Namen „{host}“ antwortet dieser Server nicht. Verwenden Sie die Adresse, die er beim Start nennt, oder setzen Sie FAHRPLAN_PUBLIC_URL.',
    en: 'This server does not answer to the name “{host}”. Use the address that it names when it starts, or set FAHRPLAN_PUBLIC_URL.',
  },
  'ACCESS.FOREIGN_ORIGIN': {
    de: 'Die Anfrage kommt von einer Seite eines anderen Servers ({origin}) und wurde nicht ausgeführt.',
    en: 'The request comes from a page of another server ({origin}) and was not carried out.',
  },
};
