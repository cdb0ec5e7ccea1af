// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel';
import type { M1Reading } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';

/** A product as the subject of an exemption or a weighing. */
export interface ExemptibleProduct {
  readonly id: number;
  readonly key: string;
  readonly isGone: boolean;
  readonly verdict: 'ALLOWED' | 'DENIED' | 'UNKNOWN';
}

/** An exemption before it has a row. */
export interface NewExemption {
  readonly productId: number;
  readonly reason: string;
  readonly evidence: string | null;
  readonly approver: string;
  readonly grantedOn: CalendarDate;
  readonly expiresOn: CalendarDate;
  readonly recheckOn: CalendarDate | null;
}

/** Writes exemptions, weighings and the reading of M1. */
@Injectable()
export class ExemptionRepository {
  constructor(private readonly transactions: Transactions) {}

  async product(key: string): Promise<ExemptibleProduct | null> {
    const [row] = await this.transactions.query<ExemptibleProduct>(
      `SELECT p.id, p.key, p.retired AS "isGone", coalesce(l.verdict, 'UNKNOWN') AS verdict FROM product p LEFT JOIN license l ON l.id = p.license_id WHERE p.key = $1`,
      [key],
    );
    return row ?? null;
  }

  /** Id of the exemption; the very same one is kept once. */
  async grant({ productId, reason, evidence, approver, grantedOn, expiresOn, recheckOn }: NewExemption): Promise<{ readonly id: number; readonly isNew: boolean }> {
    const values = [productId, reason, evidence, approver, grantedOn, expiresOn, recheckOn];
    const [same] = await this.transactions.query<{ id: number }>(
      `SELECT id FROM exemption WHERE product_id = $1 AND reason = $2 AND evidence IS NOT DISTINCT FROM $3 AND approver = $4 AND granted_on = $5 AND expires_on = $6
         AND recheck_on IS NOT DISTINCT FROM $7::date AND revoked_on IS NULL LIMIT 1`,
      values,
    );
    if (same) return { id: same.id, isNew: false };
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO exemption (product_id, reason, evidence, approver, granted_on, expires_on, recheck_on) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id',
      values,
    );
    return { id: row!.id, isNew: true };
  }

  /** Null where there is no such exemption. */
  async find(id: number): Promise<{ readonly revokedOn: CalendarDate | null; readonly grantedOn: CalendarDate } | null> {
    const [row] = await this.transactions.query<{ revokedOn: CalendarDate | null; grantedOn: CalendarDate }>(
      'SELECT revoked_on::text AS "revokedOn", granted_on::text AS "grantedOn" FROM exemption WHERE id = $1 FOR UPDATE',
      [id],
    );
    return row ?? null;
  }

  async revoke(id: number, on: CalendarDate, by: string, reason: string): Promise<void> {
    await this.transactions.query('UPDATE exemption SET revoked_on = $2, revoked_by = $3, revoked_reason = $4 WHERE id = $1', [id, on, by, reason]);
  }

  async weigh(productId: number, reason: string, by: string, on: CalendarDate): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>('INSERT INTO weighing (product_id, reason, weighed_by, weighed_on) VALUES ($1, $2, $3, $4) RETURNING id', [productId, reason, by, on]);
    return row!.id;
  }

  /** The reading that holds; nobody else changes it until the transaction ends. */
  async reading(): Promise<M1Reading> {
    const [row] = await this.transactions.query<{ reading: M1Reading }>('SELECT m1_reading AS reading FROM scoring_setting FOR UPDATE');
    return row!.reading;
  }

  async setReading(reading: M1Reading): Promise<void> {
    await this.transactions.query('UPDATE scoring_setting SET m1_reading = $1, changed_at = now()', [reading]);
  }
}
