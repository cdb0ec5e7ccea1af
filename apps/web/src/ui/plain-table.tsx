// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';

interface PlainColumn<Row> {
  readonly key: string;
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumeric?: boolean;
}

/** A short table that is shown whole. */
export function PlainTable<Row>({ caption, columns, rows, keyOf }: { caption: string; columns: readonly PlainColumn<Row>[]; rows: readonly Row[]; keyOf: (row: Row) => string }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll table-scroll--short" role="region" aria-label={caption} tabIndex={0}>
      <table className="table table--plain">
        <caption className="kern-sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, name, isNumeric }) => (
              <th key={key} scope="col" className={isNumeric ? 'numeric' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, cell, isNumeric }) => (
                <td key={key} className={isNumeric ? 'numeric' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
