// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Verb } from '../verb.js';

const seed = { flags: '--seed <number>', text: { de: 'Startwert des Zufalls; gleiche Zahl, gleiches Ergebnis', en: 'seed of chance; same number, same result' }, number: { least: 0, most: 2 ** 31 - 1, whole: true } };

/** Verbs that work on an administration's data, through the server's GraphQL interface. */
export const serverVerbs: readonly Verb[] = [
  {
    name: 'import',
    isFileVerb: false,
    summary: { de: 'Inventar oder Stückliste einlesen', en: 'read an inventory or bill of materials' },
    arguments: [{ name: '<files...>', text: { de: 'CSV oder CycloneDX, auch .gz und .zip', en: 'CSV or CycloneDX, also .gz and .zip' } }],
    options: [
      { flags: '--format <name>', text: { de: 'Format, statt es zu erkennen', en: 'format, instead of detecting it' } },
      { flags: '--source <name>', text: { de: 'Quelle, deren Bestand die Datei ist; üblich: der Dateiname', en: 'source whose inventory the file is; default: the file name' } },
      { flags: '--map <column=field>', isList: true, text: { de: 'Spalte zuordnen; mehrfach möglich', en: 'say what a column means; may be repeated' } },
      { flags: '--dry-run', text: { de: 'nur zeigen, was sich ändern würde', en: 'only show what would change' } },
    ],
    examples: ['fahrplan import inventar.csv', "fahrplan import register.csv --map 'Standard Name=title' --source register"],
    load: () => import('../commands/import.js'),
  },
  {
    name: 'match',
    isFileVerb: false,
    summary: { de: 'welches Produkt hinter einem Namen steht', en: 'which product a raw name stands for' },
    arguments: [{ name: '[title...]', text: { de: 'Name, wie er im Inventar steht', en: 'name as it stands in the inventory' } }],
    options: [
      { flags: '--vendor <name>', text: { de: 'Hersteller, wie er im Inventar steht', en: 'vendor as it stands in the inventory' } },
      { flags: '--version <version>', text: { de: 'Version, wie sie im Inventar steht', en: 'version as it stands in the inventory' } },
      { flags: '--stdin', text: { de: 'NDJSON lesen ({"title":…,"vendor":…,"version":…}), NDJSON schreiben', en: 'read NDJSON ({"title":…,"vendor":…,"version":…}), write NDJSON' } },
    ],
    examples: ['fahrplan match "MS Office Prof. Plus 2016" --vendor Microsoft', 'fahrplan match --stdin < titles.ndjson'],
    load: () => import('../commands/match.js'),
  },
  {
    name: 'queue',
    isFileVerb: false,
    summary: { de: 'Namen, die auf eine Entscheidung warten', en: 'names that wait for a decision' },
    arguments: [],
    options: [
      { flags: '--first <number>', text: { de: 'so viele Familien von Namen; üblich: 20', en: 'so many families of names; default: 20' }, number: { least: 1, most: 1_000, whole: true } },
      { flags: '--search <text>', text: { de: 'nur Namen, die das enthalten', en: 'only names that hold this' } },
    ],
    examples: ['fahrplan queue', 'fahrplan queue --first 100 --json'],
    load: () => import('../commands/queue.js'),
  },
  {
    name: 'decide',
    isFileVerb: false,
    summary: { de: 'entscheiden, was ein Name des Inventars ist', en: 'decide what a name of the inventory is' },
    arguments: [{ name: '[title...]', text: { de: 'Name, wie er im Inventar steht, oder Title:…', en: 'name as it stands in the inventory, or Title:…' } }],
    options: [
      { flags: '--candidate', text: { de: 'der wahrscheinlichste Vorschlag', en: 'the likeliest candidate' } },
      { flags: '--product <name>', text: { de: 'dieses Produkt', en: 'this product' } },
      { flags: '--new <name>', text: { de: 'ein neues eigenes Produkt dieses Namens', en: 'a new product of your own, called so' } },
      { flags: '--category <key>', text: { de: 'Kategorie des neuen Produkts', en: 'category of the new product' } },
      { flags: '--component', text: { de: 'ein Bestandteil von etwas', en: 'a component of something' } },
      { flags: '--component-of <name>', text: { de: 'ein Bestandteil dieses Produkts', en: 'a component of this product' } },
      { flags: '--not-software', text: { de: 'keine Software', en: 'no software' } },
      { flags: '--vendor <name>', text: { de: 'Hersteller im Inventar, wo mehrere Namen gleich sind', en: 'vendor in the inventory, where several names are equal' } },
      { flags: '--only-title', text: { de: 'nur dieser Name, nicht seine anderen Versionen und Sprachen', en: 'only this name, not its other versions and languages' } },
      { flags: '--dry-run', text: { de: 'nur zeigen, welche Namen es betrifft', en: 'only show which names it covers' } },
      { flags: '--undo <id>', text: { de: 'eine Entscheidung zurücknehmen', en: 'take a decision back' } },
    ],
    examples: ['fahrplan decide "Kassenhelfer 3" --product "Odoo Community"', 'fahrplan decide "Kassenhelfer 3" --new Kassenhelfer --category municipal-finance', 'fahrplan decide --undo MatchDecision:12'],
    load: () => import('../commands/decide.js'),
  },
  {
    name: 'search',
    isFileVerb: false,
    summary: { de: 'Produkte suchen, wie man sie nennt: Name, Aufgabe, oder was sie ersetzen', en: 'find products by what people call them: name, task, or what they replace' },
    arguments: [{ name: '<text...>', text: { de: 'Suchworte', en: 'words to search for' } }],
    options: [
      { flags: '--first <number>', number: { least: 1, most: 1000, whole: true }, text: { de: 'so viele zeigen; üblich: 10', en: 'show so many; default: 10' } },
      { flags: '--category <id>', text: { de: 'nur in dieser Kategorie', en: 'only in this category' } },
      { flags: '--open-source', text: { de: 'nur, was sicher Open Source ist', en: 'only what is certain to be open source' } },
    ],
    examples: ['fahrplan search Photoshop', 'fahrplan search E-Akte --open-source'],
    load: () => import('../commands/search.js'),
  },
  {
    name: 'alternatives',
    isFileVerb: false,
    summary: { de: 'was ein Produkt ersetzen kann', en: 'what can replace a product' },
    arguments: [{ name: '<name...>', text: { de: 'Produkt', en: 'product' } }],
    options: [],
    examples: ['fahrplan alternatives "Microsoft Office"'],
    load: () => import('../commands/alternatives.js'),
  },
  {
    name: 'score',
    isFileVerb: false,
    summary: { de: 'alle Migrationskandidaten bewerten', en: 'score all migration candidates' },
    arguments: [],
    options: [
      { flags: '--model <name>', text: { de: 'Bewertungsmodell', en: 'scoring model' } },
      seed,
      { flags: '--samples <number>', text: { de: 'Zahl der Stichproben für die Rangsicherheit', en: 'number of samples for rank acceptability' }, number: { least: 0, most: 1_000_000, whole: true } },
    ],
    examples: ['fahrplan score', 'fahrplan score --seed 7 --json'],
    load: () => import('../commands/score.js'),
  },
  {
    name: 'plan',
    isFileVerb: false,
    summary: { de: 'Wellen planen: was wann umgestellt wird', en: 'plan waves: what is migrated when' },
    arguments: [],
    options: [
      { flags: '--scenario <name>', text: { de: 'Szenario; üblich: das erste', en: 'scenario; default: the first' } },
      { flags: '--time-limit <seconds>', text: { de: 'längste Rechenzeit', en: 'longest time to compute' }, number: { least: 1, most: 3_600, whole: false } },
      seed,
    ],
    examples: ['fahrplan plan', 'fahrplan plan --scenario "Haushalt 2027" --json'],
    load: () => import('../commands/plan.js'),
  },
  {
    name: 'show',
    isFileVerb: false,
    summary: { de: 'Kandidaten, Plan, ein Produkt, Lizenzbilanz, Kündigungstage oder eigene Software zeigen', en: 'show candidates, the plan, a product, license positions, notice days or own software' },
    arguments: [
      { name: '<what>', text: { de: 'candidates, plan, product, positions, notices oder software', en: 'candidates, plan, product, positions, notices or software' } },
      { name: '[name...]', text: { de: 'bei product und positions: Name des Produkts; bei software: Schlüssel (Ende 5: darf nicht veröffentlicht werden)', en: 'with product and positions: name of the product; with software: key (exit 5: may not be published)' } },
    ],
    options: [],
    examples: ['fahrplan show candidates', 'fahrplan show plan', 'fahrplan show product "Microsoft Office"', 'fahrplan show positions', 'fahrplan show notices'],
    load: () => import('../commands/show.js'),
  },
  {
    name: 'export',
    isFileVerb: false,
    summary: { de: 'Gespeichertes in eine Datei schreiben', en: 'write what is stored to a file' },
    arguments: [
      { name: '<what>', text: { de: 'notice-dates (Kündigungstage als Kalender, .ics), publiccode (publiccode.yml eigener Software)', en: 'notice-dates (notice days as a calendar, .ics), publiccode (publiccode.yml of own software)' } },
      { name: '[words...]', text: { de: 'bei publiccode: Schlüssel der Software', en: 'with publiccode: key of the software' } },
    ],
    options: [{ flags: '--to <file>', required: true, text: { de: 'Datei; ihre Endung bestimmt das Format', en: 'file; its ending decides the format' } }],
    examples: ['fahrplan export notice-dates --to notice-dates.ics', 'fahrplan export publiccode parkausweis --to publiccode.yml'],
    load: () => import('../commands/export.js'),
  },
];
