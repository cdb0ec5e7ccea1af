// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

const MOST_PROBLEMS = 100;

/** Bounds of a number field. */
export interface NumberRule {
  readonly least?: number;
  readonly most: number;
  readonly whole?: boolean;
}

/** Looks at the fields of a value of unknown shape and notes each fault with the path to it; stops noting after 100. */
export class FieldReader {
  readonly problems: Problem[] = [];

  get full(): boolean {
    return this.problems.length >= MOST_PROBLEMS;
  }

  note(problem: Problem): void {
    if (!this.full) this.problems.push(problem);
  }

  /** The value as an object with named fields, or null and a note. */
  object(value: unknown, path: string): Readonly<Record<string, unknown>> | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.wrongType(value, path, 'object');
    return null;
  }

  /** The value as a list; a missing one is empty unless it is required; too long a list is noted and not looked into. */
  list(value: unknown, path: string, most: number, required = false): readonly unknown[] {
    if (value === undefined && !required) return [];
    if (!Array.isArray(value)) {
      this.wrongType(value, path, 'list');
      return [];
    }
    if (value.length <= most) return value;
    this.note({ code: 'PLANNING.TOO_MANY', path, count: value.length, limit: most });
    return [];
  }

  /** Notes a number that breaks the rule; undefined is left to the caller. */
  number(value: unknown, path: string, rule: NumberRule): number | null {
    if (typeof value !== 'number') return this.wrongType(value, path, 'number');
    if (!Number.isFinite(value)) return this.refuse({ code: 'PLANNING.NOT_FINITE', path });
    if (rule.whole && !Number.isInteger(value)) return this.refuse({ code: 'PLANNING.NOT_WHOLE', path, value });
    if (rule.least !== undefined && value < rule.least) return this.refuse({ code: rule.least === 0 ? 'PLANNING.NEGATIVE' : 'PLANNING.TOO_SMALL', path, value, least: rule.least });
    if (Math.abs(value) > rule.most) return this.refuse({ code: 'PLANNING.TOO_LARGE', path, value, limit: rule.most });
    return value;
  }

  /** As {@link number}, where the field may be missing. */
  optionalNumber(value: unknown, path: string, rule: NumberRule): number | null {
    return value === undefined ? null : this.number(value, path, rule);
  }

  text(value: unknown, path: string): string | null {
    if (typeof value !== 'string') return this.wrongType(value, path, 'text');
    if (value === '') return this.refuse({ code: 'PLANNING.EMPTY_TEXT', path });
    return value.length <= 500 ? value : this.refuse({ code: 'PLANNING.TOO_MANY', path, count: value.length, limit: 500 });
  }

  private wrongType(value: unknown, path: string, expected: string): null {
    const found = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    return this.refuse(value === undefined ? { code: 'PLANNING.MISSING', path, expected } : { code: 'PLANNING.WRONG_TYPE', path, expected, found });
  }

  private refuse(problem: Problem): null {
    this.note(problem);
    return null;
  }
}
