// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Rows `lower ≤ a·x ≤ upper` in compressed form. */
export interface Rows {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The entries of row `r` stand at `first[r] … first[r + 1])`. */
  readonly first: Int32Array;
  readonly column: Int32Array;
  readonly coefficient: Float64Array;
}

/** Columns `lower ≤ x ≤ upper`; the whole ones are marked. */
export interface Columns {
  readonly profit: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly whole: Int32Array;
}

/** A linear program that maximises; whole columns make it a mixed-integer one. */
export interface LinearModel {
  readonly columns: Columns;
  readonly rows: Rows;
}

/** Collects rows without knowing their number before. */
export class RowBuilder {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly first: number[] = [0];
  private column = new Int32Array(1024);
  private coefficient = new Float64Array(1024);
  private entries = 0;

  get rowCount(): number {
    return this.lower.length;
  }

  get entryCount(): number {
    return this.entries;
  }

  /** Adds a term to the row that {@link close} will end. */
  add(column: number, coefficient: number): void {
    if (this.entries === this.column.length) this.grow();
    this.column[this.entries] = column;
    this.coefficient[this.entries++] = coefficient;
  }

  /** Ends the row; returns its number. */
  close(lower: number, upper: number): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.first.push(this.entries);
    return this.lower.length - 1;
  }

  /** Drops the terms added since the last row. */
  discard(): void {
    this.entries = this.first.at(-1)!;
  }

  build(): Rows {
    return {
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      first: Int32Array.from(this.first),
      column: this.column.slice(0, this.entries),
      coefficient: this.coefficient.slice(0, this.entries),
    };
  }

  private grow(): void {
    const column = new Int32Array(this.column.length * 2);
    const coefficient = new Float64Array(this.column.length * 2);
    column.set(this.column);
    coefficient.set(this.coefficient);
    this.column = column;
    this.coefficient = coefficient;
  }
}
