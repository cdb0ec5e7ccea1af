// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { isShare, type Measure } from '#planning';
import type { TargetTerms } from './target.repository.js';

const LONGEST_NAME = 200;
const LONGEST_NOTE = 2_000;
const MOST = 1_000_000_000;

/**
 * Accepts what a target asks for, in the form in which it is kept.
 *
 * @returns `PLANNING.TARGET_NAME_EMPTY`, `PLANNING.NOTE_TOO_LONG`, `PLANNING.GOAL_NO_SHARE`, `PLANNING.GOAL_NO_COUNT`, or `PLANNING.TARGET_DUE_IN_PAST`, with the path to the field
 */
export function checkTerms(measure: Measure, { name, goal, dueOn, note }: TargetTerms, today: CalendarDate): Result<TargetTerms, Problem> {
  const trimmed = { name: name.trim(), note: note?.trim() || null };
  if (trimmed.name === '' || trimmed.name.length > LONGEST_NAME) return err({ code: 'PLANNING.TARGET_NAME_EMPTY', path: 'name', most: LONGEST_NAME });
  if (trimmed.note !== null && trimmed.note.length > LONGEST_NOTE) return err({ code: 'PLANNING.NOTE_TOO_LONG', path: 'note', most: LONGEST_NOTE });
  if (isShare(measure) && !(goal > 0 && goal <= 1)) return err({ code: 'PLANNING.GOAL_NO_SHARE', path: 'goal', value: goal, measure });
  if (!isShare(measure) && !(Number.isInteger(goal) && goal >= 0 && goal <= MOST)) return err({ code: 'PLANNING.GOAL_NO_COUNT', path: 'goal', value: goal, measure });
  if (dueOn < today) return err({ code: 'PLANNING.TARGET_DUE_IN_PAST', path: 'dueOn', dueOn, today });
  return ok({ ...trimmed, goal, dueOn });
}
