// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** A product that is installed or stands in the register, as the table of the inventory shows it. */
export interface ProductInUse {
  readonly key: string;
  readonly name: string;
  readonly vendor: string | null;
  readonly categoryDe: string | null;
  readonly categoryEn: string | null;
  readonly license: string | null;
  readonly verdict: 'ALLOWED' | 'DENIED' | 'UNKNOWN';
  readonly installations: number;
  readonly titles: number;
  readonly registerEntries: number;
  /** Name and count of each, the most installations first. */
  readonly departments: string | null;
  /** Names, the best first. */
  readonly alternatives: string | null;
}

/** Reads what the table of the inventory shows. */
@Injectable()
export class InventoryTablesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Every product in use, the most installed first. */
  products(): Promise<ProductInUse[]> {
    return this.transactions.query(
      `SELECT p.key, p.name, v.name AS vendor, c.name_de AS "categoryDe", c.name_en AS "categoryEn", l.expression AS license, coalesce(l.verdict, 'UNKNOWN') AS verdict,
              u.installations::float8 AS installations, u.titles, u.register_entries AS "registerEntries",
              (SELECT string_agg(d.name || ' (' || x.installations || ')', '; ' ORDER BY x.installations DESC, d.name)
               FROM product_department_usage x JOIN department d ON d.id = x.department_id WHERE x.product_id = p.id) AS departments,
              (SELECT string_agg(o.name, '; ' ORDER BY a.rank, a.id) FROM alternative a JOIN product o ON o.id = a.alternative_id WHERE a.product_id = p.id AND NOT a.retired) AS alternatives
       FROM product_usage u JOIN product p ON p.id = u.product_id LEFT JOIN vendor v ON v.id = p.vendor_id LEFT JOIN category c ON c.id = p.category_id LEFT JOIN license l ON l.id = p.license_id
       WHERE u.installations > 0 OR u.register_entries > 0 ORDER BY u.installations DESC, p.name, p.id`,
    );
  }
}
