// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CheckedComponent, PubliccodeDocument } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';

/** Own software as the register keeps it. */
export interface RegisteredRow {
  readonly key: string;
  readonly name: string;
  readonly license: string | null;
  /** Whether its license is open source for certain. */
  readonly isOpen: boolean;
  readonly repositoryUrl: string | null;
  readonly publiccode: PubliccodeDocument;
}

export type StoredSoftware = RegisteredRow & { readonly id: number; readonly revision: number };

const COLUMNS = 'id, key, name, license, is_open AS "isOpen", repository_url AS "repositoryUrl", publiccode, revision';

/** Writes the register of own software and its parts. */
@Injectable()
export class OwnSoftwareRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Kept from others until the transaction ends. */
  async find(key: string): Promise<StoredSoftware | null> {
    const [row] = await this.transactions.query<StoredSoftware>(`SELECT ${COLUMNS} FROM own_software WHERE key = $1 FOR UPDATE`, [key]);
    return row ?? null;
  }

  /** Adds it, or replaces what has its key; null where somebody else added it meanwhile. */
  async put({ key, name, license, isOpen, repositoryUrl, publiccode }: RegisteredRow, isNew: boolean): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>(
      isNew
        ? `WITH w AS (INSERT INTO own_software (key, name, license, is_open, repository_url, publiccode) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key) DO NOTHING RETURNING id) SELECT id FROM w`
        : `WITH w AS (UPDATE own_software SET name = $2, license = $3, is_open = $4, repository_url = $5, publiccode = $6 WHERE key = $1 RETURNING id) SELECT id FROM w`,
      [key, name, license, isOpen, repositoryUrl, JSON.stringify(publiccode)],
    );
    return row?.id ?? null;
  }

  async remove(id: number): Promise<void> {
    await this.transactions.query('DELETE FROM own_software WHERE id = $1', [id]);
  }

  /** Parts in the order of their file. */
  parts(id: number): Promise<CheckedComponent[]> {
    return this.transactions.query('SELECT name, version, purl, license FROM own_software_part WHERE own_software_id = $1 ORDER BY id', [id]);
  }

  async replaceParts(id: number, fileName: string, parts: readonly CheckedComponent[]): Promise<void> {
    await this.transactions.query('DELETE FROM own_software_part WHERE own_software_id = $1', [id]);
    await this.transactions.query(
      `INSERT INTO own_software_part (own_software_id, name, version, purl, license)
       SELECT $1, r.value ->> 'name', r.value ->> 'version', r.value ->> 'purl', r.value ->> 'license' FROM jsonb_array_elements($2) WITH ORDINALITY AS r(value, position) ORDER BY r.position`,
      [id, JSON.stringify(parts.map(({ name, version, purl, license }) => ({ name, version, purl, license })))],
    );
    await this.transactions.query('UPDATE own_software SET parts_file = $2, revision = revision + 1 WHERE id = $1', [id, fileName]);
  }

  /** How much there is, and how much of it is published under an open license. */
  async tally(): Promise<{ readonly total: number; readonly published: number }> {
    const [row] = await this.transactions.query<{ total: number; published: number }>(
      'SELECT count(*)::int AS total, count(*) FILTER (WHERE is_open AND repository_url IS NOT NULL)::int AS published FROM own_software',
    );
    return row!;
  }
}
