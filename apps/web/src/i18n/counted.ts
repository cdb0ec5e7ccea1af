// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** What stands behind a number: for one, and for any other. */
export const counted = (one: string, many: string) => (count: number): string => (count === 1 ? one : many);
