// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './problem.js';
export * from './plan.js';
export { checkProblem, PLANNING_LIMITS } from './check-problem.js';
export { planWaves, type PlanOptions } from './plan-waves.js';
export { checkPlan, type PlanVerdict } from './checker/check-plan.js';
export { firstSavingPeriod, type ContractTerms } from './contract-calendar.js';
export { planningMessages } from './messages.js';
export { explainItem, gainOf, type Gain, type ItemExplanation } from './explanation/why-not-earlier.js';
export type { Obstacle } from './explanation/why-not.js';
export { assume, assumeChecked, type Assumption } from './scenario/what-if.js';
export { comparablePlan, comparePlans, planChanges, startsOfPlan, type ComparablePlan, type ItemChange, type PlanSummary } from './scenario/plan-change.js';
export { efficientFrontier, FRONTIER_FACTORS, whyNoFrontier, type FrontierPoint } from './scenario/frontier.js';
export { planCalendar, type CalendarOptions } from './export/calendar.js';
export { planTables } from './export/plan-tables.js';
export type * from './targets/facts.js';
export { measureEstate } from './targets/measure-estate.js';
export { isShare, MEASURES, type Measure, type Measured } from './targets/measures.js';
export { replacementsOf } from './targets/replacements.js';
