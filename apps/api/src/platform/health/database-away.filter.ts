// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Catch, Injectable, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isConnectionLost } from '../database/broken.js';
import { ProblemTexts } from '../graphql/problem.types.js';
import { refusalBody } from '../graphql/refusal-body.js';
import { RETRY_AFTER_SECONDS } from './admission.js';

/** Says of a request that met no database that it may come again; what else goes wrong, and what GraphQL answers, is left as it is. */
@Catch()
@Injectable()
export class DatabaseAwayFilter extends BaseExceptionFilter {
  constructor(
    host: HttpAdapterHost,
    private readonly texts: ProblemTexts,
  ) {
    super(host.httpAdapter);
  }

  override catch(failure: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw failure;
    if (!isConnectionLost(failure)) return super.catch(failure, host);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = refusalBody({ code: 'PLATFORM.DATABASE_AWAY' }, this.texts, request);
    void reply.code(503).header('retry-after', String(RETRY_AFTER_SECONDS)).header('cache-control', 'no-store').send(body);
  }
}
