// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Where "now" comes from; pure code is handed one instead of asking the machine. */
export interface Clock {
  now(): Date;
}
