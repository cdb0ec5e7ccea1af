// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Problem } from '#kernel';

/** SQL for a value, given the alias of the row it is read from. */
export type SqlOf = (row: string) => string;

/** A scalar or a list of scalars: one SQL expression, in the JSON form that the GraphQL scalar has. */
export interface ValueField {
  readonly kind: 'value';
  readonly sql: SqlOf;
}

/** Another object, or null where the condition finds none. */
export interface OneField {
  readonly kind: 'one';
  readonly type: string;
  readonly on: (row: string, other: string) => string;
}

/** A short list in a fixed order, read whole or up to its argument `first`. */
export interface ListField {
  readonly kind: 'list';
  readonly type: string;
  /** FROM clause of the elements, under the alias `other`; the type's own relation unless given. */
  readonly from?: (row: string, other: string) => string;
  readonly on: (row: string, other: string) => string;
  readonly orderBy: (other: string) => string;
  /** Most elements when `first` is not given; without it the list is always whole. */
  readonly first?: number;
}

/** A Relay connection over the rows that the condition leaves. */
export interface ConnectionField {
  readonly kind: 'connection';
  readonly type: string;
  readonly on?: (row: string, other: string) => string;
  /** Count of all rows without filters, from a maintained summary; counted row by row where this is not given. */
  readonly total?: SqlOf;
  /** Order when `orderBy` is not given. */
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
}

export type ReadField = ValueField | OneField | ListField | ConnectionField;

/** An argument or filter that narrows rows: condition on a row and a placeholder of the given PostgreSQL type. */
export interface Condition {
  readonly type: string;
  readonly sql: (row: string, value: string) => string;
  /** Turns the GraphQL value into the SQL value, or names the problem with it. */
  readonly convert?: (value: unknown) => unknown | InvalidArgument;
  /** Where one row is wanted and several fit: how well a row fits, the greatest first. */
  readonly rank?: (row: string, value: string) => string;
  /** As a filter of a list that nobody orders otherwise: a relation beside the row that keeps the rows that fit, and how well each does, the greatest first. */
  readonly ranking?: { readonly join: (row: string, value: string) => string; readonly type: string; readonly sql: SqlOf };
}

/** Said by a conversion that cannot take the value. */
export class InvalidArgument {
  constructor(readonly problem: Problem) {}
}

/** An order of rows: never null, with its PostgreSQL type; ties are broken by the row's id. */
export interface Order {
  readonly type: string;
  /** A table beside the row (exactly one row of it for each) whose index holds the order: `JOIN … AS <row>_order ON …`. */
  readonly join?: SqlOf;
  readonly sql: SqlOf;
}

/** How one GraphQL object type is read from the database. */
export interface ReadType {
  readonly name: string;
  /** GraphQL type, where several readings of one type have names of their own. */
  readonly graphqlName?: string;
  /** FROM item that `AS alias` may follow. */
  readonly relation: string;
  /** Unique, never null; breaks ties and identifies the row in cursors. `alias.id` unless given. */
  readonly rowId?: SqlOf;
  readonly fields: Readonly<Record<string, ReadField>>;
  readonly filters?: Readonly<Record<string, Condition>>;
  readonly orders?: Readonly<Record<string, Order>>;
}

/** A field of Query that is answered from the database. */
export type RootField =
  | ({ readonly kind: 'connection'; /** In place of the type's own relation: a part of its rows. */ readonly relation?: string; readonly total?: string } & Omit<ConnectionField, 'kind' | 'on' | 'total'>)
  | { readonly kind: 'one'; readonly type: string; readonly arguments: Readonly<Record<string, Condition>> };

/** What a later stage adds to a type of an earlier one. */
export type Extension = Pick<ReadType, 'fields'> & Partial<Pick<ReadType, 'filters' | 'orders'>>;

/** All that can be read, filled by the features at start; a later stage may add fields to a type of an earlier one. */
@Injectable()
export class ReadModel {
  private readonly types = new Map<string, ReadType>();
  private readonly extensions = new Map<string, Extension[]>();
  private readonly whole = new Map<string, ReadType>();
  private readonly roots = new Map<string, RootField>();

  define(type: ReadType): void {
    if (this.types.has(type.name)) throw new Error(`${type.name} is defined twice`);
    this.types.set(type.name, type);
  }

  /** Adds to a type of an earlier stage; in whichever order the two are said. */
  extend(name: string, more: Extension): void {
    this.extensions.set(name, [...(this.extensions.get(name) ?? []), more]);
  }

  root(field: string, read: RootField): void {
    this.roots.set(field, read);
  }

  type(name: string): ReadType {
    const known = this.whole.get(name);
    if (known) return known;
    let type = this.types.get(name);
    if (!type) throw new Error(`${name} is not defined as readable`);
    for (const more of this.extensions.get(name) ?? []) {
      type = { ...type, fields: { ...type.fields, ...more.fields }, filters: { ...type.filters, ...more.filters }, orders: { ...type.orders, ...more.orders } };
    }
    this.whole.set(name, type);
    return type;
  }

  has(name: string): boolean {
    return this.types.has(name);
  }

  rootOf(field: string): RootField | undefined {
    return this.roots.get(field);
  }

  /** GraphQL types that are read. */
  get typeNames(): readonly string[] {
    return [...new Set([...this.types.values()].map((type) => type.graphqlName ?? type.name))];
  }
}

/** A column of the row. */
export function column(name: string): ValueField {
  return { kind: 'value', sql: (row) => `${row}.${name}` };
}

/** An expression over the row. */
export function value(sql: SqlOf): ValueField {
  return { kind: 'value', sql };
}

/** An instant as RFC 3339 text in UTC. */
export function instant(name: string): ValueField {
  return { kind: 'value', sql: (row) => `to_char(${row}.${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` };
}

/** The global id of a row: `Type:key`. */
export function globalId(type: string, key: SqlOf = (row) => `${row}.id`): ValueField {
  return { kind: 'value', sql: (row) => `'${type}:' || ${key(row)}` };
}

/** Takes a global id of the type as a condition on the row's integer id. */
export function byGlobalId(type: string, sql: (row: string, value: string) => string = (row, id) => `${row}.id = ${id}`): Condition {
  return { type: 'int', sql, convert: (id) => localId(type, id) };
}

/** The integer behind a global id, or what is wrong with it. */
export function localId(type: string, id: unknown): number | InvalidArgument {
  const match = /^([A-Za-z]+):(\d{1,9})$/.exec(String(id));
  return match?.[1] === type ? Number(match[2]) : new InvalidArgument({ code: 'PLATFORM.ID_INVALID', id: String(id), expected: type });
}

/** A condition with a text value that must be equal. */
export function equals(sql: SqlOf, type = 'text'): Condition {
  return { type, sql: (row, given) => `${sql(row)} = ${given}` };
}

/** A condition with a list of values of which one must be equal. */
export function oneOf(sql: SqlOf, type = 'text'): Condition {
  return { type: `${type}[]`, sql: (row, given) => `${sql(row)} = ANY(${given})` };
}

/** Words of a person as part of a LIKE pattern: in lower case, without signs that mean something there. */
export function likeText(text: unknown): string {
  return String(text).toLowerCase().replace(/[\\%_]/g, '\\$&');
}

/** A condition with a text that must be part of the value, in any case of letters. */
export function contains(sql: SqlOf): Condition {
  return { type: 'text', sql: (row, text) => `lower(${sql(row)}) LIKE '%' || ${text} || '%'`, convert: likeText };
}

/** The fields of a problem that a row keeps: its facts in the column `problem`, its sentences beside it. */
export const problemFields = {
  code: problemFact('code'),
  message: column('message'),
  messageDe: column('message_de'),
  file: problemFact('file'),
  line: value((row) => `(${row}.problem ->> 'line')::int`),
  column: value((row) => `(${row}.problem ->> 'column')::int`),
  path: problemFact('path'),
};

function problemFact(name: string): ValueField {
  return value((row) => `${row}.problem ->> '${name}'`);
}
