// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isObjectType, type FieldNode, type GraphQLObjectType, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { argumentOf, isGiven, type Argument, type Variables } from './argument.js';
import { columnOf } from './column.js';
import { compileConnection } from './compile-connection.js';
import type { ReadField, ReadModel, ReadType, RootField } from './read-type.js';
import { collectFields, selectionSetsOf, type Fragments, type Selection } from './selection.js';
import { isWritten, MOST_ROWS, UnusableArgument, where, type Statement } from './statement.js';

/** Compiles what an operation asks for into SQL: every object becomes one row expression, every list one correlated subquery. */
export class ReadCompiler {
  constructor(
    readonly model: ReadModel,
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    /** Variables of the call that is compiled; only their presence and the values of directives shape the text. */
    readonly variables: Variables,
    readonly statement: Statement,
  ) {}

  /** SQL for a field of Query: a JSON value. */
  root(nodes: readonly FieldNode[], read: RootField): string {
    const definition = this.schema.getQueryType()?.getFields()[nodes[0]!.name.value];
    const argument = (name: string) => argumentOf(nodes[0]!, definition?.args.find((candidate) => candidate.name === name));
    const type = this.model.type(read.type);
    if (read.kind === 'connection') {
      const { total, relation, ...field } = read;
      return compileConnection(this, relation === undefined ? type : { ...type, relation }, { ...field, ...(total === undefined ? {} : { total: () => total }) }, nodes, argument, undefined);
    }
    const row = this.statement.alias();
    const given = Object.entries(read.arguments).filter(([name]) => isGiven(argument(name).get(this.variables)));
    if (given.length === 0) return 'NULL::json';
    const conditions = given.map(([name, condition]) => this.statement.condition(row, condition, argument(name)));
    const ranks = given.flatMap(([name, condition]) => (condition.rank ? [this.statement.condition(row, { ...condition, sql: condition.rank }, argument(name))] : []));
    const order = ranks.length === 0 ? '' : ` ORDER BY ${ranks.map((rank) => `${rank} DESC`).join(', ')}`;
    return this.object(type, row, nodes, `FROM ${type.relation} AS ${row}${where(conditions)}${order} LIMIT 1`);
  }

  /** A row as a JSON object, or null where the FROM clause finds none. */
  object(type: ReadType, row: string, nodes: readonly FieldNode[], from: string): string {
    return `(SELECT row_to_json(o) FROM (SELECT ${this.columns(type, row, selectionSetsOf(nodes))} ${from}) AS o)`;
  }

  /** The select list for one row: a column for each response key. */
  columns(type: ReadType, row: string, sets: readonly SelectionSetNode[]): string {
    const columns: string[] = [];
    for (const [key, nodes] of this.select(graphqlNameOf(type), sets)) columns.push(`${this.field(type, row, nodes)} AS "${columnOf(key)}"`);
    return columns.join(', ');
  }

  select(typeName: string, sets: readonly SelectionSetNode[]): Selection {
    const object = this.objectType(typeName);
    const implemented = new Set(object.getInterfaces().map((one) => one.name));
    return collectFields(typeName, implemented, sets, this.fragments, this.variables);
  }

  private field(type: ReadType, row: string, nodes: readonly FieldNode[]): string {
    const name = nodes[0]!.name.value;
    if (name === '__typename') return `'${graphqlNameOf(type)}'::text`;
    const read: ReadField | undefined = type.fields[name];
    if (!read) throw new Error(`${type.name}.${name} cannot be read`);
    if (read.kind === 'value') return read.sql(row);
    const definition = this.objectType(graphqlNameOf(type)).getFields()[name];
    const argument = (one: string) => argumentOf(nodes[0]!, definition?.args.find((candidate) => candidate.name === one));
    const target = this.model.type(read.type);
    if (read.kind === 'connection') return compileConnection(this, target, read, nodes, argument, row);
    const other = this.statement.alias();
    if (read.kind === 'one') return this.object(target, other, nodes, `FROM ${target.relation} AS ${other} WHERE ${read.on(row, other)} LIMIT 1`);
    const from = read.from?.(row, other) ?? `${target.relation} AS ${other}`;
    const limit = read.first === undefined ? '' : ` LIMIT ${this.rowLimit(argument('first'), 'first', read.first)}`;
    const rows = `SELECT ${this.columns(target, other, selectionSetsOf(nodes))} FROM ${from} WHERE ${read.on(row, other)} ORDER BY ${read.orderBy(other)}${limit}`;
    return `(SELECT coalesce(json_agg(row_to_json(o)), '[]') FROM (${rows}) AS o)`;
  }

  /** A number of rows, or the placeholder for one; checked at each call. */
  rowLimit(argument: Argument, name: string, fallback: number, extra = 0): string {
    this.checkRowLimit(argument, name);
    const rows = (variables: Variables) => (argument.get(variables) as number | null | undefined) ?? fallback;
    const now = rows(this.variables);
    return isWritten(now) ? String(now + extra) : this.statement.placeholder('int', (variables) => rows(variables) + extra);
  }

  checkRowLimit(argument: Argument, name: string): void {
    this.statement.check((variables) => {
      const asked = argument.get(variables) as number | null | undefined;
      if (isGiven(asked) && (asked! < 0 || asked! > MOST_ROWS)) throw new UnusableArgument({ code: 'PLATFORM.PAGE_SIZE_OUT_OF_RANGE', argument: name, value: asked, most: MOST_ROWS });
    });
  }

  private objectType(name: string): GraphQLObjectType {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema`);
    return type;
  }
}

/** The type as the schema names it. */
export function graphqlNameOf(type: ReadType): string {
  return type.graphqlName ?? type.name;
}
