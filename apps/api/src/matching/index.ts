// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export { MatchingModule } from './matching.module.js';
export { MatchTitles } from './match-titles.use-case.js';
export { ReplayMatches } from './replay-matches.use-case.js';
export { TitleMatch } from './matching.types.js';
