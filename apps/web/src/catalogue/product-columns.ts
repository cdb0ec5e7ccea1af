// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Columns of the list of products; the first one always stands. */
export const PRODUCT_COLUMNS = ['name', 'vendor', 'category', 'license', 'installations', 'departments', 'alternative', 'score', 'standing'] as const;
