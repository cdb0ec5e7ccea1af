// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export { PlanningModule } from './planning.module.js';
export { PerformPlanning } from './perform-planning.use-case.js';
export { PutPlanInForce } from './put-plan-in-force.use-case.js';
export { SetTarget } from './targets/set-target.use-case.js';
export { TargetWatch } from './targets/target-watch.js';
