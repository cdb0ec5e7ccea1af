// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work as people see it; the queue itself belongs to its library. */
export class CreateJobs1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job (
        id           uuid PRIMARY KEY,
        kind         text NOT NULL,
        status       text NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
        step         text,
        done         bigint NOT NULL DEFAULT 0,
        total        bigint,
        subject      text,
        result_id    text,
        summary      jsonb,
        problem      jsonb,
        message      text,
        message_de   text,
        cancel_asked boolean NOT NULL DEFAULT false,
        actor_id     integer NOT NULL CONSTRAINT job_actor_fk REFERENCES actor,
        created_at   timestamptz NOT NULL DEFAULT now(),
        started_at   timestamptz,
        finished_at  timestamptz
      );
      CREATE INDEX job_newest ON job (created_at DESC, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
