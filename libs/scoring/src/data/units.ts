// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Scale, Wording } from '../model.js';

/** Units of the shipped models' scales. */
export const units = {
  level: { de: 'Stufe', en: 'level' },
  levels: { de: 'Stufen', en: 'levels' },
  points: { de: 'Punkte', en: 'points' },
  share: { de: 'Anteil', en: 'share' },
  days: { de: 'Tage', en: 'days' },
  count: { de: 'Anzahl', en: 'count' },
  users: { de: 'Nutzende', en: 'users' },
  reached: { de: 'Installationen oder Nutzende', en: 'installations or users' },
  gigabytes: { de: 'Gigabyte', en: 'gigabytes' },
  hhi: { de: 'HHI-Punkte', en: 'HHI points' },
  burden: { de: 'Schnittstellenlast', en: 'interface burden' },
} satisfies Record<string, Wording>;

/** A scale of straight lines between `[value, utility]` points; values beyond the ends are worth as much as the ends. */
export function linear(unit: Wording, ...points: readonly (readonly [at: number, utility01: number])[]): Scale {
  return { unit, interpolation: 'LINEAR', beyond: 'SATURATES', anchors: points.map(([at, utility01]) => ({ at, utility01 })) };
}

/** The same in the logarithm of the value. */
export function logarithmic(unit: Wording, ...points: readonly (readonly [at: number, utility01: number])[]): Scale {
  return { ...linear(unit, ...points), interpolation: 'LOG' };
}

/** Points 0…100 of a criterion of several parts, worth their hundredth; nothing can lie beyond. */
export const pointsScale: Scale = { ...linear(units.points, [0, 0], [100, 1]), beyond: 'REFUSED' };

/** A share 0…1 that is worth itself. */
export const shareScale: Scale = linear(units.share, [0, 0], [1, 1]);

/** A named answer whose level 0…1 is what it is worth. */
export const levelScale: Scale = linear(units.level, [0, 0], [1, 1]);
