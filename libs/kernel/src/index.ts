// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './result.js';
export * from './problem.js';
export * from './branded.js';
export { groupBy } from './group-by.js';
export * from './money.js';
export * from './calendar-date.js';
export * from './clock.js';
export * from './random.js';
export * from './table.js';
