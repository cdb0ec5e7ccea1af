// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, unwrap } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import type { Identity } from '../platform/permissions/identity.js';
import { IdentityQueries } from './identity.queries.js';
import { PersonRepository } from './person.repository.js';
import type { Provider } from './provider.js';
import { readClaims } from './read-claims.js';
import { departmentsOf, isRole, permissionsOf } from './roles.js';
import { digestOf } from './secrets.js';

/** A token that was looked at counts so long without being looked at again; never beyond its own end. */
const LOOKED_AT_MS = 60_000;
const MOST_KEPT = 1_000;

/** Knows people and machines by the access tokens of the provider. What such a token allows stands in it; the provider takes it back by not making another one. */
@Injectable()
export class KnowBearer {
  private readonly kept = new Map<string, { readonly identity: Identity; readonly until: number }>();

  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly known: IdentityQueries,
  ) {}

  /** @throws ProblemError where the token does not hold */
  async of(token: string, provider: Provider): Promise<Identity> {
    const key = digestOf(token).toString('base64');
    const kept = this.kept.get(key);
    if (kept && kept.until > Date.now()) return kept.identity;
    const claims = await provider.verify(token);
    const seen = readClaims(claims, provider.settings);
    const actorId = unwrap(await this.transactions.run(async () => ok(await this.people.keep(seen))));
    const held = seen.roles.filter(isRole);
    const departments = departmentsOf(held, seen.departments === null ? null : ((await this.known.ofActor(actorId))?.departments ?? []));
    const identity: Identity = { actorId, permissions: permissionsOf(held), departments, isByToken: true, key: `person ${actorId}` };
    this.kept.set(key, { identity, until: Math.min(Date.now() + LOOKED_AT_MS, Number(claims.exp) * 1000) });
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return identity;
  }
}
