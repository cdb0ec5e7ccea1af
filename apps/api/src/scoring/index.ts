// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export { STANDINGS } from './compliance.queries.js';
export { LoadScoringBase } from './load-scoring-base.use-case.js';
export { ScoringModule } from './scoring.module.js';
export { PerformScoringRun } from './perform-scoring-run.use-case.js';
export { Candidate, ScoringRun } from './scoring.types.js';
export { assumptionsOf, estimateMove, type AlternativeKind, type EconomicsAssumptions } from '#scoring';
