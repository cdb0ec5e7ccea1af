// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { calendarDate } from '#kernel';

/** A day of the Gregorian calendar as `YYYY-MM-DD`. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day as YYYY-MM-DD (ISO 8601), without time or zone.',
  serialize: String,
  parseValue: (value) => dateOrRefuse(value),
  parseLiteral: (node) => dateOrRefuse(node.kind === Kind.STRING ? node.value : undefined),
});

/** An instant as RFC 3339 text in UTC. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant in UTC, RFC 3339: 2027-06-30T12:00:00.000Z.',
  serialize: String,
});

/** An amount in euro cents, beyond the 32 bits of Int. */
export const CentsScalar = new GraphQLScalarType<number, number>({
  name: 'Cents',
  description: 'An amount of money in euro cents: a whole number within ±9,007,199,254,740,991.',
  serialize: Number,
  parseValue: (value) => wholeOrRefuse(value),
  parseLiteral: (node) => wholeOrRefuse(node.kind === Kind.INT ? Number(node.value) : undefined),
});

/** A count that may pass the 32 bits of Int. */
export const CountScalar = new GraphQLScalarType<number, number>({
  name: 'Count',
  description: 'A count: a whole number from 0 to 9,007,199,254,740,991.',
  serialize: Number,
  parseValue: (value) => wholeOrRefuse(value),
  parseLiteral: (node) => wholeOrRefuse(node.kind === Kind.INT ? Number(node.value) : undefined),
});

/** Data of open shape. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Data of open shape, as JSON. The shape is said where it is used.',
});

function dateOrRefuse(value: unknown): string {
  const date = typeof value === 'string' ? calendarDate(value) : null;
  if (date === null) throw new GraphQLError('expected a day that exists, as YYYY-MM-DD');
  return date;
}

function wholeOrRefuse(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new GraphQLError('expected a whole number within ±9,007,199,254,740,991');
  return value;
}
