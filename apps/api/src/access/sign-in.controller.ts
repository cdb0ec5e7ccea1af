// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { languageOf } from '../platform/graphql/request-context.js';
import { OPEN, RouteNeeds } from '../platform/permissions/needs.js';
import { ACCESS_SETTINGS, isSecure, type AccessSettings } from './access-settings.js';
import { endedCookie, sessionCookie, sessionIn } from './session-cookie.js';
import { SignIn } from './sign-in.use-case.js';

/** Where browsers sign in and out. */
@Controller()
export class SignInController {
  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly signIn: SignIn,
    private readonly texts: ProblemTexts,
  ) {}

  @RouteNeeds(OPEN)
  @Get('sign-in')
  async open(@Query('code') code: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const secret = typeof code === 'string' ? await this.signIn.open(code) : null;
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (secret === null) {
      const problem = { code: 'ACCESS.LINK_REFUSED' };
      return void reply.code(401).send({ problem: { ...problem, message: this.texts.describe(problem, languageOf(request)), messageDe: this.texts.describe(problem, 'de') } });
    }
    return void reply.header('set-cookie', sessionCookie(secret, this.settings.sessionHours, isSecure(this.settings))).redirect('/', 303);
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
    const secret = sessionIn(request.headers.cookie, isSecure(this.settings));
    if (secret !== null) await this.signIn.out(secret);
    await reply.header('set-cookie', endedCookie(isSecure(this.settings))).header('cache-control', 'no-store').redirect('/', 303);
  }
}
