// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { matrixOf, type CompatibilityMatrix, type MatrixEntry } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';

/** What is known of a loaded matrix beside its cells. */
export interface LoadedMatrix {
  readonly id: number;
  readonly version: number;
  /** Digest of its cells, whatever the form of the file. */
  readonly sha256: string;
}

/** A matrix as pairs name it as their source. */
export function sourceOf({ version }: Pick<LoadedMatrix, 'version'>): string {
  return `OSADL (v${version})`;
}

/** Writes loaded matrices; keeps the newest compiled. */
@Injectable()
export class CompatibilityRepository {
  private compiled: { readonly id: number; readonly matrix: CompatibilityMatrix } | null = null;

  constructor(private readonly transactions: Transactions) {}

  /** Keeps others from loading one until this transaction has ended. */
  async lock(): Promise<void> {
    await this.transactions.query("SELECT pg_advisory_xact_lock(hashtext('load matrices'))");
  }

  async newest(): Promise<LoadedMatrix | null> {
    const [row] = await this.transactions.query<LoadedMatrix>('SELECT id, version, sha256 FROM compatibility_matrix ORDER BY version DESC LIMIT 1');
    return row ?? null;
  }

  /** The newest matrix, ready to be asked; null where none was loaded. */
  async matrix(): Promise<CompatibilityMatrix | undefined> {
    const newest = await this.newest();
    if (!newest) return undefined;
    if (this.compiled?.id !== newest.id) {
      const cells = await this.transactions.query<MatrixEntry>('SELECT outbound, inbound, cell FROM compatibility_cell WHERE matrix_id = $1 ORDER BY id', [newest.id]);
      this.compiled = { id: newest.id, matrix: matrixOf(sourceOf(newest), cells) };
    }
    return this.compiled!.matrix;
  }

  async add(matrix: CompatibilityMatrix, about: { readonly version: number; readonly fileName: string; readonly sha256: string; readonly actorId: number }): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO compatibility_matrix (version, file_name, sha256, licenses, actor_id) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [about.version, about.fileName, about.sha256, matrix.licenses.length, about.actorId],
    );
    await this.transactions.query(
      `INSERT INTO compatibility_cell (matrix_id, outbound, inbound, cell)
       SELECT $1, r.value ->> 'outbound', r.value ->> 'inbound', r.value ->> 'cell' FROM jsonb_array_elements($2) WITH ORDINALITY AS r(value, position) ORDER BY r.position`,
      [row!.id, JSON.stringify(matrix.entries())],
    );
    return row!.id;
  }
}
