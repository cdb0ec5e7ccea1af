// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** Sessions, and sign-ins that have begun; each is found by the digest of a secret that only its owner has. */
@Injectable()
export class AccessRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param idToken what the provider said of the person; null where there is none */
  async openSession(digest: Buffer, actorId: number, hours: number, idToken: string | null): Promise<void> {
    await this.transactions.query('DELETE FROM session WHERE expires_at < now()');
    await this.transactions.query('INSERT INTO session (key_digest, actor_id, expires_at, id_token) VALUES ($1, $2, now() + make_interval(hours => $3), $4)', [digest, actorId, hours, idToken]);
  }

  /** What the provider said of the person when the session began; null where there is none. */
  async closeSession(digest: Buffer): Promise<string | null> {
    const [rows] = (await this.transactions.query('DELETE FROM session WHERE key_digest = $1 RETURNING id_token AS "idToken"', [digest])) as unknown as [{ idToken: string | null }[], number];
    return rows[0]?.idToken ?? null;
  }

  async begin(digest: Buffer, content: object, minutes: number): Promise<void> {
    await this.transactions.query('DELETE FROM pending_sign_in WHERE expires_at < now()');
    await this.transactions.query('INSERT INTO pending_sign_in (key_digest, content, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))', [digest, JSON.stringify(content), minutes]);
  }

  /** What was begun under this secret; a second time there is nothing. */
  async take(digest: Buffer): Promise<unknown> {
    const [rows] = (await this.transactions.query('DELETE FROM pending_sign_in WHERE key_digest = $1 AND expires_at > now() RETURNING content', [digest])) as unknown as [{ content: unknown }[], number];
    return rows[0]?.content ?? null;
  }
}
