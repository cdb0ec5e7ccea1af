// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

export const de = {
  signIn: 'Anmelden',
  signInAct: 'Anmelden',
  signOut: 'Abmelden',
  signedOut: 'Sie sind bei Fahrplan abgemeldet',
  signedOutHere: 'Beim Identitätsanbieter sind Sie noch angemeldet: Wer nach Ihnen an diesem Gerät sitzt, kommt ohne Kennwort wieder herein. An einem gemeinsamen Gerät melden Sie sich auch dort ab.',
  signedOutOnlyHere: 'Beim Identitätsanbieter sind Sie vielleicht noch angemeldet. An einem gemeinsamen Gerät melden Sie sich auch dort ab, oder schließen Sie den Browser.',
  signOutThere: 'Auch beim Identitätsanbieter abmelden',
  signedIn: 'Sie sind angemeldet',
  signedInAs: (name: string) => `Angemeldet als ${name}.`,
  signedInHere: 'Angemeldet als die Person an diesem Rechner.',
  localPerson: 'Dieser Rechner',
  lead: 'Hier steht, welche Software die Verwaltung einsetzt, und wie sie zu freier Software kommt. Dafür müssen Sie angemeldet sein.',
  linkCommand: 'Geben Sie auf dem Rechner, auf dem Fahrplan läuft, ein:',
  linkOpen: 'Öffnen Sie den Link, den der Befehl nennt. Er gilt einmal und eine Stunde lang.',
  linkBack: 'Kehren Sie hierher zurück: Diese Seite merkt, dass Sie angemeldet sind.',
  publicLead: 'Ohne Anmeldung offen:',
  publicView: 'der Bericht für Rat und Öffentlichkeit',
  code: 'Kennung',
  expired: 'Ihre Sitzung ist abgelaufen',
  expiredAdvice: 'Was auf dem Bildschirm steht, bleibt. Neues und Änderungen brauchen eine neue Anmeldung; sie führt hierher zurück.',
  noRole: 'Sie sind angemeldet, haben hier aber keine Rolle',
  noRoleAdvice: 'Wer Fahrplan betreut, kann Ihnen beim Identitätsanbieter eine Rolle geben. Melden Sie sich danach ab und wieder an.',
  notPermitted: (what: string, roles: string) => `${what}: Das darf, wer eine dieser Rollen hat: ${roles}.`,
  wholeAdministration: (what: string) => `${what}: Das betrifft die ganze Verwaltung; Ihre Rechte gelten für einzelne Organisationseinheiten.`,
  roles: { reader: 'Lesen', editor: 'Katalogpflege', procurement: 'Vergabe', planner: 'Planung', approver: 'Freigabe', admin: 'Betreuung' },
  reasons: {
    'ACCESS.LINK_REFUSED': 'Dieser Anmeldelink gilt nicht oder nicht mehr. Jeder Link gilt einmal und eine Stunde lang.',
    'ACCESS.SIGN_IN_FAILED': 'Die Anmeldung ist nicht zustande gekommen. Beginnen Sie sie neu.',
    'ACCESS.PROVIDER_SILENT': 'Der Identitätsanbieter antwortet nicht, wie er soll. Versuchen Sie es später noch einmal.',
    'ACCESS.HOST_NOT_ALLOWED': 'Der Identitätsanbieter ist nicht vollständig eingerichtet. Wer Fahrplan betreut, findet den Grund im Protokoll.',
  },
};

export type AccessTexts = typeof de;
