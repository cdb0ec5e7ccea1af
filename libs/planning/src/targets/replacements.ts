// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate } from '#kernel';
import type { MigrationAhead, Replacement } from './facts.js';

/**
 * Says when the migrations of the plan in force replace their products by open source.
 *
 * It is certain by the last planned day, unless the migration is blocked or late, is said to be done while its product is still found, only puts the
 * alternative beside what stays, or leads to something whose license nobody knows: then it may be by that day, or never. What is found today is not replaced
 * before tomorrow.
 *
 * @returns nothing for migrations to what is not open source
 */
export function replacementsOf(migrations: readonly MigrationAhead[], today: CalendarDate): readonly Replacement[] {
  const tomorrow = addDays(today, 1);
  return migrations.flatMap(({ productId, alternativeId, alternative, isCoexistence, status, plannedEndsOn }) => {
    if (alternative === 'CLOSED') return [];
    const isCertain = alternative === 'OPEN' && !isCoexistence && (status === 'PLANNED' || status === 'RUNNING') && plannedEndsOn >= today;
    const on = plannedEndsOn > tomorrow ? plannedEndsOn : tomorrow;
    return [{ productId, alternativeId, surelyOn: isCertain ? on : null, possiblyOn: on }];
  });
}
