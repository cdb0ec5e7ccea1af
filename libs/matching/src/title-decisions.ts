// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { TitleDecision } from './knowledge.js';
import { familyOf, joinTokens, normaliseTitle, normaliseTitleFamily } from './normalise-title.js';
import type { ReadTitle } from './read-title.js';
import { vendorKey } from './vendor-name.js';

/** What people decided, found by title. */
export interface TitleDecisions {
  /** The answer that holds for this title: for the title before the family, for the vendor before any vendor; undefined where nobody decided. */
  answerTo(title: ReadTitle, vendor: string | null): TitleDecision | undefined;
}

export function compileDecisions(decisions: readonly TitleDecision[]): TitleDecisions {
  const byKey = new Map<string, TitleDecision>();
  for (const decision of decisions) {
    const family = normaliseTitleFamily(decision.title);
    const name = decision.scope === 'TITLE' ? withinFamily(normaliseTitle(decision.title), family) : family;
    byKey.set(keyOf(decision.scope, name, decision.vendor), decision);
  }
  return {
    answerTo(title, vendor) {
      if (byKey.size === 0) return undefined;
      const family = familyOf(title);
      const whole = withinFamily(joinTokens(title), family);
      return byKey.get(keyOf('TITLE', whole, vendor)) ?? byKey.get(keyOf('TITLE', whole, null)) ?? byKey.get(keyOf('FAMILY', family, vendor)) ?? byKey.get(keyOf('FAMILY', family, null));
    },
  };
}

/** A title is decided on together with its family at most, never beyond: `Foo (de)` and `Foo de` have the same words and other families. */
function withinFamily(whole: string, family: string): string {
  return `${whole}\u0001${family}`;
}

function keyOf(scope: TitleDecision['scope'], name: string, vendor: string | null): string {
  return `${scope}\u0000${name}\u0000${vendor === null ? '' : vendorKey(vendor)}`;
}
