// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, type CalendarDate } from '#kernel';
import { chanceFor, type Chance } from './chance.js';
import type { UsedProduct } from './contracts.js';
import { isProprietary } from './demo-catalogue.js';
import type { DemoAssessment, DemoExemption } from './demo-city.js';

type Question = DemoAssessment['question'];

/** Question, how often it has been answered for a procedure and for other products, and how an answer is made. */
const QUESTIONS: readonly (readonly [Question, number, number, (chance: Chance, used: UsedProduct) => DemoAssessment['answer']])[] = [
  ['CITIZEN_FACING', 0.7, 0.2, (chance, { role }) => chance.happens(role.id === 'specialised' ? 0.55 : 0.06)],
  ['ANALOGUE_PATH_KEPT', 0.5, 0.08, (chance) => chance.happens(0.92)],
  ['PERSONAL_DATA', 0.75, 0.35, (chance, { role }) => chance.happens(role.id === 'specialised' ? 0.85 : 0.3)],
  ['MACROS', 0.3, 0.12, (chance, { hosts }) => Math.round(chance.next() ** 3 * hosts * 1.5)],
  ['DOCUMENT_VOLUME', 0.25, 0.1, (chance, { hosts }) => Math.round(chance.next() ** 2 * hosts * 900)],
  ['HOSTING_JURISDICTION', 0.55, 0.35, (chance) => chance.pick(['EU', 'EU', 'EU', 'EU', 'CONDITIONAL', 'ADEQUATE'])],
  ['ACCESSIBILITY_EVIDENCE', 0.25, 0.12, (chance) => chance.pick(['NONE', 'PARTIAL', 'SELF_DECLARED', 'TESTED'])],
  ['OWN_DEVELOPMENT', 0.4, 0.1, (chance) => (chance.happens(0.04) ? 'OWN' : 'NONE')],
  ['CHAMPIONS', 0.2, 0.08, (chance) => chance.whole(0, 12)],
];
const POSITIONS = ['Fachverfahrensbetreuung', 'IT-Koordination des Amtes', 'Servicedesk', 'IT-Architektur', 'Datenschutzstelle', 'Amtsleitung'] as const;
const REASONS: readonly (readonly [string, string])[] = [
  ['Kein quelloffenes Verfahren mit dem geforderten Funktionsumfang am Markt.', 'Markterkundung der Zentralen Vergabestelle'],
  ['Gesetzlich vorgegebene Schnittstelle wird zurzeit nur vom bisherigen Verfahren bedient.', 'Vermerk der Fachverfahrensbetreuung'],
  ['Vertrag läuft noch; ein früherer Wechsel wäre unwirtschaftlich.', 'Wirtschaftlichkeitsbetrachtung der Stadtkämmerei'],
  ['Landesweit einheitliches Verfahren, Auswahl liegt nicht bei der Stadt.', 'Erlass des zuständigen Ministeriums (angenommen)'],
  ['Barrierefreiheit der Alternative noch nicht nachgewiesen.', 'Prüfbericht der Schwerbehindertenvertretung'],
];

/** Answers that people have given so far; many questions are still open. */
export function demoAssessments(used: readonly UsedProduct[], seed: number, today: CalendarDate): DemoAssessment[] {
  const chance = chanceFor(seed, 'assessments');
  return used.flatMap((one) =>
    QUESTIONS.flatMap(([question, ofProcedure, ofOther, answer]) =>
      chance.happens(one.role.id === 'specialised' ? ofProcedure : ofOther)
        ? [{ productId: one.product.id, question, answer: answer(chance, one), answeredOn: addDays(today, -chance.whole(3, 700)), answeredBy: chance.pick(POSITIONS) }]
        : [],
    ),
  );
}

/** A few reasons why proprietary software stays for a while; one of them has expired. */
export function demoExemptions(used: readonly UsedProduct[], seed: number, today: CalendarDate): DemoExemption[] {
  const chance = chanceFor(seed, 'exemptions');
  const candidates = used.filter(({ product, role }) => isProprietary(product) && (role.id === 'specialised' || product.alternatives.length === 0));
  return chance.shuffled(candidates).slice(0, 9).map(({ product }, index) => {
    const [reason, evidence] = chance.pick(REASONS);
    const grantedOn = addDays(today, index === 0 ? -800 : -chance.whole(20, 500));
    const expiresOn = addMonths(grantedOn, index === 0 ? 24 : chance.pick([24, 36]));
    return { productId: product.id, reason, evidence, approvedBy: chance.pick(['Digitalausschuss', 'Verwaltungsvorstand', 'Amt für Informationstechnik und Digitalisierung']), grantedOn, expiresOn, recheckOn: addMonths(expiresOn, -6) };
  });
}
