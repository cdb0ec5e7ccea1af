// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isConnectionLost } from '../platform/database/broken.js';
import { ReadDatabase } from '../platform/graphql/reading/index.js';

/** Somebody who was found by a secret. */
export interface Known {
  readonly actorId: number;
  /** Of the provider that knows the person; null for the local one. */
  readonly issuer: string | null;
  readonly roles: readonly string[] | null;
  /** Departments with all below them; null where nothing limits the person. */
  readonly departments: readonly number[] | null;
}

export interface KnownToken extends Known {
  readonly id: number;
  readonly permissions: readonly string[];
  readonly usedToday: boolean;
}

const PERSON = `p.issuer, p.roles,
  CASE WHEN p.departments IS NULL THEN NULL ELSE ARRAY(WITH RECURSIVE below AS (
    SELECT id FROM department WHERE id = ANY(p.departments) UNION SELECT d.id FROM department d JOIN below b ON d.parent_id = b.id
  ) SELECT id FROM below) END AS departments`;

/** Who stands behind a session or a token, as of now: asked at every request, so that what is taken back ends at once. */
@Injectable()
export class IdentityQueries {
  constructor(
    private readonly source: DataSource,
    private readonly database: ReadDatabase,
  ) {}

  async ofSession(digest: Buffer): Promise<Known | null> {
    return this.database.row<Known>(`SELECT s.actor_id AS "actorId", ${PERSON} FROM session s LEFT JOIN person p USING (actor_id) WHERE s.key_digest = $1 AND s.expires_at > now()`, [digest]);
  }

  async ofActor(actorId: number): Promise<Known | null> {
    return this.database.row<Known>(`SELECT p.actor_id AS "actorId", ${PERSON} FROM person p WHERE p.actor_id = $1`, [actorId]);
  }

  async ofToken(digest: Buffer): Promise<KnownToken | null> {
    return this.database.row<KnownToken>(
      `SELECT t.id, t.actor_id AS "actorId", t.permissions, t.last_used_on IS NOT DISTINCT FROM current_date AS "usedToday", ${PERSON}
       FROM access_token t LEFT JOIN person p USING (actor_id) WHERE t.key_digest = $1 AND t.expires_at > now() AND t.revoked_at IS NULL`,
      [digest],
    );
  }

  /** As the provider gives it; null for the person at this machine, and for who was forgotten. */
  async nameOf(actorId: number): Promise<string | null> {
    const [row] = (await this.source.query('SELECT display_name FROM person WHERE actor_id = $1', [actorId])) as { display_name: string | null }[];
    return row?.display_name ?? null;
  }

  /** At most once a day, for a write makes every kept answer stale; another day where nothing can be written. */
  async noteUse(tokenId: number): Promise<void> {
    await this.source.query('UPDATE access_token SET last_used_on = current_date WHERE id = $1 AND last_used_on IS DISTINCT FROM current_date', [tokenId]).catch((failure: unknown) => {
      if (!isConnectionLost(failure)) throw failure;
    });
  }
}
