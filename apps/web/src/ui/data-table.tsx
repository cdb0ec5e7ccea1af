// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { uiTexts } from '../i18n/ui.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Icon } from './icon.js';
import { useKeptFocus } from './use-kept-focus.js';
import { usePrinting } from './use-printing.js';

export interface Column<Row, Sort extends string = string> {
  readonly key: string;
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** The field of the list's `orderBy`, where it can be ordered by this column. */
  readonly sort?: Sort;
  readonly isNumeric?: boolean;
  /** Share of the width; 1 unless given. */
  readonly width?: number;
  /** Whether it is there to act by, and left out on paper. */
  readonly isScreenOnly?: boolean;
}

export interface Order<Sort extends string> {
  readonly field: Sort;
  readonly direction: 'ASC' | 'DESC';
}

interface DataTableProps<Row, Sort extends string> {
  /** What the rows are; read out before the table. */
  readonly caption: string;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Rows in the whole list, where more can be loaded. */
  readonly totalCount?: number | null;
  readonly loadUpTo?: (index: number) => void;
  readonly order?: Order<Sort> | undefined;
  readonly onOrder?: (order: Order<Sort>) => void;
  readonly isBusy?: boolean;
}

const ROW_PX = 44;
/** Rows kept ready outside of what can be seen. */
const OVERSCAN = 12;
/** Rows that the scroll bar shows beyond those loaded, so that a leap to its end asks for a bounded number. */
const MOST_AHEAD = 1_000;
const LEAST_COLUMN_REM = 5.5;
/** Of a heading: a letter, what stands around it, and the arrow of an order. */
const LETTER_REM = 0.6;
const AROUND_REM = 1.6;
const ARROW_REM = 1.6;

/** A table of any length: only rows in sight are drawn, and further ones are loaded as they come near; all that are loaded go to paper. */
export function DataTable<Row, Sort extends string = string>({ caption, columns: all, rows, keyOf, totalCount, loadUpTo, order, onOrder, isBusy = false }: DataTableProps<Row, Sort>) {
  const t = useTexts(uiTexts);
  const { count } = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus(scroller);
  const total = totalCount ?? rows.length;
  const shown = Math.min(total, rows.length + MOST_AHEAD);
  const virtualizer = useVirtualizer({ count: shown, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: OVERSCAN, getItemKey: (index) => (rows[index] ? keyOf(rows[index]) : index) });
  const isPrinting = usePrinting();
  const columns = isPrinting ? all.filter(({ isScreenOnly }) => !isScreenOnly) : all;
  const inSight = virtualizer.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length) loadUpTo?.(last + 1);
  }, [last, rows.length, loadUpTo, isBusy]);
  const widths = columns.map(leastWidthRem);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const drawn = isPrinting ? rows.map((row, index) => ({ index, key: keyOf(row) })) : inSight;
  const above = isPrinting ? 0 : (inSight[0]?.start ?? 0);
  const below = isPrinting ? 0 : virtualizer.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  return (
    <div className="table-frame" aria-busy={isBusy}>
      {/* a region that scrolls has to be reached by the keyboard */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-scroll" ref={scroller} tabIndex={0} role="region" aria-label={caption} {...keptFocus}>
        <table className="table" aria-rowcount={total + 1} style={{ minWidth: `${whole}rem` }}>
          <caption className="kern-sr-only">{caption}</caption>
          <colgroup>
            {columns.map(({ key }, index) => (
              <col key={key} style={{ width: `${(widths[index]! / whole) * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.isNumeric ? 'numeric' : undefined} aria-sort={column.sort && order?.field === column.sort ? (order.direction === 'ASC' ? 'ascending' : 'descending') : undefined}>
                  {column.sort && onOrder && !isPrinting ? (
                    <button type="button" className="table-sort" onClick={() => onOrder(nextOrder(column, order))} title={t.sortBy(column.name)}>
                      {column.name}
                      {order?.field === column.sort && <Icon name={order.direction === 'ASC' ? 'arrow-up' : 'arrow-down'} />}
                    </button>
                  ) : (
                    column.name
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 && (
              <tr aria-hidden="true">
                <td colSpan={columns.length} className="table-gap" style={{ height: above }} />
              </tr>
            )}
            {drawn.map(({ index, key }) => {
              const row = rows[index];
              return (
                <tr key={key} ref={virtualizer.measureElement} data-index={index} aria-rowindex={index + 2}>
                  {columns.map((column) => (
                    <td key={column.key} className={column.isNumeric ? 'numeric' : undefined}>
                      {row === undefined ? <span className="table-waiting" /> : column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
            {below > 0 && (
              <tr aria-hidden="true">
                <td colSpan={columns.length} className="table-gap" style={{ height: below }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {total > rows.length && <p className="table-count">{t.rowsShown(count(rows.length), count(total))}</p>}
    </div>
  );
}

/** A column is never narrower than the longest word of its heading. */
function leastWidthRem({ name, width = 1, sort }: Column<never>): number {
  const longest = Math.max(...name.split(/[\s-]+/).map((word) => word.length));
  return Math.max(width * LEAST_COLUMN_REM, longest * LETTER_REM + AROUND_REM + (sort ? ARROW_REM : 0));
}

/** The other way for the column that orders already; else numbers from the largest, words from A. */
function nextOrder<Sort extends string>({ sort, isNumeric }: Column<never, Sort>, order: Order<Sort> | undefined): Order<Sort> {
  const first = isNumeric ? 'DESC' : 'ASC';
  if (order?.field !== sort) return { field: sort!, direction: first };
  return { field: sort!, direction: order!.direction === 'ASC' ? 'DESC' : 'ASC' };
}
