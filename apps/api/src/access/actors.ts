// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** The program itself: catalogue updates, the demo city. The first rows of the table `actor`, written by its migration. */
export const SYSTEM_ACTOR_ID = 1;
/** The person at this machine, until sign-in exists. */
export const LOCAL_ACTOR_ID = 2;
