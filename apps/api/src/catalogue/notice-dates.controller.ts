// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Header, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ok, unwrap } from '#kernel';
import { noticeCalendar } from '#licensing';
import { languageOf } from '../platform/graphql/request-context.js';
import { Transactions } from '../platform/database/transactions.js';
import { RouteNeeds } from '../platform/permissions/needs.js';
import { NoticeDatesRepository } from './notice-dates.repository.js';

/** The last days for notice as a calendar that other programs subscribe to. */
@Controller('contracts')
export class NoticeDatesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly dates: NoticeDatesRepository,
  ) {}

  @RouteNeeds('contracts:read')
  @Get('notice-dates.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="notice-dates.ics"')
  async calendar(@Req() request: FastifyRequest): Promise<string> {
    const entries = unwrap(await this.transactions.run(async () => ok(await this.dates.all())));
    return noticeCalendar(entries, new Date().toISOString(), languageOf(request));
  }
}
