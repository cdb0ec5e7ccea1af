// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products, vendors, licenses, release cycles, alternatives; departments, contracts, interfaces and exemptions of the administration. */
export class CreateCatalogue1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE catalogue_state (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        sha256   text NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE vendor (
        id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key     text NOT NULL UNIQUE,
        name    text NOT NULL,
        country char(2),
        aliases text[] NOT NULL DEFAULT '{}',
        merged_into_id integer CONSTRAINT vendor_merged_into_fk REFERENCES vendor,
        origin  text NOT NULL DEFAULT 'BASE' CHECK (origin IN ('BASE', 'OWN'))
      );

      CREATE INDEX vendor_name ON vendor (name, id);

      CREATE TABLE license (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        expression   text NOT NULL UNIQUE,
        verdict      text NOT NULL CHECK (verdict IN ('ALLOWED', 'DENIED', 'UNKNOWN')),
        class        text NOT NULL,
        osi_approved boolean,
        fsf_libre    boolean,
        proof        jsonb NOT NULL
      );

      CREATE TABLE category (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key        text NOT NULL UNIQUE,
        name_de    text NOT NULL,
        name_en    text NOT NULL,
        publiccode text[] NOT NULL DEFAULT '{}'
      );

      CREATE TABLE product_function (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        category_id integer NOT NULL CONSTRAINT product_function_category_fk REFERENCES category,
        key         text NOT NULL,
        name_de     text NOT NULL,
        name_en     text NOT NULL,
        UNIQUE (category_id, key)
      );

      CREATE TABLE product (
        id                    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key                   text NOT NULL UNIQUE,
        name                  text NOT NULL,
        vendor_id             integer CONSTRAINT product_vendor_fk REFERENCES vendor,
        category_id           integer NOT NULL CONSTRAINT product_category_fk REFERENCES category,
        license_id            integer CONSTRAINT product_license_fk REFERENCES license,
        specialised_procedure boolean NOT NULL DEFAULT false,
        personal_data         text CHECK (personal_data IN ('TYPICAL', 'POSSIBLE', 'NO')),
        distribution          text[] NOT NULL DEFAULT '{}',
        aliases               text[] NOT NULL DEFAULT '{}',
        functions             text[] NOT NULL DEFAULT '{}',
        identifiers           jsonb NOT NULL DEFAULT '{}',
        sources               jsonb NOT NULL DEFAULT '[]',
        none_known_on         date,
        origin                text NOT NULL DEFAULT 'BASE' CHECK (origin IN ('BASE', 'OWN')),
        retired               boolean NOT NULL DEFAULT false,
        search                text NOT NULL
      );
      CREATE INDEX product_name ON product (name, id);
      CREATE INDEX product_vendor ON product (vendor_id);
      CREATE INDEX product_category ON product (category_id);
      CREATE INDEX product_license ON product (license_id);
      CREATE INDEX product_search ON product USING gin (search gin_trgm_ops);

      CREATE TABLE release_cycle (
        id                integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id        integer NOT NULL CONSTRAINT release_cycle_product_fk REFERENCES product ON DELETE CASCADE,
        cycle             text NOT NULL,
        released_on       date,
        end_of_support_on date,
        source            text,
        UNIQUE (product_id, cycle)
      );

      CREATE TABLE alternative (
        id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id     integer NOT NULL CONSTRAINT alternative_product_fk REFERENCES product ON DELETE CASCADE,
        alternative_id integer NOT NULL CONSTRAINT alternative_alternative_fk REFERENCES product ON DELETE CASCADE,
        kind           text NOT NULL CHECK (kind IN ('FULL', 'PARTIAL', 'NEEDS_COMPLEMENT', 'COEXISTENCE')),
        covers         text[] NOT NULL DEFAULT '{}',
        missing        text[] NOT NULL DEFAULT '{}',
        coverage01     real CHECK (coverage01 BETWEEN 0 AND 1),
        complements    text[] NOT NULL DEFAULT '{}',
        carries_over   text[] NOT NULL DEFAULT '{}',
        evidence       jsonb NOT NULL DEFAULT '[]',
        verified       boolean NOT NULL DEFAULT false,
        notes_de       text,
        notes_en       text,
        rank           integer NOT NULL,
        origin         text NOT NULL DEFAULT 'BASE' CHECK (origin IN ('BASE', 'OWN')),
        UNIQUE (product_id, alternative_id),
        CHECK (product_id <> alternative_id)
      );
      CREATE INDEX alternative_by_product ON alternative (product_id, rank, id);
      CREATE INDEX alternative_by_alternative ON alternative (alternative_id);

      CREATE TABLE department (
        id                integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key               text NOT NULL UNIQUE,
        name              text NOT NULL,
        parent_id         integer CONSTRAINT department_parent_fk REFERENCES department,
        users             integer CHECK (users >= 0),
        change_load_limit integer CHECK (change_load_limit >= 0)
      );
      CREATE INDEX department_name ON department (name, id);
      CREATE INDEX department_parent ON department (parent_id);

      CREATE TABLE contract (
        id                    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        number                text NOT NULL UNIQUE,
        product_id            integer CONSTRAINT contract_product_fk REFERENCES product,
        vendor_id             integer CONSTRAINT contract_vendor_fk REFERENCES vendor,
        department_id         integer CONSTRAINT contract_department_fk REFERENCES department,
        metric                text NOT NULL,
        seats                 integer CHECK (seats >= 0),
        cost_per_year_cents   bigint CHECK (cost_per_year_cents >= 0),
        starts_on             date,
        ends_on               date,
        notice_period_months  integer CHECK (notice_period_months >= 0),
        renewal_months        integer CHECK (renewal_months > 0)
      );
      CREATE INDEX contract_product ON contract (product_id);
      CREATE INDEX contract_ends_on ON contract ((coalesce(ends_on, DATE '9999-12-31')), id);
      CREATE INDEX contract_cost ON contract ((coalesce(cost_per_year_cents, 0)), id);

      CREATE TABLE product_interface (
        id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        from_product_id integer NOT NULL CONSTRAINT product_interface_from_fk REFERENCES product ON DELETE CASCADE,
        to_product_id   integer NOT NULL CONSTRAINT product_interface_to_fk REFERENCES product ON DELETE CASCADE,
        kind          text NOT NULL,
        open_standard boolean,
        UNIQUE (from_product_id, to_product_id, kind)
      );
      CREATE INDEX product_interface_to ON product_interface (to_product_id);

      CREATE TABLE exemption (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id integer NOT NULL CONSTRAINT exemption_product_fk REFERENCES product,
        reason     text NOT NULL,
        evidence   text,
        approver   text NOT NULL,
        granted_on date NOT NULL,
        expires_on date NOT NULL,
        recheck_on date
      );
      CREATE INDEX exemption_product ON exemption (product_id, expires_on);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
