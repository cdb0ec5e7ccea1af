// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Values that mean something in the database asked. */
export interface KnownValues {
  /** Global ids per type. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Cursors per `<Type>.<order field>`. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
  readonly words: readonly string[];
}

/** A valid operation; `selection` is its root selection set without braces, so that a field can be added. */
export interface RandomQuery {
  readonly head: string;
  readonly selection: string;
  readonly fragments: string;
  readonly variables: Record<string, unknown>;
}

const DEEPEST = 6;
const LISTS_WITHIN_LISTS = 3;

/** Valid operations over the lists and objects of the schema: aliases, fragments, directives, filters, orders, pages, variables of every kind. */
export function randomQuery(schema: GraphQLSchema, roots: readonly string[], known: KnownValues): fc.Arbitrary<RandomQuery> {
  return fc.gen().map((g) => new Writer(schema, known, (most) => g(fc.nat, most - 1)).operation(roots));
}

class Writer {
  private readonly variables: Record<string, unknown> = {};
  private readonly declarations: string[] = [];
  private readonly fragments: string[] = [];
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: KnownValues,
    /** A number from 0 to below `most`. */
    private readonly below: (most: number) => number,
  ) {}

  operation(roots: readonly string[]): RandomQuery {
    const query = this.schema.getQueryType()!;
    const fields = Array.from({ length: 1 + this.below(2) }, () => this.field(query, query.getFields()[this.one(roots)]!, 0, 0));
    const declared = this.declarations.length > 0 ? `(${this.declarations.join(', ')})` : '';
    return { head: `query Asked${declared}`, selection: fields.join(' '), fragments: this.fragments.join(' '), variables: this.variables };
  }

  private selection(type: GraphQLObjectType, depth: number, lists: number): string {
    const fields = Object.values(type.getFields()).filter((field) => !isCompositeType(getNamedType(field.type)) || (depth < DEEPEST && (lists < LISTS_WITHIN_LISTS || !isConnection(field))));
    const parts = Array.from({ length: 1 + this.below(4) }, () => this.part(type, fields, depth, lists));
    return parts.join(' ');
  }

  private part(type: GraphQLObjectType, fields: readonly GraphQLField<unknown, unknown>[], depth: number, lists: number): string {
    const field = () => (fields.length === 0 ? '__typename' : this.field(type, this.one(fields), depth, lists));
    switch (this.below(10)) {
      case 0:
        return `${this.chance(2) ? `${this.name('t')}: ` : ''}__typename`;
      case 1:
        return `... on ${type.name}${this.directive()} { ${field()} ${field()} }`;
      case 2:
        return type.getInterfaces().some((one) => one.name === 'Node') ? `... on Node${this.directive()} { id __typename }` : field();
      case 3:
        return `...${this.directive()} { ${field()} }`;
      case 4: {
        const name = this.name('F');
        const on = type.name;
        const inside = `${field()} ${field()}`;
        this.fragments.push(`fragment ${name} on ${on} { ${inside} }`);
        return `...${name}${this.directive()} ${this.chance(3) ? `...${name}` : ''}`;
      }
      default:
        return field();
    }
  }

  private field(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number, lists: number): string {
    const args = this.args(field, parent);
    const alias = args !== '' || this.chance(3) || field.args.length > 0 ? `${this.name('a')}: ` : '';
    const type = getNamedType(field.type);
    const below = isObjectType(type) ? ` { ${this.selection(type, depth + 1, lists + (isConnection(field) ? 1 : 0))} }` : '';
    return `${alias}${field.name}${args}${parent.name === 'Query' ? '' : this.directive()}${below}`;
  }

  private args(field: GraphQLField<unknown, unknown>, parent: GraphQLObjectType): string {
    const type = getNamedType(field.type);
    const given: string[] = [];
    const has = (name: string) => field.args.find((one) => one.name === name);
    const argument = (one: GraphQLArgument, literal: unknown) => given.push(`${one.name}: ${this.value(one.type, literal)}`);
    const node = type.name.replace(/Connection$/, '');
    const order = has('orderBy');
    let orderField: string | undefined;
    if (order && this.chance(2)) {
      const chosen = this.input(order.type, node) as { field: string };
      argument(order, chosen);
      const variable = /^orderBy: \$(\w+)$/.exec(given.at(-1)!)?.[1];
      const isLeftToDefault = variable !== undefined && this.variables[variable] === null;
      orderField = isLeftToDefault ? undefined : chosen.field; // a cursor goes with the order that is really asked for
    }
    if (has('first') && this.chance(8, 10)) argument(has(has('last') && this.chance(3) ? 'last' : 'first')!, this.below(5));
    const cursors = orderField === undefined ? [] : (this.known.cursors[`${node}.${orderField}`] ?? []);
    if (cursors.length > 0 && this.chance(2)) argument(has(this.chance(2) ? 'after' : 'before')!, this.one(cursors));
    const filter = has('filter');
    if (filter && this.chance(2)) argument(filter, this.input(filter.type, node));
    const id = has('id');
    if (id && parent.name === 'Query') argument(id, this.one(this.known.ids[type.name] ?? [`${type.name}:999999`]));
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  /** A plain value of the type. */
  private input(type: GraphQLInputType, name: string): unknown {
    const plain = getNullableType(type);
    if (isListType(plain)) return Array.from({ length: this.below(3) }, () => this.input(plain.ofType, name));
    if (isEnumType(plain)) return this.one(plain.getValues()).name;
    if (isInputObjectType(plain)) {
      const isOfKnownType = (name: string) => this.known.ids[typeNamed(name)] !== undefined;
      const fields = Object.values(plain.getFields()).filter((field) => isNonNullType(field.type) || (this.chance(3) && (getNamedType(field.type).name !== 'ID' || isOfKnownType(field.name))));
      return Object.fromEntries(fields.map((field) => [field.name, !isNonNullType(field.type) && this.chance(6) ? null : this.input(field.type, field.name)]));
    }
    const named = getNamedType(type).name;
    if (named === 'ID') return this.one(this.known.ids[typeNamed(name)] ?? ['Product:1']);
    if (named === 'Boolean') return this.chance(2);
    if (named === 'Int' || named === 'Float') return this.below(5);
    if (named === 'Date') return `20${20 + this.below(10)}-0${1 + this.below(9)}-15`;
    return this.one(this.known.words);
  }

  /** The value as a literal, or as a variable that is given, or left to its default. */
  private value(type: GraphQLInputType, plain: unknown): string {
    if (!this.chance(2)) return this.literal(type, plain);
    const name = this.name('v');
    if (this.chance(3)) this.declarations.push(`$${name}: ${type} = ${this.literal(type, plain)}`);
    else {
      this.declarations.push(`$${name}: ${type}`);
      if (this.chance(6) && !isNonNullType(type)) this.variables[name] = null;
      else this.variables[name] = plain;
    }
    return `$${name}`;
  }

  private literal(type: GraphQLInputType, plain: unknown): string {
    const known = getNullableType(type);
    if (plain === null) return 'null';
    if (isListType(known)) return `[${(plain as unknown[]).map((one) => this.literal(known.ofType, one)).join(', ')}]`;
    if (isEnumType(known)) return String(plain);
    if (!isInputObjectType(known)) return JSON.stringify(plain);
    return `{ ${Object.entries(plain as object).map(([name, one]) => `${name}: ${this.literal(known.getFields()[name]!.type, one)}`).join(', ')} }`;
  }

  private directive(): string {
    if (!this.chance(5)) return '';
    const kind = this.one(['include', 'skip']);
    if (this.chance(3)) return ` @${kind}(if: ${this.chance(2)})`;
    const name = this.name('b');
    this.declarations.push(`$${name}: Boolean!${this.chance(3) ? ` = ${this.chance(2)}` : ''}`);
    this.variables[name] = this.chance(2);
    return ` @${kind}(if: $${name})`;
  }

  private one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** True in one of `of` cases, or in `of` of `all`. */
  private chance(of: number, all?: number): boolean {
    return all === undefined ? this.below(of) === 0 : this.below(all) < of;
  }

  private name(start: string): string {
    return `${start}${(this.names += 1)}`;
  }
}

/** The type that a field is named after: an id under any other name may be of any type, and is left out. */
function typeNamed(field: string): string {
  return field[0]!.toUpperCase() + field.slice(1);
}

function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type).name.endsWith('Connection');
}
