// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRemoteJWKSet, customFetch as jwksFetch, errors, jwtVerify, type JWTPayload } from 'jose';
import * as openid from 'openid-client';
import type { ProviderSettings } from '../platform/config/provider-settings.js';
import { ProblemError } from '../platform/problem-error.js';
import { AskProvider, LONGEST_ANSWER_MS } from './ask-provider.js';
import { whyNoAccessToken } from './why-no-access-token.js';

/** Signatures that are taken: public keys only, so that nobody can pass a public key off as a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** Clocks of two machines may differ so much. */
const CLOCK_SKEW_SECONDS = 30;
/** Characters; headers are shorter anyway, what a web socket brings along is not. */
const LONGEST_TOKEN = 16_384;

/** What the provider says of itself is asked for again when it is so old … */
const KEPT_MS = 60 * 60_000;
/** … and where something did not go by it, or it could not be had, already then. */
const DOUBTED_MS = 30_000;

/** Failures that say something of the provider's keys, not of the token. */
const OF_THE_KEYS = new Set(['ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC']);

/** What the provider says of somebody. */
export type Claims = JWTPayload & { readonly sub: string };

/** A sign-in that has begun; kept until the person comes back. */
export interface Begun {
  readonly url: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The identity provider, spoken to by OpenID Connect: authorization code with PKCE for browsers, signed access tokens for programs. */
export class Provider {
  private known: openid.Configuration | null = null;
  private asking: Promise<openid.Configuration> | null = null;
  private askedAt = 0;
  private askAgainAt = 0;
  private keys: { readonly address: string; readonly set: ReturnType<typeof createRemoteJWKSet> } | null = null;
  private readonly door: AskProvider;

  constructor(readonly settings: ProviderSettings) {
    this.door = new AskProvider(settings);
  }

  /** Where to send the browser. */
  async begin(redirectUri: string, state: string): Promise<Begun> {
    const verifier = openid.randomPKCECodeVerifier();
    const nonce = openid.randomNonce();
    const url = openid.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: redirectUri,
      scope: this.settings.scope,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { url: url.href, nonce, verifier };
  }

  /**
   * Takes the browser's answer.
   *
   * @throws ProblemError where the provider refused or was silent, or the answer is not the one to what was begun
   */
  async finish(answer: URL, state: string, { nonce, verifier }: Pick<Begun, 'nonce' | 'verifier'>): Promise<{ readonly claims: Claims; readonly idToken: string }> {
    const configuration = await this.configuration();
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, answer, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
      const claims = tokens.claims()!;
      const more = configuration.serverMetadata().userinfo_endpoint ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
      return { claims: { ...more, ...claims } as Claims, idToken: tokens.id_token! };
    } catch (failure) {
      this.doubt();
      throw problemIn(failure) ?? new ProblemError({ code: 'ACCESS.SIGN_IN_FAILED', reason: (failure as { error?: string; code?: string }).error ?? (failure as { code?: string }).code ?? 'unknown' });
    }
  }

  /**
   * What an access token says, if it was made by this provider for this program and holds now.
   *
   * @throws ProblemError `ACCESS.CREDENTIAL_REFUSED` where it does not, another one where that cannot be known because the provider does not give its keys
   */
  async verify(token: string): Promise<Claims> {
    const { audience, issuer } = this.settings;
    if (audience === null) throw refused('FAHRPLAN_OIDC_AUDIENCE is not set');
    if (token.length > LONGEST_TOKEN) throw refused('too long');
    const keys = await this.keySet();
    const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_SKEW_SECONDS, requiredClaims: ['exp', 'sub'] }).catch((failure: unknown) => {
      throw this.whyNotVerified(failure);
    });
    const reason = whyNoAccessToken(protectedHeader, payload);
    if (reason !== null) throw refused(reason);
    return payload as Claims;
  }

  /** Whether people can be led here to sign out; not where the provider is silent. */
  async canSignOut(): Promise<boolean> {
    return this.configuration().then(
      (configuration) => configuration.serverMetadata().end_session_endpoint !== undefined,
      () => false,
    );
  }

  /** Where to send a browser whose person signs out here, so that the provider knows whom it is about. */
  async signOutUrl(idToken: string, backTo: string): Promise<string> {
    return openid.buildEndSessionUrl(await this.configuration(), { id_token_hint: idToken, post_logout_redirect_uri: backTo }).href;
  }

  private whyNotVerified(failure: unknown): ProblemError {
    const isOfTheToken = failure instanceof errors.JOSEError && !OF_THE_KEYS.has(failure.code);
    if (!isOfTheToken || failure instanceof errors.JWKSNoMatchingKey) this.doubt(); // its keys may lie elsewhere by now
    if (isOfTheToken) return refused(failure.code);
    if (failure instanceof ProblemError) return failure;
    return failure instanceof errors.JOSEError ? this.door.rest() : this.door.silence(); // a key that is none
  }

  /** What is known counts until something newer is there: the provider may be away for as long as its keys are known. */
  private async configuration(): Promise<openid.Configuration> {
    if (this.known === null) return this.ask();
    if (Date.now() >= this.askAgainAt && !this.door.isResting) this.ask().catch(() => undefined); // told by whoever needs what it would have said
    return this.known;
  }

  private ask(): Promise<openid.Configuration> {
    this.asking ??= this.discover()
      .then(
        (configuration) => {
          this.askAgainAt = Date.now() + KEPT_MS;
          return (this.known = configuration);
        },
        (failure: unknown) => {
          this.askAgainAt = Date.now() + DOUBTED_MS;
          throw problemIn(failure) ?? (this.known === null ? this.door.rest() : this.door.silence());
        },
      )
      .finally(() => (this.asking = null));
    return this.asking;
  }

  /** Something did not go by what the provider said of itself: it is asked again, but not for each token that somebody made up. */
  private doubt(): void {
    this.askAgainAt = Math.min(this.askAgainAt, this.askedAt + DOUBTED_MS);
  }

  private async discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    this.askedAt = Date.now();
    const configuration = await openid.discovery(new URL(issuer), clientId, undefined, clientSecret === null ? openid.None() : openid.ClientSecretBasic(clientSecret), {
      [openid.customFetch]: (url, init) => this.door.fetch(url, init as RequestInit),
      ...(issuer.startsWith('http:') ? { execute: [openid.allowInsecureRequests] } : {}),
    });
    configuration[openid.customFetch] = (url, init) => this.door.fetch(url, init as RequestInit);
    return configuration;
  }

  private async keySet(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const address = (await this.configuration()).serverMetadata().jwks_uri;
    if (address === undefined || !URL.canParse(address)) {
      this.doubt();
      throw this.door.silence();
    }
    if (this.keys?.address !== address) this.keys = { address, set: createRemoteJWKSet(new URL(address), { timeoutDuration: LONGEST_ANSWER_MS, [jwksFetch]: (url, init) => this.door.fetch(url, init as RequestInit) }) };
    return this.keys.set;
  }
}

function refused(reason: string): ProblemError {
  return new ProblemError({ code: 'ACCESS.CREDENTIAL_REFUSED', reason });
}

/** The client library wraps what a fetch threw. */
function problemIn(failure: unknown): ProblemError | null {
  if (failure instanceof ProblemError) return failure;
  const { cause } = (failure ?? {}) as { cause?: unknown };
  return cause instanceof ProblemError ? cause : null;
}
