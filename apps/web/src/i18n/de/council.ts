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
  easySentences: ({ all, free, planned, reasoned, open }: Readonly<Record<'all' | 'free' | 'planned' | 'reasoned' | 'open', Counted>>) => [
    'Die Stadt benutzt viele Computer-Programme.',
    all.count === 1 ? 'Es ist ein Programm.' : `Es sind ${all.written} Programme.`,
    'Manche Programme sind frei.',
    'Das heißt: Jeder darf sie benutzen. Jeder darf sehen, wie sie gemacht sind.',
    free.count === 0 ? 'Noch kein Programm ist frei.' : free.count === 1 ? 'Ein Programm ist schon frei.' : `${free.written} Programme sind schon frei.`,
    planned.count === 0 ? 'Es gibt noch keinen Plan für einen Wechsel.' : `Bei ${planned.count === 1 ? 'einem Programm' : `${planned.written} Programmen`} gibt es einen Plan: Die Stadt will zu einem freien Programm wechseln.`,
    ...(reasoned.count === 0 ? [] : [reasoned.count === 1 ? 'Für ein Programm gibt es einen Grund: Es bleibt erst einmal.' : `Für ${reasoned.written} Programme gibt es einen Grund: Sie bleiben erst einmal.`]),
    open.count === 0 ? 'Die Stadt hat über alle Programme entschieden.' : `Bei ${open.count === 1 ? 'einem Programm' : `${open.written} Programmen`} muss die Stadt noch entscheiden.`,
  ],
  easyResolved: 'Der Rat der Stadt hat gesagt: Freie Programme sind besser, wenn es geht.',
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
  migrationsSum: (count: number, written: string, shown: number, shownWritten: string) => `${count === 1 ? 'Ein Umstieg steht' : `${written} Umstiege stehen`} im Plan, der in Kraft ist.${shown < count ? ` Hier sind die ersten ${shownWritten}.` : ''}`,
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
  mostHint: (count: number, written: string) => (count === 0 ? 'Noch ist kein Produkt in Benutzung.' : count === 1 ? 'Das Produkt mit den meisten Installationen, und ob seine Lizenz quelloffen ist.' : `Die ${written} Produkte mit den meisten Installationen, und ob ihre Lizenz quelloffen ist.`),
  product: 'Produkt',
  license: 'Lizenz',
  installations: 'Installationen',
  alternative: 'Quelloffene Alternative',
  principles: 'Die Grundsätze des Memorandums',
  principlesHint: 'Aus der Presseerklärung vom Januar 2021 und dem Ratsbeschluss vom 11. Februar 2021.',
  asOf: (day: string) => `Stand: ${day}`,
};

export type CouncilTexts = typeof de;
