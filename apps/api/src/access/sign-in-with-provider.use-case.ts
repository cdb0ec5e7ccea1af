// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable } from '@nestjs/common';
import { ok, unwrap } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { ProblemError } from '../platform/problem-error.js';
import { ACCESS_SETTINGS, type AccessSettings } from './access-settings.js';
import { AccessRepository } from './access.repository.js';
import { PersonRepository } from './person.repository.js';
import { Provider, type Begun } from './provider.js';
import { readClaims } from './read-claims.js';
import { returnAddress } from './return-address.js';
import { digestOf, newSecret } from './secrets.js';

/** How long somebody may take at the provider. */
const SIGN_IN_MINUTES = 15;
/** How long the way to sign out at the provider, too, stays open. */
const SIGN_OUT_MINUTES = 15;

/** Signs somebody in at the identity provider, and out: there, and back. */
@Injectable()
export class SignInWithProvider {
  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly transactions: Transactions,
    private readonly access: AccessRepository,
    private readonly people: PersonRepository,
  ) {}

  /**
   * Where to send the browser, and what it has to bring back.
   *
   * @param to where the person was, to return there
   */
  async begin(provider: Provider, to: string): Promise<{ readonly url: string; readonly state: string }> {
    const state = newSecret();
    const { url, nonce, verifier } = await provider.begin(`${this.settings.publicUrl}/sign-in/callback`, state);
    unwrap(await this.transactions.run(async () => ok(await this.access.begin(digestOf(state), { kind: 'PROVIDER', nonce, verifier, to }, SIGN_IN_MINUTES))));
    return { url, state };
  }

  /**
   * The secret of a new session, and where the person was.
   *
   * @param path what the browser came back to, with what the provider gave it
   * @throws ProblemError where this is not the answer to what this browser began
   */
  async finish(provider: Provider, path: string, state: string): Promise<{ readonly secret: string; readonly to: string }> {
    const begun = unwrap(await this.transactions.run(async () => ok((await this.access.take(digestOf(state))) as (Pick<Begun, 'nonce' | 'verifier'> & { kind: string; to?: string }) | null)));
    if (begun?.kind !== 'PROVIDER') throw new ProblemError({ code: 'ACCESS.SIGN_IN_FAILED', reason: 'state' });
    const { claims, idToken } = await provider.finish(new URL(path, this.settings.publicUrl!), state, begun);
    return unwrap(
      await this.transactions.run(async () => {
        const actorId = await this.people.keep(readClaims(claims, provider.settings));
        const secret = newSecret();
        await this.access.openSession(digestOf(secret), actorId, this.settings.sessionHours, idToken);
        return ok({ secret, to: returnAddress(begun.to) });
      }),
    );
  }

  /** What the browser has to show for being led to the provider, to sign out there as well; null where the provider offers no such thing, or is silent: whoever signs out here is signed out here. */
  async offerSignOut(provider: Provider, idToken: string): Promise<string | null> {
    if (!(await provider.canSignOut())) return null;
    const state = newSecret();
    unwrap(await this.transactions.run(async () => ok(await this.access.begin(digestOf(state), { kind: 'SIGN_OUT', idToken }, SIGN_OUT_MINUTES))));
    return state;
  }

  /**
   * Where to send a browser that signs out at the provider as well; null where nothing was offered to it, or that was long ago.
   *
   * @throws ProblemError where the provider is silent
   */
  async signOutAt(provider: Provider, state: string): Promise<string | null> {
    const offered = unwrap(await this.transactions.run(async () => ok((await this.access.take(digestOf(state))) as { kind: string; idToken: string } | null)));
    return offered?.kind === 'SIGN_OUT' ? provider.signOutUrl(offered.idToken, `${this.settings.publicUrl}/anmelden`) : null;
  }
}
