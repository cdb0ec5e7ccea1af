// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate } from '#kernel';
import { assumptionsOf, checkSetting, economicsSettings, sayAssumptions, saySetting, type SettingKey, type StatedSetting } from './index.js';

const keys = Object.keys(economicsSettings) as SettingKey[];
const stated = (key: SettingKey, low: number, high = low): StatedSetting => ({ key, version: 3, low, high, author: 'Kämmerei', source: 'Rundschreiben 7', setOn: calendarDate('2026-10-01')! });

describe('a setting of the economics', () => {
  it.each(keys)('%s comes with a value that it would accept', (key) => {
    const { low, high } = economicsSettings[key];
    expect(checkSetting(key, low, high)).toMatchObject({ ok: true });
    expect(saySetting(key, { low, high }, 'de')).toMatch(/\d/);
  });

  it.each<[string, string, number, number, string]>([
    ['a name that it does not have', 'weather', 1, 1, 'SCORING.SETTING_UNKNOWN'],
    ['a name of its prototype', 'constructor', 1, 1, 'SCORING.SETTING_UNKNOWN'],
    ['interest of 200 %', 'discount01', 2, 2, 'SCORING.PARAMETER_OUT_OF_RANGE'],
    ['no number', 'discount01', Number.NaN, Number.NaN, 'SCORING.PARAMETER_OUT_OF_RANGE'],
    ['half a month', 'dualRunningMonths', 2.5, 2.5, 'SCORING.PARAMETER_OUT_OF_RANGE'],
    ['no months at all', 'horizonMonths', 0, 0, 'SCORING.PARAMETER_OUT_OF_RANGE'],
    ['days below zero', 'baseDays', -1, 3, 'SCORING.PARAMETER_OUT_OF_RANGE'],
    ['days without end', 'baseDays', 1, Number.POSITIVE_INFINITY, 'SCORING.PARAMETER_OUT_OF_RANGE'],
    ['a range where a number is needed', 'staffDayCents', 50_000, 60_000, 'SCORING.SETTING_NOT_A_RANGE'],
    ['a range that runs backwards', 'baseDays', 9, 3, 'SCORING.SETTING_NOT_A_RANGE'],
  ])('refuses %s', (_, key, low, high, code) => {
    expect(checkSetting(key, low, high)).toMatchObject({ ok: false, problem: { code } });
  });

  it('counts as stated, and else as it comes with the program', () => {
    const assumptions = assumptionsOf([stated('discount01', 0.031), stated('daysPerSeat', 0.02, 0.08), stated('factorPartial', 1.6)]);
    expect(assumptions).toMatchObject({ discount01: 0.031, daysPerSeat: { low: 0.02, high: 0.08 }, factorOfKind: { FULL: 1, PARTIAL: 1.6 }, staffDayCents: economicsSettings.staffDayCents.low });
  });

  it('is said with value, version, day, author and source, or that it comes with the program; and the factor of other kinds is left out', () => {
    const sentences = sayAssumptions(assumptionsOf([stated('discount01', 0.031)]), 'PARTIAL', 'de');
    expect(sentences).toContain('Zins im Jahr: 3,1 %. Version 3, festgelegt am 2026-10-01 von Kämmerei (Rundschreiben 7).');
    expect(sentences).toContain('Kosten eines Personentags: 550 €. Vorgabe des Programms; die Verwaltung hat nichts anderes festgelegt.');
    expect(sentences.filter((sentence) => sentence.startsWith('Faktor'))).toEqual([expect.stringContaining('teilweise')]);
    expect(sentences).toHaveLength(keys.length - 3);
  });

  it('of a run that was made before settings were stated is said all the same', () => {
    const { stated: _, factorOfKind, ...old } = assumptionsOf([]);
    expect(sayAssumptions({ ...old, factorOfKind }, null, 'en')).toContain('Time that is looked at: 60 months. Comes with the program; the administration has set nothing else.');
    expect(sayAssumptions({} as never, 'FULL', 'en')).toEqual([]);
  });
});
