// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { TableField } from '../reading.js';
import { cellText, isUnknownCell, parseCount, parseDay, parseYearlyCost } from './cell-values.js';

/** Short words with numbers in them are codes rather than names: `Amt 33`. */
const LONGEST_CODE = 10;

/** What the first rows show about one column; shares are of the cells that hold something. */
export interface ColumnEvidence {
  readonly filled: number;
  readonly distinct01: number;
  readonly countShare01: number;
  readonly costShare01: number;
  readonly dateShare01: number;
  readonly letterShare01: number;
  readonly spaceShare01: number;
  readonly digitShare01: number;
  /** Cells that look like the name of a machine: one word, with a digit, a dash or a dot. */
  readonly hostShare01: number;
  readonly meanLength: number;
}

/** Looks at the cells of one column. */
export function evidenceOf(cells: readonly string[]): ColumnEvidence {
  const texts = cells.map(cellText).filter((text) => !isUnknownCell(text));
  const filled = texts.length;
  const share = (test: (text: string) => boolean): number => (filled === 0 ? 0 : texts.filter(test).length / filled);
  return {
    filled,
    distinct01: filled === 0 ? 0 : new Set(texts).size / filled,
    countShare01: share((text) => parseCount(text) !== null),
    costShare01: share((text) => parseYearlyCost(text) !== undefined),
    dateShare01: share((text) => parseDay(text, 'day-first') !== undefined || parseDay(text, 'month-first') !== undefined),
    letterShare01: share((text) => /\p{L}{2}|\p{L}[+#\d-]|\d\p{L}/u.test(text)),
    digitShare01: share((text) => /\d/.test(text)),
    spaceShare01: share((text) => /\s/.test(text)),
    hostShare01: share((text) => /^[\p{L}\d][\p{L}\d._-]*$/u.test(text) && /[\d._-]/.test(text) && /\p{L}/u.test(text)),
    meanLength: filled === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / filled,
  };
}

/**
 * How well the content of a column fits a field that its name suggests, as a factor in [0, 1]; 0 rules the field out.
 * An empty column fits anything.
 */
export function contentFit01(field: TableField, evidence: ColumnEvidence, isClearName: boolean): number {
  if (evidence.filled === 0) return 0.5;
  switch (field) {
    case 'title':
      if (evidence.letterShare01 < (isClearName ? 0.3 : 0.7) || evidence.meanLength > 150 || evidence.dateShare01 > 0.3) return 0;
      return !isClearName && evidence.hostShare01 > 0.8 ? 0 : 1;
    case 'userName':
      return evidence.countShare01 > 0.5 || evidence.meanLength > 80 ? 0 : 1;
    case 'users':
    case 'devices':
    case 'seats':
    case 'quantity':
    case 'headcount':
      return evidence.countShare01 >= (isClearName ? 0.3 : 0.6) ? 1 : 0;
    case 'costPerYear':
    case 'costPerMonth':
    case 'cost':
      return evidence.costShare01 >= 0.3 ? 1 : 0;
    case 'installedOn':
    case 'contractEndsOn':
    case 'startsOn':
    case 'endsOn':
      return evidence.dateShare01 >= (isClearName ? 0.3 : 0.8) ? 1 : 0;
    case 'version':
      return evidence.meanLength > 60 || evidence.dateShare01 > 0.9 ? 0 : 1;
    case 'host':
      if (evidence.spaceShare01 > 0.5) return 0;
      return evidence.countShare01 > 0.9 && evidence.meanLength < 6 ? 0 : 1;
    case 'license':
      return evidence.countShare01 > 0.5 ? 0 : 1;
    case 'noticePeriod':
    case 'renewal':
      return evidence.dateShare01 > 0.5 || evidence.meanLength > 80 ? 0 : 1;
    case 'metric':
    case 'number':
    case 'code':
      return evidence.meanLength > 60 || evidence.dateShare01 > 0.9 ? 0 : 1;
    case 'name':
      if (evidence.letterShare01 < 0.7 || evidence.meanLength > 150) return 0;
      return evidence.meanLength <= LONGEST_CODE && evidence.digitShare01 > 0.8 ? 0.4 : 1;
    case 'parent':
    case 'vendor':
    case 'department':
    case 'source':
      return evidence.meanLength > 120 ? 0 : 1;
    case 'purl':
    case 'cpe':
      return 1;
  }
}
