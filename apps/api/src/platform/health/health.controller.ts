// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ReadDatabase } from '../graphql/reading/index.js';
import { OPEN, RouteNeeds } from '../permissions/needs.js';
import { Readiness } from './readiness.js';

/** For whoever watches the program: is it alive, can it work. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: ReadDatabase,
    private readonly readiness: Readiness,
  ) {}

  @RouteNeeds(OPEN, { anyHost: true })
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @RouteNeeds(OPEN, { anyHost: true })
  @Get('ready')
  async ready(): Promise<{ status: 'ok' | 'reading' }> {
    if (!this.readiness.wantsWork) throw new ServiceUnavailableException('the program is starting or stopping');
    try {
      return { status: await this.database.standing() };
    } catch {
      throw new ServiceUnavailableException('the database does not answer');
    }
  }
}
