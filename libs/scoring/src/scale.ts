// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Scale } from './model.js';
import { portableLog } from './portable-log.js';

/**
 * Says what a value is worth on a scale, 0 (worst) to 1 (best).
 *
 * @param value in the scale's unit; infinities count as beyond the last or first anchor
 * @returns the utility; a value outside the anchors is worth as much as the nearest one; NaN stays NaN
 * @example utilityAt(scale, 100) // 0.5 where the anchors are 1 → 0, 100 → 0.5, 10,000 → 1
 */
export function utilityAt(scale: Scale, value: number): number {
  const { anchors } = scale;
  const first = anchors[0]!;
  const last = anchors.at(-1)!;
  if (Number.isNaN(value)) return Number.NaN;
  if (value <= first.at) return first.utility01;
  if (value >= last.at) return last.utility01;
  const above = anchors.findIndex((anchor) => anchor.at >= value);
  const right = anchors[above]!;
  const left = anchors[above - 1]!;
  if (value === right.at) return right.utility01;
  return left.utility01 + (right.utility01 - left.utility01) * positionBetween(left.at, right.at, value, scale.interpolation);
}

/** The value worth least and the value worth most, at the ends of the scale; where all are worth the same, the first and the last anchor. */
export function scaleEnds(scale: Scale): { readonly worst: number; readonly best: number } {
  const first = scale.anchors[0]!;
  const last = scale.anchors.at(-1)!;
  return first.utility01 <= last.utility01 ? { worst: first.at, best: last.at } : { worst: last.at, best: first.at };
}

/** Whether a value lies between the first and the last anchor, both included; NaN does not. */
export function isWithinScale(scale: Scale, value: number): boolean {
  return value >= scale.anchors[0]!.at && value <= scale.anchors.at(-1)!.at;
}

function positionBetween(left: number, right: number, value: number, interpolation: Scale['interpolation']): number {
  if (interpolation === 'LINEAR') return (value - left) / (right - left);
  return portableLog(value / left) / portableLog(right / left);
}
