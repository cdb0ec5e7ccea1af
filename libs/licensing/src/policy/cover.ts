// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { RuleCondition } from './policy.js';

/** Whether a rule applies to everything: it has no condition. */
export function isBlank(when: RuleCondition): boolean {
  return Object.values(when).every((value) => value === undefined);
}

/**
 * Whether wherever `narrow` holds `wide` holds as well, so that a later rule under `narrow` is never reached. Compared condition by condition: each one
 * of `wide` must be implied by the same condition of `narrow`; what follows only from several conditions together is not seen.
 */
export function isCovered(narrow: RuleCondition, wide: RuleCondition): boolean {
  return (Object.keys(wide) as (keyof RuleCondition)[]).every((name) => {
    const [inner, outer] = [narrow[name], wide[name]];
    if (outer === undefined) return true;
    if (inner === undefined) return false;
    if (!Array.isArray(inner) || !Array.isArray(outer)) return inner === outer;
    return name.startsWith('not') ? outer.every((value) => inner.includes(value)) : inner.every((value) => outer.includes(value));
  });
}
