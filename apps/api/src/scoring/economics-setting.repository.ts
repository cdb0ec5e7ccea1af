// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { StatedSetting } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';

/** First half of the advisory locks under which a setting gets its next version; the second is the setting. */
const SETTING_LOCK = 4_850;
const COLUMNS = 'key, version, low, high, author, source, set_on::text AS "setOn"';

/** Reads and writes what the administration assumes about money and effort; versions are only ever added. */
@Injectable()
export class EconomicsSettingRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The newest version of each setting that has been stated. */
  async standing(): Promise<StatedSetting[]> {
    return this.transactions.query<StatedSetting>(`SELECT DISTINCT ON (key) ${COLUMNS} FROM economics_setting ORDER BY key, version DESC`);
  }

  /** The versions of each setting, the newest first, at most so many of each. */
  async versions(most: number): Promise<StatedSetting[]> {
    return this.transactions.query<StatedSetting>(
      `SELECT ${COLUMNS} FROM (SELECT s.*, row_number() OVER (PARTITION BY s.key ORDER BY s.version DESC) AS place FROM economics_setting s) v WHERE v.place <= $1 ORDER BY key, version DESC`,
      [most],
    );
  }

  /** Makes statements of a setting take turns. @returns its newest version, null where it has none */
  async takeTurn(key: string): Promise<number | null> {
    await this.transactions.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [SETTING_LOCK, key]);
    const [row] = await this.transactions.query<{ version: number | null }>('SELECT max(version) AS version FROM economics_setting WHERE key = $1', [key]);
    return row!.version;
  }

  /** @returns the version that it got */
  async add({ key, low, high, author, source, setOn }: Omit<StatedSetting, 'version'>): Promise<number> {
    const [row] = await this.transactions.query<{ version: number }>(
      `INSERT INTO economics_setting (key, version, low, high, author, source, set_on)
       SELECT $1::text, coalesce(max(version), 0) + 1, $2::float8, $3::float8, $4::text, $5::text, $6::date FROM economics_setting WHERE key = $1::text RETURNING version`,
      [key, low, high, author, source, setOn],
    );
    return row!.version;
  }
}
