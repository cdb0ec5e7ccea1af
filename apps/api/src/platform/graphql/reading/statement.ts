// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { InvalidArgument, type Condition } from './read-type.js';
import type { Argument, Variables } from './argument.js';

/** What a list may be asked for at once. */
export const MOST_ROWS = 1000;
/** Page sizes up to here, and above it the round ones, stand in the text itself. */
const WRITTEN_ROWS = 100;
const ROUND_ROWS = 50;

/** Says that an argument cannot be used, with the problem that the reader sees. */
export class UnusableArgument extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * An SQL statement under construction: placeholders are numbered here, and each remembers how its value is taken from the variables, so that
 * the text serves every call of the same shape.
 */
export class Statement {
  private readonly values: ((variables: Variables) => unknown)[] = [];
  private readonly checks: ((variables: Variables) => void)[] = [];
  private aliases = 0;

  /** A fresh alias for a row. */
  alias(): string {
    return `t${this.aliases++}`;
  }

  /** A placeholder whose value is computed at each call. */
  placeholder(type: string, value: (variables: Variables) => unknown): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /** A placeholder for an argument, converted as the condition says. */
  condition(row: string, condition: Condition, argument: Argument): string {
    const { convert } = condition;
    const value = (variables: Variables) => {
      const given = argument.get(variables);
      if (!convert) return given;
      const converted = convert(given);
      if (converted instanceof InvalidArgument) throw new UnusableArgument(converted.problem);
      return converted;
    };
    return condition.sql(row, this.placeholder(condition.type, value));
  }

  /** Something about the arguments that has to hold at each call. */
  check(check: (variables: Variables) => void): void {
    this.checks.push(check);
  }

  /** The values of all placeholders; throws {@link UnusableArgument} where an argument cannot be used. */
  valuesFor(variables: Variables): unknown[] {
    for (const check of this.checks) check(variables);
    return this.values.map((value) => value(variables));
  }
}

/**
 * Whether a number of rows stands in the text of a statement. PostgreSQL takes a limit that it does not know for a tenth of all rows, finds the plan for that dear, and so makes a
 * new plan at every call; a limit that it knows lets it keep the plan. Sizes that nobody usually asks for are placeholders all the same, so that the number of texts stays small.
 */
export function isWritten(rows: number): boolean {
  return rows >= 0 && rows <= MOST_ROWS && (rows <= WRITTEN_ROWS || rows % ROUND_ROWS === 0);
}

/** A WHERE clause, or nothing. */
export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}
