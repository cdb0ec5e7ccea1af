// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Verb } from '../verb.js';

const seed = { flags: '--seed <number>', text: { de: 'Startwert des Zufalls; gleiche Zahl, gleiches Ergebnis', en: 'seed of chance; same number, same result' }, number: { least: 0, most: 2 ** 32 - 1, whole: true } };
const timeLimit = { flags: '--time-limit <seconds>', text: { de: 'längste Rechenzeit', en: 'longest time to compute' }, number: { least: 0.1, most: 86_400, whole: false } };

/** Verbs that work on files with the libraries alone. */
export const fileVerbs: readonly Verb[] = [
  {
    name: 'license',
    isFileVerb: true,
    summary: { de: 'was ein Lizenztext bedeutet, und ob das Open Source ist', en: 'what a license text means, and whether that is open source' },
    arguments: [{ name: '[text...]', text: { de: 'Lizenzangabe: Kennung, Ausdruck, Titel, Adresse', en: 'license statement: id, expression, title, address' } }],
    options: [{ flags: '--stdin', text: { de: 'eine Angabe je Zeile lesen, NDJSON schreiben', en: 'read one statement a line, write NDJSON' } }],
    examples: ['fahrplan license "GPL v2 or later"', 'cut -d";" -f3 software.csv | fahrplan license --stdin'],
    load: () => import('../commands/license.js'),
  },
  {
    name: 'license-compat',
    isFileVerb: true,
    summary: { de: 'ob Bestandteile unter diese Lizenz passen (Ende 5: nicht oder ungeklärt)', en: 'whether parts fit under this license (exit 5: they do not, or it is unknown)' },
    arguments: [{ name: '<expression...>', text: { de: 'Lizenzen der Bestandteile', en: 'licenses of the parts' } }],
    options: [
      { flags: '--outbound <id>', required: true, text: { de: 'Lizenz, unter der veröffentlicht wird', en: 'license under which the whole is published' } },
      { flags: '--matrix <file>', text: { de: 'Verträglichkeitstabelle von OSADL (CSV oder JSON), die vorgeht; sonst die geladene', en: 'compatibility matrix of OSADL (CSV or JSON) that goes first; else the loaded one' } },
      { flags: '--own-table', text: { de: 'nur die eigene Tabelle befragen, auch wenn eine geladen ist', en: 'ask our own table alone, even where a matrix is loaded' } },
      { flags: '--stored', text: { de: 'den Server befragen statt die Kopie im Datenordner', en: 'ask the server instead of the copy in the data folder' } },
    ],
    examples: ['fahrplan license-compat --outbound EUPL-1.2 MIT GPL-2.0-only', 'fahrplan license-compat --outbound MIT --matrix osadl.json LGPL-2.1-only'],
    load: () => import('../commands/license-compat.js'),
  },
  {
    name: 'sbom',
    isFileVerb: true,
    summary: { de: 'Stücklisten lesen und gegen eine Lizenzregel prüfen', en: 'read bills of materials and check them against a license policy' },
    arguments: [{ name: '<files...>', text: { de: 'CycloneDX oder SPDX, auch .gz und .zip', en: 'CycloneDX or SPDX, also .gz and .zip' } }],
    options: [
      { flags: '--policy <name>', text: { de: 'Richtlinie: beschaffung (üblich), veroeffentlichung, oder eine eigene auf dem Server', en: 'policy: beschaffung (procurement, the default), veroeffentlichung (publication), or one of your own on the server' } },
      { flags: '--policy-version <number>', text: { de: 'Version der Richtlinie; üblich: die neueste', en: 'version of the policy; default: the newest' } },
      { flags: '--stored', text: { de: 'Richtlinie mit ihren Ausnahmen vom Server nehmen', en: 'take the policy with its waivers from the server' } },
      { flags: '--usage <kind>', choices: ['internal', 'distribution', 'network', 'publication'], text: { de: 'wofür die Software gebraucht wird', en: 'what the software is used for' } },
    ],
    examples: ['fahrplan sbom angebot.cdx.json', 'fahrplan sbom --policy veroeffentlichung --json *.spdx.json', 'fahrplan sbom --policy Werkstatt --policy-version 2 teile.cdx.json'],
    load: () => import('../commands/sbom.js'),
  },
  {
    name: 'publiccode',
    isFileVerb: true,
    summary: { de: 'publiccode.yml prüfen', en: 'check publiccode.yml' },
    arguments: [{ name: '<files...>', text: { de: 'eine oder mehrere publiccode.yml', en: 'one or more publiccode.yml' } }],
    options: [
      { flags: '--register', text: { de: 'gültige in das Verzeichnis eigener Software aufnehmen (Server)', en: 'take valid ones into the register of own software (server)' } },
      { flags: '--parts <file>', text: { de: 'mit --register: Stückliste (SBOM) der Software', en: 'with --register: bill of materials (SBOM) of the software' } },
    ],
    examples: ['fahrplan publiccode publiccode.yml', 'fahrplan publiccode publiccode.yml --register --parts teile.cdx.json'],
    load: () => import('../commands/publiccode.js'),
  },
  {
    name: 'catalogue',
    isFileVerb: true,
    summary: { de: 'die Wissensbasis prüfen, vergleichen, laden, teilen (check kommt ohne Server aus; Ende 5: etwas stimmt nicht)', en: 'check, compare, load, share the knowledge base (check needs no server; exit 5: something is wrong)' },
    arguments: [
      { name: '<action>', text: { de: 'check, diff, load, export', en: 'check, diff, load, export' } },
      { name: '[words...]', text: { de: 'Ordner oder Datei (sonst die mitgelieferte Basis); bei load auch: endoflife DATEI|URL, osadl DATEI', en: 'folder or file (else the base that comes with the program); with load also: endoflife FILE|URL, osadl FILE' } },
    ],
    options: [
      { flags: '--with-base', text: { de: 'check: als Ergänzung der mitgelieferten Basis prüfen', en: 'check: check as an addition to the base that comes with the program' } },
      { flags: '--dry-run', text: { de: 'load: nur zeigen, was sich ändern würde (wie diff)', en: 'load: only show what would change (as diff does)' } },
      { flags: '--category <id>', text: { de: 'load, diff: Kategorie für eine publiccode.yml', en: 'load, diff: category for a publiccode.yml' } },
      { flags: '--publisher <name>', text: { de: 'export: wer das Paket herausgibt', en: 'export: who publishes the pack' } },
      { flags: '--name <id>', text: { de: 'export: Kennung des Pakets; üblich: aus dem Herausgeber', en: 'export: id of the pack; default: from the publisher' } },
      { flags: '--pack-version <text>', text: { de: 'export: Stand des Pakets; üblich: 1', en: 'export: version of the pack; default: 1' } },
      { flags: '--license <expression>', text: { de: 'export: Lizenz des Inhalts; üblich: CC0-1.0', en: 'export: license of the content; default: CC0-1.0' } },
      { flags: '--url <address>', text: { de: 'export: wo es das Paket gibt', en: 'export: where the pack can be got' } },
    ],
    examples: ['fahrplan catalogue check', 'fahrplan catalogue diff eigene/', 'fahrplan catalogue load endoflife https://endoflife.date/api/v1/products/postgresql', 'fahrplan catalogue load osadl matrix.csv', 'fahrplan catalogue export paket.yaml --publisher "Stadt Musterhausen"'],
    load: () => import('../commands/catalogue.js'),
  },
  {
    name: 'plan-file',
    isFileVerb: true,
    summary: { de: 'ein Planungsproblem aus einer Datei lösen', en: 'solve a planning problem from a file' },
    arguments: [{ name: '<problem>', text: { de: 'PROBLEM.json, siehe docs/planning-problem.schema.json', en: 'PROBLEM.json, see docs/planning-problem.schema.json' } }],
    options: [timeLimit, seed],
    examples: ['fahrplan plan-file problem.json --time-limit 30 --json > plan.json'],
    load: () => import('../commands/plan-file.js'),
  },
  {
    name: 'check-plan',
    isFileVerb: true,
    summary: { de: 'prüfen, ob ein Plan alle Vorgaben einhält (Ende 5: nein)', en: 'check whether a plan keeps every demand (exit 5: it does not)' },
    arguments: [
      { name: '<problem>', text: { de: 'PROBLEM.json', en: 'PROBLEM.json' } },
      { name: '<plan>', text: { de: 'Antwort von plan-file', en: 'answer of plan-file' } },
    ],
    options: [],
    examples: ['fahrplan check-plan problem.json plan.json'],
    load: () => import('../commands/check-plan.js'),
  },
  {
    name: 'doctor',
    isFileVerb: true,
    summary: { de: 'Einstellungen, Versionen, Schema, gespeicherte Daten, Warteschlange und Platz prüfen (Ende 5: etwas stimmt nicht)', en: 'check settings, versions, schema, stored data, job queue and disk (exit 5: something is wrong)' },
    arguments: [],
    options: [],
    examples: ['fahrplan doctor', 'DATABASE_URL=postgres://db/fahrplan fahrplan doctor --json'],
    load: () => import('../commands/doctor.js'),
  },
  {
    name: 'backup',
    isFileVerb: true,
    summary: { de: 'alles Gespeicherte, Stand eines Augenblicks, in eine Datei sichern; der Server darf laufen', en: 'write everything stored, as of one moment, into a file; the server may run' },
    arguments: [{ name: '<file>', text: { de: 'neue Datei', en: 'new file' } }],
    options: [],
    examples: ['fahrplan backup sicherung.fahrplan'],
    load: () => import('../commands/backup.js'),
  },
  {
    name: 'restore',
    isFileVerb: true,
    summary: { de: 'eine Sicherung in eine leere Datenbank einspielen', en: 'put a backup into an empty database' },
    arguments: [{ name: '<file>', text: { de: 'Sicherung', en: 'backup' } }],
    options: [],
    examples: ['FAHRPLAN_DATA=./neu fahrplan restore sicherung.fahrplan'],
    load: () => import('../commands/restore.js'),
  },
];
