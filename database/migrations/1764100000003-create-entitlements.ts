// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rights of use, counts of use by people, and contracts that can be edited without overwriting others. */
export class CreateEntitlements1764100000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract ADD COLUMN revision integer NOT NULL DEFAULT 1;

      CREATE TABLE entitlement (
        id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        number          text NOT NULL UNIQUE,
        product_id      integer NOT NULL CONSTRAINT entitlement_product_fk REFERENCES product,
        contract_id     integer CONSTRAINT entitlement_contract_fk REFERENCES contract,
        metric          text NOT NULL CHECK (metric IN ('DEVICE', 'NAMED_USER', 'CONCURRENT_USER', 'CORE', 'SERVER', 'SUBSCRIPTION', 'SITE')),
        quantity        integer CHECK (quantity >= 0),
        site            text,
        up_to_version   text,
        valid_from      date,
        valid_until     date,
        unit_cost_cents bigint CHECK (unit_cost_cents >= 0),
        revision        integer NOT NULL DEFAULT 1
      );
      CREATE INDEX entitlement_product ON entitlement (product_id);
      CREATE INDEX entitlement_contract ON entitlement (contract_id);

      CREATE TABLE usage_count (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id integer NOT NULL CONSTRAINT usage_count_product_fk REFERENCES product,
        metric     text NOT NULL CHECK (metric IN ('DEVICE', 'NAMED_USER', 'CONCURRENT_USER', 'CORE', 'SERVER', 'SUBSCRIPTION')),
        version    text,
        site       text,
        quantity   integer NOT NULL CHECK (quantity >= 0),
        counted_on date NOT NULL,
        author     text NOT NULL CHECK (author <> ''),
        UNIQUE NULLS NOT DISTINCT (product_id, metric, version, site)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
