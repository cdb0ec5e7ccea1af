// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Identify, stranger, type Asking, type Identity } from '../platform/permissions/identity.js';
import { isPermission } from '../platform/permissions/permission.js';
import { ProblemError } from '../platform/problem-error.js';
import { ACCESS_SETTINGS, isSecure, type AccessSettings } from './access-settings.js';
import { LOCAL_ACTOR_ID } from './actors.js';
import { IdentityQueries, type Known } from './identity.queries.js';
import { KnowBearer } from './know-bearer.use-case.js';
import { departmentsOf, isRole, permissionsOf } from './roles.js';
import { digestOf } from './secrets.js';
import { sessionIn } from './session-cookie.js';
import { ACCESS_TOKEN_START } from './access-tokens.js';

/** Finds out who asks: by a token in `Authorization`, else by the session of a browser. What is shown and does not hold is refused; who shows nothing is a stranger. */
@Injectable()
export class IdentifyAsking extends Identify {
  private readonly localDigest: Buffer | null;
  private readonly local: Identity = { actorId: LOCAL_ACTOR_ID, permissions: permissionsOf(['admin']), departments: 'ALL', isByToken: true, key: 'local' };

  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly known: IdentityQueries,
    private readonly bearers: KnowBearer,
  ) {
    super();
    this.localDigest = settings.localToken === null ? null : digestOf(settings.localToken);
  }

  async of({ headers, address }: Asking): Promise<Identity> {
    if (headers.authorization !== undefined) return this.ofToken(tokenIn(headers.authorization));
    const secret = sessionIn(headers.cookie, isSecure(this.settings));
    const person = secret === null ? null : await this.known.ofSession(digestOf(secret));
    if (person !== null && this.counts(person)) return { ...this.identityOf(person, `person ${person.actorId}`), isByToken: false };
    return stranger(this.settings.isPublicViewOn ? ['public:read'] : [], address);
  }

  private async ofToken(token: string): Promise<Identity> {
    const digest = digestOf(token);
    if (this.localDigest !== null && timingSafeEqual(digest, this.localDigest)) return this.local;
    const { provider } = this.settings;
    if (!token.startsWith(ACCESS_TOKEN_START)) {
      if (provider === null) throw refused('unknown token');
      return this.bearers.of(token, provider);
    }
    const found = await this.known.ofToken(digest);
    if (found === null || !this.counts(found)) throw refused('unknown, expired or revoked token');
    if (!found.usedToday) await this.known.noteUse(found.id);
    const owner = this.identityOf(found, `token ${found.id}`);
    return { ...owner, permissions: new Set(found.permissions.filter((one) => isPermission(one) && owner.permissions.has(one)) as never) };
  }

  /** The local person counts as long as there is no provider, anybody else as long as the provider that knows them is the one in use. */
  private counts({ issuer, actorId }: Known): boolean {
    const { provider } = this.settings;
    return provider !== null ? issuer === provider.settings.issuer : this.localDigest !== null && issuer === null && actorId === LOCAL_ACTOR_ID;
  }

  private identityOf({ actorId, issuer, roles, departments }: Known, key: string): Identity {
    if (issuer === null) return { ...this.local, key };
    const held = (roles ?? []).filter(isRole);
    return { actorId, permissions: permissionsOf(held), departments: departmentsOf(held, departments), isByToken: true, key };
  }
}

/** `Bearer …`; or `Basic` with the token as password, for programs that know nothing else (calendars). */
function tokenIn(header: string): string {
  const [, scheme, value = ''] = /^(Bearer|Basic) +(\S+) *$/i.exec(header) ?? [];
  if (scheme === undefined) throw refused('neither Bearer nor Basic');
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}

function refused(reason: string): ProblemError {
  return new ProblemError({ code: 'ACCESS.CREDENTIAL_REFUSED', reason });
}
