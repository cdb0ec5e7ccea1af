// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { unwrap } from '#kernel';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs, OPEN } from '../platform/permissions/needs.js';
import { ACCESS_SETTINGS, type AccessSettings } from './access-settings.js';
import * as t from './access.types.js';
import { ForgetPeople } from './forget-people.use-case.js';
import { IdentityQueries } from './identity.queries.js';
import { KeepAccessTokens } from './keep-access-tokens.use-case.js';

@Resolver()
export class AccessResolver {
  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly tokens: KeepAccessTokens,
    private readonly forget: ForgetPeople,
    private readonly known: IdentityQueries,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs(OPEN)
  @Query(() => t.Viewer, { nullable: true, description: 'Whoever asks; null where nobody is signed in.' })
  async viewer(@Context() { identity }: RequestContext): Promise<t.Viewer | null> {
    if (identity.actorId === 0) return null;
    return { name: await this.known.nameOf(identity.actorId), permissions: [...identity.permissions].sort(), isLimitedToDepartments: identity.departments !== 'ALL' };
  }

  @Needs(OPEN)
  @Query(() => t.SignInOffer, { description: 'How one gets in here; for whoever asks.' })
  signInOffer(): t.SignInOffer {
    return { way: this.settings.provider === null ? 'LINK' : 'PROVIDER', isPublicViewOn: this.settings.isPublicViewOn };
  }

  @Needs('tokens:own')
  @Query(() => [t.AccessToken], { description: 'Access tokens of whoever asks, the newest first.' })
  async accessTokens(@Args() { all }: t.AccessTokenListArgs, @Context() { identity }: RequestContext): Promise<unknown> {
    return unwrap(await this.tokens.list(identity, all));
  }

  @Needs('tokens:own', 'SHARED')
  @Mutation(() => t.CreateAccessTokenPayload, { description: 'Makes a token for a program; it may do what is named here, and never more than its owner.' })
  async createAccessToken(@Args('input') input: t.CreateAccessTokenInput, @Context() { identity, requestId, language }: RequestContext): Promise<unknown> {
    const made = await this.tokens.make(input, identity, requestId);
    return made.ok ? { __typename: 'CreateAccessTokenSuccess', ...made.value } : this.texts.present(made.problem, language);
  }

  @Needs('tokens:own', 'SHARED')
  @Mutation(() => t.RevokeAccessTokenPayload, { description: 'Takes a token back, at once; administrators those of others too.' })
  async revokeAccessToken(@Args('input') { id }: t.RevokeAccessTokenInput, @Context() { identity, requestId, language }: RequestContext): Promise<unknown> {
    const done = await this.tokens.revoke(id, identity, requestId);
    return done.ok ? { __typename: 'RevokeAccessTokenSuccess', token: done.value } : this.texts.present(done.problem, language);
  }

  @Needs('access:admin', 'SHARED')
  @Mutation(() => t.ForgetPersonPayload, { description: 'Forgets who an actor is: name, subject and roles go, sessions and tokens end. The audit trail stays as it is, and intact.' })
  async forgetPerson(@Args('input') { actor }: t.ForgetPersonInput, @Context() { identity, requestId, language }: RequestContext): Promise<unknown> {
    const done = await this.forget.one(actor, identity.actorId, requestId);
    return done.ok ? { __typename: 'ForgetPersonSuccess', actor } : this.texts.present(done.problem, language);
  }
}
