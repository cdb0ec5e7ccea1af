// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** A token as its owner sees it; the secret itself is shown once and not kept. */
export interface StoredToken {
  readonly id: number;
  readonly actorId: number;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedOn: string | null;
  readonly revokedAt: string | null;
}

const COLUMNS = `id, actor_id AS "actorId", name, permissions, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt", to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "expiresAt",
  last_used_on::text AS "lastUsedOn", to_char(revoked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "revokedAt"`;

@Injectable()
export class AccessTokenRepository {
  constructor(private readonly transactions: Transactions) {}

  async add(token: { readonly actorId: number; readonly name: string; readonly digest: Buffer; readonly permissions: readonly string[]; readonly days: number }): Promise<StoredToken> {
    const [row] = await this.transactions.query<StoredToken>(`INSERT INTO access_token (actor_id, name, key_digest, permissions, expires_at) VALUES ($1, $2, $3, $4, now() + make_interval(days => $5)) RETURNING ${COLUMNS}`, [token.actorId, token.name, token.digest, token.permissions, token.days]);
    return row!;
  }

  /** Of one actor, or of all: those that still hold, and those that ended within a year. */
  async list(actorId: number | null): Promise<readonly StoredToken[]> {
    return this.transactions.query<StoredToken>(`SELECT ${COLUMNS} FROM access_token WHERE ($1::int IS NULL OR actor_id = $1) AND coalesce(revoked_at, expires_at) > now() - INTERVAL '1 year' ORDER BY id DESC LIMIT 1000`, [actorId]);
  }

  async find(id: number): Promise<StoredToken | null> {
    const [row] = await this.transactions.query<StoredToken>(`SELECT ${COLUMNS} FROM access_token WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async revoke(id: number): Promise<void> {
    await this.transactions.query('UPDATE access_token SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [id]);
  }
}
