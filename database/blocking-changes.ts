// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Asks the database; the statements of one migration and these questions are asked in one transaction. */
export type Ask = <Row>(sql: string) => Promise<readonly Row[]>;

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly filenode: number;
  readonly rowsChanged: number;
}

interface Column {
  readonly table: number;
  readonly place: number;
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly hasValue: boolean;
}

interface Part {
  readonly oid: number;
  readonly table: number;
  readonly name: string;
  readonly kind: 'INDEX' | 'CHECK';
}

/** What the catalogue of the database says of its tables, and how many rows of each this session has changed or taken away so far. */
export interface Shape {
  readonly tables: readonly Table[];
  readonly columns: readonly Column[];
  readonly parts: readonly Part[];
}

/** The tables as they are now. */
export async function shapeOf(ask: Ask): Promise<Shape> {
  const ours = "c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition";
  return {
    tables: await ask<Table>(`SELECT c.oid::int, c.relname AS name, c.relfilenode::int AS filenode, coalesce(s.n_tup_upd + s.n_tup_del, 0)::int AS "rowsChanged" FROM pg_class c LEFT JOIN pg_stat_xact_user_tables s ON s.relid = c.oid WHERE ${ours}`),
    columns: await ask<Column>(
      `SELECT c.oid::int AS table, a.attnum AS place, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "isRequired", a.atthasdef OR a.attidentity <> '' AS "hasValue"
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE ${ours}`,
    ),
    parts: await ask<Part>(
      `SELECT i.indexrelid::int AS oid, c.oid::int AS table, x.relname AS name, 'INDEX' AS kind FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid WHERE ${ours}
       UNION ALL SELECT k.oid::int, c.oid::int, k.conname, 'CHECK' FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('c', 'f') AND k.convalidated WHERE ${ours}`,
    ),
  };
}

/**
 * What a migration does to tables that were there before it and that a program which is still running cannot bear: what it reads or writes is gone or of another kind (`TABLE_GONE`, `COLUMN_GONE`, `TYPE_CHANGED`,
 * `COLUMN_REQUIRED` without a value of its own, `NOT_NULL_SET`), or it waits while every row is looked at or written anew under a lock (`TABLE_REWRITTEN`; of tables that grow also `INDEX_BUILT`, `ROWS_CHECKED`,
 * `ROWS_CHANGED`). A renamed table or column is gone.
 *
 * @param isSmall whether all rows of a table can be looked at in no time
 * @returns each as `WHAT table.part`, in order of the alphabet
 */
export function blockingChanges(before: Shape, after: Shape, isSmall: (table: string) => boolean): readonly string[] {
  const found: string[] = [];
  for (const table of before.tables) {
    const now = after.tables.find(({ oid, name }) => oid === table.oid && name === table.name);
    if (now === undefined) {
      found.push(`TABLE_GONE ${table.name}`);
      continue;
    }
    const columnsNow = after.columns.filter((column) => column.table === table.oid);
    const columnsThen = before.columns.filter((column) => column.table === table.oid);
    for (const then of columnsThen) {
      const column = columnsNow.find(({ place }) => place === then.place);
      if (column?.name !== then.name) found.push(`COLUMN_GONE ${table.name}.${then.name}`);
      else if (column.type !== then.type) found.push(`TYPE_CHANGED ${table.name}.${then.name}`);
      else if (column.isRequired && !then.isRequired) found.push(`NOT_NULL_SET ${table.name}.${then.name}`);
    }
    for (const { place, name, isRequired, hasValue } of columnsNow) {
      if (!columnsThen.some((column) => column.place === place) && isRequired && !hasValue) found.push(`COLUMN_REQUIRED ${table.name}.${name}`);
    }
    if (now.filenode !== table.filenode) found.push(`TABLE_REWRITTEN ${table.name}`);
    if (isSmall(table.name)) continue;
    for (const { oid, table: of, name, kind } of after.parts) {
      if (of === table.oid && !before.parts.some((part) => part.oid === oid)) found.push(`${kind === 'INDEX' ? 'INDEX_BUILT' : 'ROWS_CHECKED'} ${table.name}.${name}`);
    }
    if (now.rowsChanged > table.rowsChanged) found.push(`ROWS_CHANGED ${table.name}`);
  }
  return found.sort();
}
