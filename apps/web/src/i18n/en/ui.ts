// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { UiTexts } from '../de/ui.js';

export const en: UiTexts = {
  loading: 'Loading …',
  unreachable: 'The server does not answer',
  unreachableAdvice: 'Is the program still running, and is there a connection? What you entered is still here.',
  unexpected: 'Unexpected failure of the program',
  unexpectedAdvice: 'The program’s log explains it under this code.',
  again: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  code: 'Code',
  search: 'Search',
  clear: 'Clear',
  columns: 'Columns',
  sortBy: (column) => `sort by ${column}`,
  all: 'all',
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  tableTwin: 'As a table',
  pictureTwin: 'As a picture',
  interval: (low, expected, high) => `${expected}, between ${low} and ${high}`,
  rowsShown: (shown, total) => `${shown} of ${total} rows loaded`,
  notices: 'Notices',
  verdict: { ALLOWED: 'open source', DENIED: 'not open source', UNKNOWN: 'unknown' },
  coverage: { FULL: 'full', PARTIAL: 'partial', NEEDS_COMPLEMENT: 'with a complement', COEXISTENCE: 'side by side' },
};
