// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { Identify } from '../platform/permissions/identity.js';
import { ACCESS_SETTINGS, type AccessSettings } from './access-settings.js';
import { AccessRepository } from './access.repository.js';
import { AuditTrail } from './audit.trail.js';
import { IdentifyAsking } from './identify-asking.js';
import { IdentityQueries } from './identity.queries.js';
import { keepLocalToken } from './local-token.js';
import { accessMessages } from './messages.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.use-case.js';

/** Who acts, what they may do, and what they did. */
@Module({})
export class AccessModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  static with(config: Config): DynamicModule {
    const settings = async (): Promise<AccessSettings> => ({ localToken: await keepLocalToken(config.dataFolder), publicUrl: config.publicUrl, isPublicViewOn: config.isPublicViewOn, sessionHours: config.sessionHours });
    return {
      module: AccessModule,
      global: true,
      controllers: [SignInController],
      providers: [AuditTrail, AccessRepository, IdentityQueries, SignIn, { provide: Identify, useClass: IdentifyAsking }, { provide: ACCESS_SETTINGS, useFactory: settings }],
      exports: [AuditTrail, Identify, SignIn, ACCESS_SETTINGS],
    };
  }

  onModuleInit(): void {
    this.texts.add(accessMessages);
  }
}
