// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Logger } from 'pino';

/** Name under which the program's log is provided. */
export const LOG = Symbol('LOG');

export type Log = Logger;
