// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Wording } from '../model.js';

/** What a number of a setting counts. */
export type SettingUnit = 'MONTHS' | 'SHARE' | 'CENTS' | 'DAYS' | 'FACTOR';

/** A setting of the economics: what it is called, what it may be, and what holds until the administration states its own. */
export interface SettingDescription {
  readonly name: Wording;
  readonly unit: SettingUnit;
  /** Whether it may be a range; else both ends are the same. */
  readonly isRange: boolean;
  readonly isWhole: boolean;
  readonly least: number;
  readonly most: number;
  readonly low: number;
  readonly high: number;
}

const one = (de: string, en: string, unit: SettingUnit, value: number, [least, most]: readonly [number, number]): SettingDescription => ({
  name: { de, en }, unit, isRange: false, isWhole: unit === 'MONTHS' || unit === 'CENTS', least, most, low: value, high: value,
});
const range = (de: string, en: string, unit: SettingUnit, [low, high]: readonly [number, number], most: number): SettingDescription => ({
  name: { de, en }, unit, isRange: true, isWhole: false, least: 0, most, low, high,
});
const factor = (de: string, en: string, value: number) => one(de, en, 'FACTOR', value, [0, 100]);

/** Every setting of the economics with what the program brings along: rough, and said to be. */
export const economicsSettings = {
  horizonMonths: one('Betrachteter Zeitraum', 'Time that is looked at', 'MONTHS', 60, [1, 240]),
  dualRunningMonths: one('Parallelbetrieb', 'Both products running', 'MONTHS', 3, [0, 240]),
  discount01: one('Zins im Jahr', 'Interest per year', 'SHARE', 0.02, [0, 1]),
  staffDayCents: one('Kosten eines Personentags', 'Cost of a person-day', 'CENTS', 55_000, [0, 100_000_000]),
  baseDays: range('Personentage jeder Umstellung', 'Person-days of any move', 'DAYS', [5, 20], 100_000),
  daysPerSeat: range('Personentage je Installation oder Person', 'Person-days for each installation or user', 'DAYS', [0.01, 0.05], 1_000),
  daysPerInterface: range('Personentage je Schnittstelle', 'Person-days for each interface', 'DAYS', [2, 10], 10_000),
  factorFull: factor('Faktor auf die Personentage, wo die Alternative vollständig ersetzt', 'Factor on person-days where the alternative replaces in full', 1),
  factorPartial: factor('Faktor auf die Personentage, wo sie teilweise ersetzt', 'Factor on person-days where it replaces in part', 1.3),
  factorNeedsComplement: factor('Faktor auf die Personentage, wo sie ein weiteres Produkt braucht', 'Factor on person-days where it needs another product', 1.5),
  factorCoexistence: factor('Faktor auf die Personentage, wo beide nebeneinander bleiben', 'Factor on person-days where both stay side by side', 1.2),
  externalShare01: range('Dienstleistungen, gemessen an den Kosten des eigenen Personals', 'External services, as a share of the cost of own staff', 'SHARE', [0.1, 0.5], 100),
  runningShare01: range('Laufende Kosten der Alternative, gemessen an den heutigen', 'Running cost of the alternative, as a share of today’s', 'SHARE', [0.1, 0.5], 100),
} as const satisfies Record<string, SettingDescription>;
