// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { NoticeEntry } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';
import { TERMINATIONS } from './termination-sql.js';

/** Reads what the calendar of notice days shows. */
@Injectable()
export class NoticeDatesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The next last day for notice of every contract of which it is known; none for those that end by themselves, or on any day one likes. */
  all(): Promise<NoticeEntry[]> {
    return this.transactions.query(
      `SELECT 'contract-' || c.id || '@fahrplan' AS id, concat_ws(', ', c.number, coalesce(p.name, v.name)) AS contract, t.notice_by::text AS "noticeBy", t.ends_on::text AS "endsOn"
       FROM ${TERMINATIONS} t JOIN contract c ON c.id = t.contract_id LEFT JOIN product p ON p.id = c.product_id LEFT JOIN vendor v ON v.id = c.vendor_id
       WHERE t.notice_by IS NOT NULL AND c.ends_on IS NOT NULL ORDER BY t.notice_by, c.id`,
    );
  }
}
