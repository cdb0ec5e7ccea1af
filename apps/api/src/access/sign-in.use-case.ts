// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable } from '@nestjs/common';
import { ok, unwrap } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { ACCESS_SETTINGS, type AccessSettings } from './access-settings.js';
import { AccessRepository } from './access.repository.js';
import { LOCAL_ACTOR_ID } from './actors.js';
import { digestOf, newSecret } from './secrets.js';

/** How long a link waits to be opened. */
const LINK_MINUTES = 60;

/** Signs the person at this machine in: a link that works once, a session in exchange. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly transactions: Transactions,
    private readonly access: AccessRepository,
  ) {}

  /** The path of a new link; null where a provider signs people in. */
  async link(): Promise<string | null> {
    if (this.settings.localToken === null) return null;
    const code = newSecret();
    unwrap(await this.transactions.run(async () => ok(await this.access.begin(digestOf(code), { kind: 'LINK' }, LINK_MINUTES))));
    return `/sign-in?code=${code}`;
  }

  /** The secret of a new session for a link that was not opened before; null for any other. */
  async open(code: string): Promise<string | null> {
    if (this.settings.localToken === null) return null;
    return unwrap(
      await this.transactions.run(async () => {
        const begun = (await this.access.take(digestOf(code))) as { kind: string } | null;
        if (begun?.kind !== 'LINK') return ok(null);
        const secret = newSecret();
        await this.access.openSession(digestOf(secret), LOCAL_ACTOR_ID, this.settings.sessionHours, null);
        return ok(secret);
      }),
    );
  }

  /** Ends a session. What the provider said of the person when it began; null where there is none. */
  async out(secret: string): Promise<string | null> {
    return unwrap(await this.transactions.run(async () => ok(await this.access.closeSession(digestOf(secret)))));
  }
}
