// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type CalendarDate, type Language, type Problem, type Result } from '#kernel';
import type { AlternativeKind } from './candidate-facts.js';
import { economicsSettings, type SettingDescription } from './data/economics-setting-words.js';
import type { EconomicsParameters } from './economics.js';
import type { MoveAssumptions } from './estimate-move.js';

export type SettingKey = keyof typeof economicsSettings;

/** The ends of a setting; the same for a single number. */
export interface SettingValue {
  readonly low: number;
  readonly high: number;
}

/** A setting as the administration stated it; a version never changes. */
export interface StatedSetting extends SettingValue {
  readonly key: SettingKey;
  /** 1 is the first that was stated. */
  readonly version: number;
  /** Who states it: a position or an office. */
  readonly author: string;
  readonly source: string | null;
  readonly setOn: CalendarDate;
}

/** All that a run assumes about money and effort, and which of it the administration stated; stored with the run. */
export type EconomicsAssumptions = MoveAssumptions &
  Omit<EconomicsParameters, 'startsOn'> & {
    /** By key; what is not in it is what the program brings along. Runs of older versions have none. */
    readonly stated?: Readonly<Partial<Record<SettingKey, Pick<StatedSetting, 'version' | 'author' | 'source' | 'setOn'>>>>;
  };

const KEYS = Object.keys(economicsSettings) as SettingKey[];
const FACTORS: Readonly<Record<AlternativeKind, SettingKey>> = { FULL: 'factorFull', PARTIAL: 'factorPartial', NEEDS_COMPLEMENT: 'factorNeedsComplement', COEXISTENCE: 'factorCoexistence' };

/** Whether a word is the key of a setting. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(economicsSettings, key);
}

/**
 * Accepts the value of a setting.
 *
 * @param high the upper end of a range; the same as `low` for a setting that is a single number
 * @returns the ends, or `SCORING.PARAMETER_OUT_OF_RANGE` with what is allowed, or `SCORING.SETTING_NOT_A_RANGE`, or `SCORING.SETTING_UNKNOWN`
 */
export function checkSetting(key: string, low: number, high: number): Result<{ readonly key: SettingKey } & SettingValue, Problem> {
  if (!isSettingKey(key)) return err({ code: 'SCORING.SETTING_UNKNOWN', setting: key, allowed: KEYS });
  const { least, most, isRange, isWhole }: SettingDescription = economicsSettings[key];
  const fault = [low, high].find((value) => !(value >= least && value <= most && (!isWhole || Number.isInteger(value))));
  if (fault !== undefined) return err({ code: 'SCORING.PARAMETER_OUT_OF_RANGE', parameter: key, value: String(fault), from: least, to: most });
  if (low !== high && (!isRange || low > high)) return err({ code: 'SCORING.SETTING_NOT_A_RANGE', setting: key, low, high });
  return ok({ key, low, high });
}

/** The assumptions of a run: what is stated, else what the program brings along. */
export function assumptionsOf(stated: readonly StatedSetting[]): EconomicsAssumptions {
  const byKey = new Map(stated.map((setting) => [setting.key, setting]));
  const range = (key: SettingKey) => {
    const { low, high } = byKey.get(key) ?? economicsSettings[key];
    return { low, high };
  };
  const one = (key: SettingKey) => range(key).low;
  return {
    horizonMonths: one('horizonMonths'),
    dualRunningMonths: one('dualRunningMonths'),
    discount01: one('discount01'),
    staffDayCents: one('staffDayCents'),
    baseDays: range('baseDays'),
    daysPerSeat: range('daysPerSeat'),
    daysPerInterface: range('daysPerInterface'),
    factorOfKind: { FULL: one('factorFull'), PARTIAL: one('factorPartial'), NEEDS_COMPLEMENT: one('factorNeedsComplement'), COEXISTENCE: one('factorCoexistence') },
    externalShare01: range('externalShare01'),
    runningShare01: range('runningShare01'),
    stated: Object.fromEntries(stated.map(({ key, version, author, source, setOn }) => [key, { version, author, source, setOn }])),
  };
}

/** One sentence per setting that a candidate's money rests on: its value, version, author, date and source. */
export function sayAssumptions(assumptions: EconomicsAssumptions, kind: AlternativeKind | null, language: Language): string[] {
  const factors = new Set<SettingKey>(Object.values(FACTORS));
  const own = kind === null ? null : FACTORS[kind];
  return KEYS.filter((key) => !factors.has(key) || key === own).flatMap((key) => {
    const value = valueIn(assumptions, key);
    if (value === null) return [];
    const stated = assumptions.stated?.[key];
    const say = sentences[language];
    return [`${economicsSettings[key].name[language]}: ${saySetting(key, value, language)}. ${stated ? say.stated(stated.version, stated.author, stated.setOn, stated.source) : say.brought}`];
  });
}

/** The value of a setting in words: `60 months`, `10–50 %`. */
export function saySetting(key: SettingKey, { low, high }: SettingValue, language: Language): string {
  const { unit } = economicsSettings[key];
  const factor = unit === 'SHARE' ? 100 : unit === 'CENTS' ? 0.01 : 1;
  const number = (value: number) => (value * factor).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 3 });
  const numbers = low === high ? number(low) : `${number(low)}–${number(high)}`;
  return `${numbers}${sentences[language].units[unit]}`;
}

function valueIn(assumptions: EconomicsAssumptions, key: SettingKey): SettingValue | null {
  const kind = (Object.keys(FACTORS) as AlternativeKind[]).find((one) => FACTORS[one] === key);
  const value = kind === undefined ? assumptions[key as keyof EconomicsAssumptions & SettingKey] : assumptions.factorOfKind?.[kind];
  return typeof value === 'number' ? { low: value, high: value } : (value ?? null);
}

const sentences = {
  de: {
    stated: (version: number, author: string, setOn: string, source: string | null) => `Version ${version}, festgelegt am ${setOn} von ${author}${source === null ? '' : ` (${source})`}.`,
    brought: 'Vorgabe des Programms; die Verwaltung hat nichts anderes festgelegt.',
    units: { MONTHS: ' Monate', SHARE: ' %', CENTS: ' €', DAYS: ' Tage', FACTOR: '' },
  },
  en: {
    stated: (version: number, author: string, setOn: string, source: string | null) => `Version ${version}, set on ${setOn} by ${author}${source === null ? '' : ` (${source})`}.`,
    brought: 'Comes with the program; the administration has set nothing else.',
    units: { MONTHS: ' months', SHARE: ' %', CENTS: ' €', DAYS: ' days', FACTOR: '' },
  },
} as const;
