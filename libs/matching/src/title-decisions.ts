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
    const name = decision.scope === 'TITLE' ? normaliseTitle(decision.title) : normaliseTitleFamily(decision.title);
    byKey.set(keyOf(decision.scope, name, decision.vendor), decision);
  }
  return {
    answerTo(title, vendor) {
      if (byKey.size === 0) return undefined;
      const [whole, family] = [joinTokens(title), familyOf(title)];
      return byKey.get(keyOf('TITLE', whole, vendor)) ?? byKey.get(keyOf('TITLE', whole, null)) ?? byKey.get(keyOf('FAMILY', family, vendor)) ?? byKey.get(keyOf('FAMILY', family, null));
    },
  };
}

function keyOf(scope: TitleDecision['scope'], name: string, vendor: string | null): string {
  return `${scope}\u0000${name}\u0000${vendor === null ? '' : vendorKey(vendor)}`;
}
