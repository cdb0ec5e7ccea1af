// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** How an access token begins, so that people and scanners of leaked secrets recognise it. */
export const ACCESS_TOKEN_START = 'fahrplan_';
