// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** What a provider says of somebody, as far as it matters here. */
export interface SeenPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly kind: 'PERSON' | 'MACHINE';
  readonly displayName: string | null;
  readonly roles: readonly string[];
  /** Keys or names; null where nothing limits them. */
  readonly departments: readonly string[] | null;
}

/** Who was seen. The name of an actor says nothing of the person; what does stands in a row of its own that can be forgotten. */
@Injectable()
export class PersonRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The actor of a person who is seen again, or for the first time. */
  async keep({ issuer, subject, kind, displayName, roles, departments }: SeenPerson): Promise<number> {
    await this.transactions.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`${issuer} ${subject}`]); // of two first requests at once, one makes the actor
    const ids = departments === null ? null : (await this.transactions.query<{ id: number }>('SELECT id FROM department WHERE key = ANY($1) OR name = ANY($1)', [departments])).map(({ id }) => id);
    const [known] = await this.transactions.query<{ actor_id: number }>('SELECT actor_id FROM person WHERE issuer = $1 AND subject = $2', [issuer, subject]);
    if (known) {
      // nothing is written where nothing changed, for a write makes every kept answer stale
      await this.transactions.query(`UPDATE person SET display_name = $2, roles = $3, departments = $4, last_seen_at = now() WHERE actor_id = $1 AND ((display_name, roles, departments) IS DISTINCT FROM ($2::text, $3::text[], $4::int[]) OR last_seen_at < now() - INTERVAL '1 day')`, [known.actor_id, displayName, roles, ids]);
      return known.actor_id;
    }
    const [actor] = await this.transactions.query<{ id: number }>('INSERT INTO actor (kind, name) VALUES ($1, $2) RETURNING id', [kind, `${kind.toLowerCase()}-${randomBytes(6).toString('hex')}`]);
    await this.transactions.query('INSERT INTO person (actor_id, issuer, subject, display_name, roles, departments) VALUES ($1, $2, $3, $4, $5, $6)', [actor!.id, issuer, subject, displayName, roles, ids]);
    return actor!.id;
  }

  async actorNamed(name: string): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>('SELECT id FROM actor WHERE name = $1', [name]);
    return row?.id ?? null;
  }

  /** Forgets who somebody was; what they did stays on record under the name of the actor, which says nothing. */
  async forget(actorId: number): Promise<boolean> {
    const known = await this.transactions.query('SELECT FROM person WHERE actor_id = $1', [actorId]);
    await this.transactions.query('DELETE FROM session WHERE actor_id = $1', [actorId]);
    await this.transactions.query('UPDATE access_token SET revoked_at = now() WHERE actor_id = $1 AND revoked_at IS NULL', [actorId]);
    await this.transactions.query('DELETE FROM person WHERE actor_id = $1', [actorId]);
    return known.length > 0;
  }

  /** Those who have not been seen for so long. */
  async unseenFor(days: number): Promise<readonly number[]> {
    const rows = await this.transactions.query<{ actor_id: number }>('SELECT actor_id FROM person WHERE last_seen_at < now() - make_interval(days => $1)', [days]);
    return rows.map((row) => row.actor_id);
  }
}
