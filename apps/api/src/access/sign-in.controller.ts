// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#kernel';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { languageOf } from '../platform/graphql/request-context.js';
import { ProblemError } from '../platform/problem-error.js';
import { OPEN, RouteNeeds } from '../platform/permissions/needs.js';
import { ACCESS_SETTINGS, isSecure, type AccessSettings } from './access-settings.js';
import { wantsPage } from '../platform/web/serve-page.js';
import { returnAddress } from './return-address.js';
import { endedCookie, endedStateCookie, sessionCookie, sessionIn, stateCookie, stateIn } from './session-cookie.js';
import { SignInWithProvider } from './sign-in-with-provider.use-case.js';
import { SignIn } from './sign-in.use-case.js';

/** Where browsers sign in and out. */
@Controller()
export class SignInController {
  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly signIn: SignIn,
    private readonly atProvider: SignInWithProvider,
    private readonly texts: ProblemTexts,
  ) {}

  @RouteNeeds(OPEN)
  @Get('sign-in')
  async open(@Query('code') code: unknown, @Query('to') to: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const { provider } = this.settings;
    if (provider !== null) {
      const begun = await this.orRefuse(request, reply, () => this.atProvider.begin(provider, returnAddress(to)));
      if (begun) void reply.header('set-cookie', stateCookie(begun.state, isSecure(this.settings))).redirect(begun.url, 303);
      return;
    }
    if (code === undefined && wantsPage(request)) return void reply.redirect('/anmelden', 303);
    const secret = typeof code === 'string' ? await this.signIn.open(code) : null;
    if (secret === null) return this.refuse(request, reply, { code: 'ACCESS.LINK_REFUSED' });
    return void reply.header('set-cookie', sessionCookie(secret, this.settings.sessionHours, isSecure(this.settings))).redirect(returnAddress(to), 303);
  }

  /** Where the provider sends the browser back to. It counts only in the browser that began, once, and soon. */
  @RouteNeeds(OPEN)
  @Get('sign-in/callback')
  async back(@Query('state') state: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const { provider } = this.settings;
    const begun = stateIn(request.headers.cookie, isSecure(this.settings));
    if (provider === null || begun === null || begun !== state) return this.refuse(request, reply, { code: 'ACCESS.SIGN_IN_FAILED', reason: 'state' });
    const done = await this.orRefuse(request, reply, () => this.atProvider.finish(provider, request.url, begun));
    if (done) void reply.header('set-cookie', [sessionCookie(done.secret, this.settings.sessionHours, isSecure(this.settings)), endedStateCookie(isSecure(this.settings))]).redirect(done.to, 303);
  }

  @RouteNeeds('access:admin')
  @Post('sign-in/links')
  async link(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ path: string | null }> {
    void reply.header('cache-control', 'no-store');
    return { path: await this.signIn.link() };
  }

  @RouteNeeds(OPEN)
  @Post('sign-out')
  async out(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { provider } = this.settings;
    const tls = isSecure(this.settings);
    const secret = sessionIn(request.headers.cookie, tls);
    const idToken = secret === null ? null : await this.signIn.out(secret);
    void reply.header('cache-control', 'no-store').header('set-cookie', endedCookie(tls));
    if (provider === null || idToken === null) return void reply.redirect('/', 303);
    const offered = await this.atProvider.offerSignOut(provider, idToken);
    if (offered !== null) void reply.header('set-cookie', stateCookie(offered, tls));
    void reply.redirect(`/anmelden?signedOut=${offered === null ? 'HERE' : 'OFFER'}`, 303);
  }

  /** Leads to the provider, to sign out there as well; once, and only the browser that signed out here. */
  @RouteNeeds(OPEN)
  @Get('sign-out/provider')
  async outAtProvider(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { provider } = this.settings;
    const tls = isSecure(this.settings);
    const offered = stateIn(request.headers.cookie, tls);
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('set-cookie', endedStateCookie(tls));
    if (provider === null || offered === null) return void reply.redirect('/anmelden', 303);
    await this.orRefuse(request, reply, async () => void reply.redirect((await this.atProvider.signOutAt(provider, offered)) ?? '/anmelden', 303));
  }

  private async orRefuse<T>(request: FastifyRequest, reply: FastifyReply, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof ProblemError)) throw failure;
      this.refuse(request, reply, failure.problem);
      return null;
    }
  }

  /** Somebody before a browser is led to the page that says what went wrong and how it goes on; a program gets the problem. */
  private refuse(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    if (wantsPage(request)) return void reply.redirect(`/anmelden?reason=${problem.code}`, 303);
    void reply.code(problem.code === 'ACCESS.PROVIDER_SILENT' ? 503 : 401).send(this.texts.routeBody(problem, languageOf(request)));
  }
}
