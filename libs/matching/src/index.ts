// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export type { KnownProduct, MatchKnowledge, ProductIdentifiers, TitleDecision, TitleDecisionKind } from './knowledge.js';
export { ACCEPTED_CONFIDENCE_01, type MatchCandidate, type MatchDecision, type TitleToMatch } from './match-decision.js';
export type { ComponentKind } from './data/component-words.js';
export { compileMatcher, matcherOf, MATCHING_RULES, prepareProducts, type Matcher, type PreparedProducts } from './matcher.js';
export { normaliseTitle, normaliseTitleFamily } from './normalise-title.js';
export { splitTitle, type TitleParts } from './split-title.js';
export { vendorKey } from './vendor-name.js';
export { matchingMessages } from './matching-messages.js';
