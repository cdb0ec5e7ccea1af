// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom } from '#kernel';

/** Chance for one part of the city, so that a change in one part leaves the others as they were. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [lowest, highest]. */
  whole(lowest: number, highest: number): number;
  /** True with this probability; 0 never, 1 always. */
  happens(probability01: number): boolean;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** The items in a new order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** The chance that a seed gives to the part with this label. */
export function chanceFor(seed: number, label: string): Chance {
  const next = seededRandom(hashOf(`${seed}/${label}`));
  const whole = (lowest: number, highest: number) => lowest + Math.floor(next() * (highest - lowest + 1));
  return {
    next,
    whole,
    happens: (probability01) => next() < probability01,
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
    shuffled: (items) => {
      const order = [...items];
      for (let i = order.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [order[i], order[j]] = [order[j] as (typeof order)[number], order[i] as (typeof order)[number]];
      }
      return order;
    },
  };
}

/** FNV-1a over UTF-16 code units, 32 bits: spreads labels, keeps no secrets. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
