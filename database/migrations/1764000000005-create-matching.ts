// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each raw title was recognised as, what people decided, and the summaries per product. */
export class CreateMatching1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE title_match (
        title_id     integer PRIMARY KEY CONSTRAINT title_match_title_fk REFERENCES title ON DELETE CASCADE,
        decision     text NOT NULL CHECK (decision IN ('MATCHED', 'AMBIGUOUS', 'UNMATCHED')),
        decided_by   text NOT NULL CHECK (decided_by IN ('RULE', 'PERSON')),
        role         text NOT NULL,
        product_id   integer CONSTRAINT title_match_product_fk REFERENCES product,
        family       text NOT NULL,
        version      text,
        edition      text,
        language     text,
        architecture text,
        confidence01 real NOT NULL,
        candidates   jsonb NOT NULL DEFAULT '[]',
        reasons      jsonb NOT NULL DEFAULT '[]',
        CHECK (product_id IS NULL OR decision = 'MATCHED')
      );
      CREATE INDEX title_match_family ON title_match (family);
      CREATE INDEX title_match_product ON title_match (product_id);
      CREATE INDEX title_match_queue ON title_match (title_id) WHERE decided_by = 'RULE' AND decision <> 'MATCHED' AND role = 'PRODUCT';

      CREATE TABLE match_decision (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        title      text NOT NULL,
        vendor     text NOT NULL DEFAULT '',
        scope      text NOT NULL CHECK (scope IN ('TITLE', 'FAMILY')),
        product_id integer CONSTRAINT match_decision_product_fk REFERENCES product,
        actor_id   integer NOT NULL CONSTRAINT match_decision_actor_fk REFERENCES actor,
        decided_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (title, vendor, scope)
      );
      CREATE INDEX match_decision_product ON match_decision (product_id);

      CREATE TABLE product_usage (
        product_id       integer PRIMARY KEY CONSTRAINT product_usage_product_fk REFERENCES product ON DELETE CASCADE,
        titles           integer NOT NULL,
        installations    bigint NOT NULL,
        register_entries integer NOT NULL,
        users            integer
      );
      CREATE INDEX product_usage_most ON product_usage (installations, product_id);

      CREATE FUNCTION count_nothing_of_product() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO product_usage (product_id, titles, installations, register_entries) VALUES (NEW.id, 0, 0, 0);
        RETURN NULL;
      END $$;
      CREATE TRIGGER product_has_usage AFTER INSERT ON product FOR EACH ROW EXECUTE FUNCTION count_nothing_of_product();

      CREATE TABLE product_department_usage (
        product_id    integer NOT NULL CONSTRAINT product_department_usage_product_fk REFERENCES product ON DELETE CASCADE,
        department_id integer NOT NULL CONSTRAINT product_department_usage_department_fk REFERENCES department,
        installations bigint NOT NULL,
        PRIMARY KEY (product_id, department_id)
      );
      CREATE INDEX product_department_usage_department ON product_department_usage (department_id, installations DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
