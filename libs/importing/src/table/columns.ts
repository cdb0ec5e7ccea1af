// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { DetectedColumn, TableField } from '../reading.js';
import { CONTRACT_FIELDS, DEPARTMENT_FIELDS, INVENTORY_FIELDS, type RecordKind } from '../record.js';
import { contentFit01, evidenceOf, type ColumnEvidence } from './evidence.js';
import { headerKey, matchHeader } from './header-match.js';

/** The fields of each kind of table. */
export const FIELDS_OF: Readonly<Record<RecordKind, readonly TableField[]>> = { software: INVENTORY_FIELDS, contracts: CONTRACT_FIELDS, departments: DEPARTMENT_FIELDS };

/** Clear enough to be taken for the title without a second look at the content. */
const SURE_TITLE = 0.6;
const SMALLEST_SCORE = 0.3;

/** Name of the column as problems and mappings show it: the header cell, or `#3` where there is none. */
export function columnName(header: readonly string[] | null, index: number): string {
  const name = header?.[index]?.trim() ?? '';
  return name === '' ? `#${index + 1}` : name;
}

/**
 * Assigns fields to columns by what was given.
 *
 * @param mapping column name (as in the file, or without regard to case and punctuation, or `#3`) → field
 * @returns every column with its field, the unmapped ones detected only where `detected` has them and the field is still free;
 *   or the first column or field that does not exist (`IMPORTING.UNKNOWN_COLUMN`, `IMPORTING.UNKNOWN_FIELD`, `IMPORTING.FIELD_TWICE`)
 */
export function applyMapping(
  detected: readonly DetectedColumn[],
  mapping: Readonly<Record<string, string>>,
  kind: RecordKind,
): Result<DetectedColumn[], Problem> {
  const given = new Map<number, TableField>();
  const names = detected.map((column) => column.name);
  for (const [name, field] of Object.entries(mapping)) {
    if (!isField(field, kind)) return err({ code: 'IMPORTING.UNKNOWN_FIELD', field, columnName: name, fields: FIELDS_OF[kind] });
    const index = findColumn(names, name);
    if (index < 0) return err({ code: 'IMPORTING.UNKNOWN_COLUMN', columnName: name, columns: names });
    if ([...given.values()].includes(field) || given.has(index)) return err({ code: 'IMPORTING.FIELD_TWICE', field, columnName: name });
    given.set(index, field);
  }
  const taken = new Set(given.values());
  return ok(
    detected.map((column, index) => {
      const field = given.get(index);
      if (field !== undefined) return { ...column, field, confidence01: 1 };
      return column.field !== null && taken.has(column.field) ? { ...column, field: null, confidence01: 0 } : column;
    }),
  );
}

function isField(field: string, kind: RecordKind): field is TableField {
  return (FIELDS_OF[kind] as readonly string[]).includes(field);
}

/** @returns index of the column that is called so, or -1 */
export function findColumn(names: readonly string[], wanted: string): number {
  const exact = names.indexOf(wanted);
  if (exact >= 0) return exact;
  const position = /^#(\d{1,5})$/.exec(wanted.trim());
  if (position && Number(position[1]) >= 1 && Number(position[1]) <= names.length) return Number(position[1]) - 1;
  const key = headerKey(wanted);
  return key === '' ? -1 : names.findIndex((name) => headerKey(name) === key);
}

interface Claim {
  readonly index: number;
  readonly field: TableField;
  readonly score: number;
}

/**
 * Tells what each column of a table of the kind given stands for, from its name and from the first rows. Each field goes to the column that fits best (the first one on a tie),
 * each column to one field.
 *
 * @param header cells of the header row, or null where the file has none
 * @param rows first rows below it
 */
export function detectColumns(header: readonly string[] | null, rows: readonly (readonly string[])[], width: number, kind: RecordKind = 'software'): DetectedColumn[] {
  const evidence = Array.from({ length: width }, (_, index) => evidenceOf(rows.map((row) => row[index] ?? '')));
  const claims: Claim[] = [];
  for (let index = 0; index < width; index++) {
    for (const match of matchHeader(header?.[index] ?? '', kind)) {
      const score = match.score01 * contentFit01(match.field, evidence[index] as ColumnEvidence, match.score01 >= SURE_TITLE);
      if (score >= SMALLEST_SCORE) claims.push({ index, field: match.field, score });
    }
  }
  claims.sort((a, b) => b.score - a.score || a.index - b.index);
  const fieldOf = new Map<number, Claim>();
  const taken = new Set<TableField>();
  for (const claim of claims) {
    if (fieldOf.has(claim.index) || taken.has(claim.field)) continue;
    fieldOf.set(claim.index, claim);
    taken.add(claim.field);
  }
  if (kind === 'software' && !taken.has('title')) claimNameList(fieldOf, evidence, width);
  return Array.from({ length: width }, (_, index) => ({
    position: index + 1,
    name: columnName(header, index),
    field: fieldOf.get(index)?.field ?? null,
    confidence01: fieldOf.get(index)?.score ?? 0,
  }));
}

/** A file with a single column of names needs no header to be understood. */
function claimNameList(fieldOf: Map<number, Claim>, evidence: readonly ColumnEvidence[], width: number): void {
  const only = evidence[0];
  if (width !== 1 || only === undefined || fieldOf.has(0)) return;
  if (contentFit01('title', only, true) > 0 && only.filled > 0 && only.meanLength <= 80 && only.letterShare01 >= 0.8) {
    fieldOf.set(0, { index: 0, field: 'title', score: SURE_TITLE });
  }
}
