// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Type } from '@nestjs/common';
import { ArgsType, Field, ID, InputType, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Which way a list is ordered. */
export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, { name: 'OrderDirection', description: 'Ascending or descending.' });

@InterfaceType({ description: 'Anything with a global id; `node(id)` finds it again.', resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class Node {
  @Field(() => ID, { description: 'Global id: opaque, stable, unique over all types.' })
  id!: string;
}

@ObjectType({ description: 'Where a page lies in its list (Relay).' })
export class PageInfo {
  @Field({ description: 'Whether more follows after this page.' })
  hasNextPage!: boolean;
  @Field({ description: 'Whether more lies before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row of this page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row of this page: give it as `after` to page on.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'Rows from the start of the list (or after `after`); 50 unless given, at most 1,000.' })
  first?: number;
  @Field(() => String, { nullable: true, description: 'Cursor after which the page starts.' })
  after?: string;
  @Field(() => Int, { nullable: true, description: 'Rows from the end of the list (or before `before`); at most 1,000.' })
  last?: number;
  @Field(() => String, { nullable: true, description: 'Cursor before which the page ends.' })
  before?: string;
}

/** The page type of a list of `node`: `<Name>Connection` with its edges. */
export function connectionOf<T>(node: Type<T>, what: string): Type<{ nodes: T[] }> {
  const { name } = node;

  @ObjectType(`${name}Edge`, { description: `One of ${what} with its place in the list.` })
  class Edge {
    @Field({ description: 'The place of this row, for `after` and `before`.' })
    cursor!: string;
    @Field(() => node, { description: 'The row.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];
    @Field(() => [node], { description: 'The rows without cursors.' })
    nodes!: T[];
    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: 'Rows in the whole list, filters applied.' })
    totalCount!: number;
  }
  return Connection;
}

/** The `orderBy` input of a list: `<Name>Order` with a field of the given enum. */
export function orderOf(name: string, fields: object): Type<{ field: string; direction: OrderDirection }> {
  @InputType(`${name}Order`, { description: `How a list of ${name} is ordered.` })
  class Order {
    @Field(() => fields, { description: 'By what.' })
    field!: string;
    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Which way.' })
    direction!: OrderDirection;
  }
  return Order;
}

/** An enum of orders, registered under `<Name>OrderField`. */
export function orderFieldsOf<T extends Record<string, string>>(name: string, fields: T): T {
  registerEnumType(fields, { name: `${name}OrderField`, description: `What a list of ${name} can be ordered by.` });
  return fields;
}

/** Arguments of a list: page, filter and order. */
export function listArgsOf(filter: Type<unknown>, order: Type<unknown>): Type<PageArgs> {
  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(() => filter, { nullable: true, description: 'Only rows that meet all of this.' })
    filter?: unknown;
    @Field(() => order, { nullable: true, description: 'The order of the list.' })
    orderBy?: unknown;
  }
  return ListArgs;
}
