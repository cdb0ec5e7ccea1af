// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import Table from 'cli-table3';
import pc from 'picocolors';
import type { Output } from './output.js';

/** A column of a table; numbers stand to the right. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Cells may break over lines within this share of the terminal's width, 0…1. */
  readonly wrapAt01?: number;
}

const NO_LINES = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' };

/** Prints rows under bold titles, without lines; nothing but the titles for no rows. */
export async function printTable(output: Output, columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const table = new Table({
    head: columns.map((column) => pc.bold(column.title)),
    colAligns: columns.map((column) => column.align ?? 'left'),
    colWidths: columns.map((column, index) => (column.wrapAt01 === undefined ? null : Math.min(widest(column.title, rows, index), Math.max(12, Math.floor(output.width * column.wrapAt01))))),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    wordWrap: true,
  });
  table.push(...rows.map((row) => [...row].map(String)));
  for (const line of table.toString().split('\n')) await output.line(line.trimEnd());
}

/** Prints `name  value` pairs below each other. */
export async function printFacts(output: Output, facts: readonly (readonly [string, string])[]): Promise<void> {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  for (const [name, value] of facts) await output.line(`${pc.bold(name.padEnd(width))}  ${value.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}`);
}

function widest(title: string, rows: readonly (readonly (string | number)[])[], index: number): number {
  return rows.reduce((most, row) => Math.max(most, String(row[index]).length), title.length) + 1;
}
