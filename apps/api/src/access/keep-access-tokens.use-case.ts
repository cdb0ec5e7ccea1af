// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import type { Identity } from '../platform/permissions/identity.js';
import { AccessTokenRepository, type StoredToken } from './access-token.repository.js';
import { ACCESS_TOKEN_START } from './access-tokens.js';
import { AuditTrail } from './audit.trail.js';
import { digestOf, newSecret } from './secrets.js';

const LONGEST_DAYS = 366;

/** What a token may be used for, and how long. */
export interface TokenWish {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly days: number;
}

/** Tokens for programs: scoped, with an end, revocable. Nobody hands on more than they may do themselves; a token does less as soon as its owner may do less. */
@Injectable()
export class KeepAccessTokens {
  constructor(
    private readonly transactions: Transactions,
    private readonly tokens: AccessTokenRepository,
    private readonly audit: AuditTrail,
  ) {}

  make({ name, permissions, days }: TokenWish, owner: Identity, requestId: string): Promise<Result<{ readonly token: StoredToken; readonly secret: string }, Problem>> {
    return this.transactions.run(async () => {
      if (name.trim() === '' || name.includes('\0')) return err({ code: 'ACCESS.TOKEN_NAME_MISSING', path: 'name' });
      if (!(Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS)) return err({ code: 'ACCESS.TOKEN_TOO_LONG', path: 'days', days, most: LONGEST_DAYS });
      const foreign = permissions.filter((one) => !(owner.permissions as ReadonlySet<string>).has(one));
      if (permissions.length === 0 || foreign.length > 0) return err({ code: 'ACCESS.PERMISSION_NOT_HELD', path: 'permissions', permissions: foreign.join(', ') || '–' });
      const secret = `${ACCESS_TOKEN_START}${newSecret()}`;
      const token = await this.tokens.add({ actorId: owner.actorId, name: name.trim(), digest: digestOf(secret), permissions: [...new Set(permissions)].sort(), days });
      await this.audit.record({ actorId: owner.actorId, operation: 'createAccessToken', entity: 'AccessToken', entityId: token.id, after: { permissions: token.permissions, expiresAt: token.expiresAt }, requestId });
      return ok({ token, secret });
    });
  }

  revoke(given: string, by: Identity, requestId: string): Promise<Result<StoredToken, Problem>> {
    return this.transactions.run(async () => {
      const id = /^\d{1,9}$/.test(given) ? Number(given) : 0;
      const token = await this.tokens.find(id);
      const isTheirs = token !== null && (token.actorId === by.actorId || by.permissions.has('access:admin'));
      if (!isTheirs) return err({ code: 'PLATFORM.NOT_FOUND', what: 'AccessToken', id: given });
      if (token.revokedAt === null) {
        await this.tokens.revoke(id);
        await this.audit.record({ actorId: by.actorId, operation: 'revokeAccessToken', entity: 'AccessToken', entityId: id, requestId });
      }
      return ok((await this.tokens.find(id))!);
    });
  }

  async list(by: Identity, isOfAll: boolean): Promise<Result<readonly StoredToken[], never>> {
    return this.transactions.run(async () => ok(await this.tokens.list(isOfAll && by.permissions.has('access:admin') ? null : by.actorId)));
  }
}
