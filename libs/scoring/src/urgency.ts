// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { daysBetween, type CalendarDate } from '#kernel';
import { utilityAt } from './scale.js';
import type { Scale } from './model.js';

/** What can make a move urgent; null is unknown. */
export interface UrgencyFacts {
  /** Earliest day on which the support of an installed release cycle ends. */
  readonly supportEndsOn: CalendarDate | null;
  /** Next last day for notice of a contract. */
  readonly noticeBy: CalendarDate | null;
}

/** Notes on urgency, beside the score and never part of it. */
export interface Urgency {
  /** Continuity of support of today's product, 0 (nothing presses) to 10 (support has ended); the whole range where it is unknown. */
  readonly supportPoints: { readonly low: number; readonly high: number };
  readonly notes: readonly UrgencyNote[];
}

export type UrgencyNote =
  | { readonly note: 'SUPPORT_ENDED' | 'SUPPORT_ENDS_SOON'; readonly on: CalendarDate; readonly days: number }
  | { readonly note: 'NOTICE_DUE'; readonly on: CalendarDate; readonly days: number }
  | { readonly note: 'SUPPORT_UNKNOWN' };

const SOON_DAYS = 365;
const NOTICE_DAYS = 180;
const MOST_POINTS = 10;

const continuity: Scale = {
  unit: { de: 'Tage', en: 'days' }, interpolation: 'LINEAR', beyond: 'SATURATES',
  anchors: [{ at: 0, utility01: 1 }, { at: 365, utility01: 0.8 }, { at: 1_095, utility01: 0.4 }, { at: 1_825, utility01: 0 }],
};

/**
 * Notes how urgent it is to replace today's product.
 *
 * @source points 0 to 10 and the criterion "continuity of support of the old system" follow WiBe 5.0 (urgency to replace the old system); the anchors are ours
 */
export function urgencyOf({ supportEndsOn, noticeBy }: UrgencyFacts, today: CalendarDate): Urgency {
  const notes: UrgencyNote[] = [];
  let supportPoints = { low: 0, high: MOST_POINTS };
  if (supportEndsOn === null) notes.push({ note: 'SUPPORT_UNKNOWN' });
  else {
    const days = daysBetween(today, supportEndsOn);
    const points = Math.round(utilityAt(continuity, days) * MOST_POINTS * 10) / 10;
    supportPoints = { low: points, high: points };
    if (days < 0) notes.push({ note: 'SUPPORT_ENDED', on: supportEndsOn, days });
    else if (days <= SOON_DAYS) notes.push({ note: 'SUPPORT_ENDS_SOON', on: supportEndsOn, days });
  }
  if (noticeBy !== null) {
    const days = daysBetween(today, noticeBy);
    if (days >= 0 && days <= NOTICE_DAYS) notes.push({ note: 'NOTICE_DUE', on: noticeBy, days });
  }
  return { supportPoints, notes };
}
