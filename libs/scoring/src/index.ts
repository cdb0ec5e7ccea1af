// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './interval.js';
export * from './model.js';
export * from './candidate-facts.js';
export * from './candidate-inputs.js';
export * from './scale.js';
export * from './check-model.js';
export { factsOf } from './measure-facts.js';
export { deriveInputs } from './derive-inputs.js';
export * from './score-candidate.js';
export * from './economics.js';
export * from './rank-candidates.js';
export * from './smaa/sample-acceptability.js';
export * from './explain-score.js';
export * from './comply-or-explain.js';
export * from './jurisdiction.js';
export * from './concentration.js';
export * from './find-flips.js';
export * from './ask-next.js';
export * from './compare-runs.js';
export * from './second-opinions/topsis.js';
export * from './second-opinions/promethee.js';
export * from './second-opinions/ahp.js';
export * from './messages.js';
export { dortmund2021 } from './data/dortmund-2021.js';
export * from './estimate-move.js';
