// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FieldNode, SelectionSetNode } from 'graphql';
import { isGiven, type Argument, type Variables } from './argument.js';
import { columnOf } from './column.js';
import { cursorSql, readCursor, type Cursor } from './cursor.js';
import type { Condition, ConnectionField, Order, ReadType } from './read-type.js';
import { selectionSetsOf, type Selection } from './selection.js';
import { UnusableArgument, where, type Statement } from './statement.js';

/** Rows of a page when neither `first` nor `last` is given. */
const DEFAULT_PAGE = 50;

/** What a connection leaves to the compiler of the whole operation: its rows, and the operation that they belong to. */
export interface RowCompiler {
  readonly statement: Statement;
  readonly variables: Variables;
  select(typeName: string, sets: readonly SelectionSetNode[]): Selection;
  columns(type: ReadType, row: string, sets: readonly SelectionSetNode[]): string;
  rowLimit(argument: Argument, name: string, fallback: number, extra?: number): string;
  /** Refuses, at each call, a number of rows that is out of range. */
  checkRowLimit(argument: Argument, name: string): void;
}

/**
 * Compiles a Relay connection into one subquery: the page is cut by its cursor (keyset, not offset, so that page 1,000 costs what page 1 does), and
 * only what is asked for is computed.
 *
 * @source GraphQL Cursor Connections Specification (Relay)
 */
export function compileConnection(
  compiler: RowCompiler,
  type: ReadType,
  field: ConnectionField,
  nodes: readonly FieldNode[],
  argument: (name: string) => Argument,
  parent: string | undefined,
): string {
  const { statement, variables } = compiler;
  const row = statement.alias();
  const rowId = (type.rowId ?? ((alias: string) => `${alias}.id`))(row);
  const isBackwards = isGiven(argument('last').get(variables)) && !isGiven(argument('first').get(variables));
  const given = argument('orderBy').get(variables) as { field: string; direction: 'ASC' | 'DESC' } | null | undefined;
  const base = field.on && parent !== undefined ? [field.on(parent, row)] : [];
  const filter = argument('filter');
  const filterNames = Object.keys((filter.get(variables) as object | null | undefined) ?? {}).filter((name) => isGiven(filter.field(name).get(variables)));
  const filters = (but?: string) => filterNames.filter((name) => name !== but).map((name) => statement.condition(row, conditionOf(type, name), filter.field(name)));

  const ranking = isGiven(given) ? undefined : filterNames.find((name) => conditionOf(type, name).ranking);
  const { field: orderName, direction } = given ?? (ranking === undefined ? field.defaultOrder : { field: `BY_${ranking}`, direction: 'DESC' });
  const order = ranking === undefined ? type.orders?.[orderName] : conditionOf(type, ranking).ranking;
  if (!order) throw new Error(`${type.name} has no order ${orderName}`);
  const sqlDirection = (direction === 'DESC') === isBackwards ? 'ASC' : 'DESC';

  // Checked even where no page is asked for: a wrong argument is never passed over.
  for (const name of ['first', 'last'] as const) compiler.checkRowLimit(argument(name), name);

  const selection = compiler.select(`${type.name}Connection`, selectionSetsOf(nodes));
  const wants = (name: string) => [...selection.values()].some((one) => one[0]!.name.value === name);
  const wantsPage = wants('nodes') || wants('edges') || wants('pageInfo');
  const afterCursor = keyset(compiler, argument, orderName, order, row, rowId, direction, wantsPage);

  const columns: string[] = [];
  for (const [key, asked] of selection) {
    const name = asked[0]!.name.value;
    const column = ` AS "${columnOf(key)}"`;
    if (name === '__typename') columns.push(`'${type.name}Connection'::text${column}`);
    else if (name === 'totalCount') columns.push(`${totalCount(compiler, type, field, parent, row, [...base, ...filters()], filterNames.length > 0)}${column}`);
    else if (name === 'nodes') columns.push(`coalesce(json_agg(p.${nodeColumn(key)} ORDER BY p.position) FILTER (WHERE abs(p.position) <= p.size), '[]')${column}`);
    else if (name === 'edges') columns.push(`coalesce(json_agg(p.${nodeColumn(key)} ORDER BY p.position) FILTER (WHERE abs(p.position) <= p.size), '[]')${column}`);
    else if (name === 'pageInfo') columns.push(`${pageInfo(compiler, asked, isBackwards, argument)}${column}`);
  }
  if (!wantsPage) return `(SELECT row_to_json(c) FROM (SELECT ${columns.join(', ')}) AS c)`;

  const conditions = [...base, ...filters(ranking), ...afterCursor];
  const join = ranking === undefined ? type.orders?.[orderName]?.join?.(row) : rankingJoin(compiler, conditionOf(type, ranking), row, filter.field(ranking));
  const sizeArgument = isBackwards ? 'last' : 'first';
  const limit = compiler.rowLimit(argument(sizeArgument), sizeArgument, DEFAULT_PAGE, wants('pageInfo') ? 1 : 0);
  const size = wants('pageInfo') ? compiler.rowLimit(argument(sizeArgument), sizeArgument, DEFAULT_PAGE) : limit;
  const pageColumns: string[] = [`row_number() OVER (ORDER BY ${order.sql(row)} ${sqlDirection}, ${rowId} ${sqlDirection})${isBackwards ? ' * -1' : ''} AS position`, `${size} AS size`];
  for (const [key, asked] of selection) {
    const name = asked[0]!.name.value;
    if (name === 'nodes') pageColumns.push(`(SELECT row_to_json(o) FROM (SELECT ${compiler.columns(type, row, selectionSetsOf(asked))}) AS o) AS ${nodeColumn(key)}`);
    if (name === 'edges') pageColumns.push(`${edge(compiler, type, asked, row, cursorSql(orderName, order, row, rowId))} AS ${nodeColumn(key)}`);
  }
  if (wants('pageInfo')) pageColumns.push(`${cursorSql(orderName, order, row, rowId)} AS cursor`);
  const page =
    `SELECT ${pageColumns.join(', ')} FROM ${type.relation} AS ${row}${join === undefined ? '' : ` ${join}`}${where(conditions)} ` +
    `ORDER BY ${order.sql(row)} ${sqlDirection}, ${rowId} ${sqlDirection} LIMIT ${limit}`;
  // HAVING makes one row of the page even where nothing asked for gathers its rows
  return `(SELECT row_to_json(c) FROM (SELECT ${columns.join(', ')} FROM (${page}) AS p HAVING true) AS c)`;
}

const nodeColumn = (key: string) => `"n_${columnOf(key).slice(0, 60)}"`;

function conditionOf(type: ReadType, name: string) {
  const condition = type.filters?.[name];
  if (!condition) throw new Error(`${type.name} has no filter ${name}`);
  return condition;
}

function rankingJoin({ statement }: RowCompiler, condition: Condition, row: string, argument: Argument): string {
  return statement.condition(row, { ...condition, sql: (alias, value) => condition.ranking!.join(alias, value) }, argument);
}

function totalCount(compiler: RowCompiler, type: ReadType, field: ConnectionField, parent: string | undefined, row: string, conditions: string[], isFiltered: boolean): string {
  if (field.total && !isFiltered) return `(${field.total(parent ?? '')})`;
  return `(SELECT count(*) FROM ${type.relation} AS ${row}${where(conditions)})`;
}

function edge(compiler: RowCompiler, type: ReadType, nodes: readonly FieldNode[], row: string, cursor: string): string {
  const columns: string[] = [];
  for (const [key, asked] of compiler.select(`${type.name}Edge`, selectionSetsOf(nodes))) {
    const name = asked[0]!.name.value;
    const sql =
      name === '__typename'
        ? `'${type.name}Edge'::text`
        : name === 'cursor'
          ? cursor
          : `(SELECT row_to_json(o) FROM (SELECT ${compiler.columns(type, row, selectionSetsOf(asked))}) AS o)`;
    columns.push(`${sql} AS "${columnOf(key)}"`);
  }
  return `(SELECT row_to_json(e) FROM (SELECT ${columns.join(', ')}) AS e)`;
}

/** One more row than the page is read, which tells whether there is a next one. */
function pageInfo(compiler: RowCompiler, nodes: readonly FieldNode[], isBackwards: boolean, argument: (name: string) => Argument): string {
  const isThereMore = '(count(*) > max(p.size))';
  const wasCut = (name: string) => (isGiven(argument(name).get(compiler.variables)) ? 'true' : 'false');
  const onPage = 'FILTER (WHERE abs(p.position) <= p.size)';
  const first = `(array_agg(p.cursor ORDER BY p.position) ${onPage})[1]`;
  const last = `(array_agg(p.cursor ORDER BY p.position DESC) ${onPage})[1]`;
  const values: Record<string, string> = {
    __typename: `'PageInfo'`,
    hasNextPage: isBackwards ? wasCut('before') : `coalesce(${isThereMore}, false)`,
    hasPreviousPage: isBackwards ? `coalesce(${isThereMore}, false)` : wasCut('after'),
    startCursor: first,
    endCursor: last,
  };
  const parts: string[] = [];
  for (const [key, asked] of compiler.select('PageInfo', selectionSetsOf(nodes))) parts.push(`'${columnOf(key)}', ${values[asked[0]!.name.value]}`);
  return `json_build_object(${parts.join(', ')})`;
}

/** The condition that starts the page after (or ends it before) a cursor; where no page is asked for, the cursor is only checked. */
function keyset(
  compiler: RowCompiler,
  argument: (name: string) => Argument,
  orderName: string,
  order: Pick<Order, 'type' | 'sql'>,
  row: string,
  rowId: string,
  direction: 'ASC' | 'DESC',
  wantsPage: boolean,
): string[] {
  const conditions: string[] = [];
  for (const name of ['after', 'before'] as const) {
    const cursor = argument(name);
    if (!isGiven(cursor.get(compiler.variables))) continue;
    const read = (variables: Variables): Cursor => {
      const found = readCursor(cursor.get(variables));
      if (found === null || found.order !== orderName || !/^\d{1,18}$/.test(found.id)) throw new UnusableArgument({ code: 'PLATFORM.CURSOR_INVALID', argument: name });
      if (order.type !== 'text' && !/^-?[\d.:T Z+-]{1,40}$/.test(found.value)) throw new UnusableArgument({ code: 'PLATFORM.CURSOR_INVALID', argument: name });
      return found;
    };
    if (!wantsPage) {
      compiler.statement.check(read);
      continue; // a placeholder that no text names has no type
    }
    const comparison = (direction === 'DESC') === (name === 'after') ? '<' : '>';
    const value = compiler.statement.placeholder('text', (variables) => read(variables).value);
    const id = compiler.statement.placeholder('text', (variables) => read(variables).id);
    conditions.push(`(${order.sql(row)}, ${rowId}) ${comparison} (${value}::${order.type}, ${id}::bigint)`);
  }
  return conditions;
}
