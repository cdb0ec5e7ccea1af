// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Tone } from '../ui/badge.js';

export const MIGRATION_STATUSES = ['PLANNED', 'RUNNING', 'BLOCKED', 'DONE', 'CANCELLED'] as const;
export type MigrationStatus = (typeof MIGRATION_STATUSES)[number];

export const STATUS_TONES: Readonly<Record<MigrationStatus, Tone>> = { PLANNED: 'info', RUNNING: 'info', BLOCKED: 'danger', DONE: 'success', CANCELLED: 'warning' };

/** Steps that can be reported; the server checks them. What has begun does not become planned again. */
export function nextStatuses(status: MigrationStatus, hasStarted: boolean): readonly MigrationStatus[] {
  const steps: Readonly<Record<MigrationStatus, readonly MigrationStatus[]>> = {
    PLANNED: ['RUNNING', 'BLOCKED', 'CANCELLED'],
    RUNNING: ['BLOCKED', 'DONE', 'CANCELLED'],
    BLOCKED: ['PLANNED', 'RUNNING', 'BLOCKED', 'CANCELLED'],
    DONE: [],
    CANCELLED: ['PLANNED'],
  };
  return steps[status].filter((step) => !(step === 'PLANNED' && status === 'BLOCKED' && hasStarted));
}
