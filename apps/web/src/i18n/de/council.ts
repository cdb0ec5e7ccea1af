// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** A number, and how it is written. */
export interface Counted {
  readonly count: number;
  readonly written: string;
}

const number = (one: string, many: string) => (count: number, written: string) => (count === 1 ? one : `${written} ${many}`);

export const de = {
  title: 'Rat und Öffentlichkeit',
  lead: 'Wie weit die Stadt auf dem Weg ist, den der Rat am 11. Februar 2021 beschlossen hat. Ohne Personen, ohne Rechnernamen, ohne Vertragszahlen.',
  print: 'Drucken oder als PDF sichern',
  markdown: 'Als Markdown sichern',
  easy: 'In Leichter Sprache',
  easySentences: ({ all, free, planned, open }: Readonly<Record<'all' | 'free' | 'planned' | 'open', Counted>>) => [
    'Die Stadt benutzt viele Computer-Programme.',
    all.count === 1 ? 'Es ist ein Programm.' : `Es sind ${all.written} Programme.`,
    'Manche Programme sind frei.',
    'Das heißt: Jeder darf sie benutzen. Jeder darf sehen, wie sie gemacht sind.',
    free.count === 0 ? 'Noch kein Programm ist frei.' : free.count === 1 ? 'Ein Programm ist schon frei.' : `${free.written} Programme sind schon frei.`,
    planned.count === 0 ? 'Es gibt noch keinen Plan für einen Wechsel.' : `Bei ${planned.count === 1 ? 'einem Programm' : `${planned.written} Programmen`} gibt es einen Plan: Die Stadt will zu einem freien Programm wechseln.`,
    open.count === 0 ? 'Die Stadt hat über alle Programme entschieden.' : `Bei ${open.count === 1 ? 'einem Programm' : `${open.written} Programmen`} muss die Stadt noch entscheiden.`,
    'Der Rat der Stadt hat gesagt: Freie Programme sind besser, wenn es geht.',
  ],
  standing: 'Produkte in Benutzung und ihr Stand',
  standingSum: number('Ein Produkt ist in Benutzung.', 'Produkte sind in Benutzung.'),
  complies: 'quelloffen',
  planned: 'Umstieg geplant',
  exempt: 'begründete Ausnahme',
  weighed: 'abgewogen, bleibt',
  open: 'noch offen',
  state: 'Stand',
  count: 'Produkte',
  share: 'Anteil',
  migrations: 'Umstiege (Baustellen)',
  noMigrations: 'Noch ist kein Plan in Kraft.',
  from: 'Von',
  to: 'Zu',
  status: 'Stand',
  begins: 'Beginn',
  ends: 'Ende',
  late: 'verspätet',
  statuses: { PLANNED: 'geplant', RUNNING: 'läuft', DONE: 'abgeschlossen', BLOCKED: 'blockiert', CANCELLED: 'abgebrochen' },
  published: 'Eigene Software, die veröffentlicht ist',
  publishedOf: (published: string, total: string, share: string) => `${published} von ${total} eigenen Anwendungen sind veröffentlicht (${share}).`,
  noOwn: 'Es ist noch keine eigene Software verzeichnet.',
  most: 'Die am weitesten verbreiteten Produkte',
  product: 'Produkt',
  license: 'Lizenz',
  installations: 'Installationen',
  alternative: 'Quelloffene Alternative',
  principles: 'Die Grundsätze des Memorandums',
  principlesHint: 'Aus der Presseerklärung vom Januar 2021 und dem Ratsbeschluss vom 11. Februar 2021.',
  principle: (id: string) => `Grundsatz ${id}`,
  asOf: (day: string) => `Stand: ${day}`,
  words: {
    M1: '„Wo möglich Nutzung von Open Source Software“',
    M2: '„Von der Verwaltung entwickelte oder zur Entwicklung beauftragte Software wird der Allgemeinheit zur Verfügung gestellt“',
    M3: '„Schutz der Privatsphäre und persönlichen Daten über höchste IT-Sicherheitsstandards“',
    M4: '„freie[r] und gleichberechtigte[r] Zugang zum Netz für alle“',
    M5: '„analoge[r] Zugang zu öffentlichen Diensten und Leistungen weiterhin … garantiert“',
    M6: '„Alle Maßnahmen müssen jetzt gut ineinandergreifen und auf das Ziel einzahlen“',
    M7: '„zentrales Steuerungsinstrument … um die laufenden Projekte zu beschleunigen“',
    M8: '„bestmögliche Leistungen für BürgerInnen und MitarbeiterInnen“',
    M9: '„dass Politik dabei aktiv mitgestalten kann“',
    M10: '„deutlichen Nachholbedarf … Digitalisierung der Verwaltung, der Bürgerdienste und im Energiebereich“',
    M11: '„Gestaltung unseres zukünftigen Arbeitslebens bis zum Klimaschutz“',
  },
};

export type CouncilTexts = typeof de;
