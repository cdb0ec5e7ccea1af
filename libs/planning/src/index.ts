// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './problem.js';
export * from './plan.js';
export { checkProblem, PLANNING_LIMITS } from './check-problem.js';
export { planWaves, type PlanOptions } from './plan-waves.js';
export { checkPlan, type PlanVerdict } from './checker/check-plan.js';
export { firstSavingPeriod, type ContractTerms } from './contract-calendar.js';
export { planningMessages } from './messages.js';
