// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningMessages, type Plan } from '#planning';
import { describe, type CommandContext } from '../context.js';

/** A plan with a sentence beside each reason and each conflict. */
export function planInWords(plan: Plan, { language }: CommandContext) {
  return {
    ...plan,
    unscheduled: plan.unscheduled.map((left) => ({ ...left, message: describe(left.detail, language, planningMessages).message })),
    conflicts: plan.conflicts.map((conflict) => ({ ...conflict, ...describe(conflict, language, planningMessages) })),
  };
}
