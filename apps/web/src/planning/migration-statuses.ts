// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Tone } from '../ui/badge.js';

export const MIGRATION_STATUSES = ['PLANNED', 'RUNNING', 'BLOCKED', 'DONE', 'CANCELLED'] as const;
export type MigrationStatus = (typeof MIGRATION_STATUSES)[number];

export const STATUS_TONES: Readonly<Record<MigrationStatus, Tone>> = { PLANNED: 'info', RUNNING: 'info', BLOCKED: 'danger', DONE: 'success', CANCELLED: 'warning' };
