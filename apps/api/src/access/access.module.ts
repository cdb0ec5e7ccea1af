// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { LOG, type Log } from '../platform/logging/log.token.js';
import { Identify } from '../platform/permissions/identity.js';
import { ACCESS_SETTINGS, type AccessSettings } from './access-settings.js';
import { AccessRepository } from './access.repository.js';
import { AccessResolver } from './access.resolver.js';
import { AccessTokenRepository } from './access-token.repository.js';
import { AuditQueries } from './audit.queries.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditTrail } from './audit.trail.js';
import { ForgetPeople } from './forget-people.use-case.js';
import { IdentifyAsking } from './identify-asking.js';
import { IdentityQueries } from './identity.queries.js';
import { KeepAccessTokens } from './keep-access-tokens.use-case.js';
import { KnowBearer } from './know-bearer.use-case.js';
import { keepLocalToken } from './local-token.js';
import { accessMessages } from './messages.js';
import { OwnersQueries } from './owners.queries.js';
import { Owners } from '../platform/permissions/reach.js';
import { PersonRepository } from './person.repository.js';
import { Provider } from './provider.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.use-case.js';
import { SignInWithProvider } from './sign-in-with-provider.use-case.js';

const ONE_DAY_MS = 24 * 60 * 60 * 1000;

/** Who acts, what they may do, and what they did. */
@Module({})
export class AccessModule implements OnModuleInit, OnApplicationShutdown {
  private forgetting: NodeJS.Timeout | undefined;

  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly texts: ProblemTexts,
    private readonly forget: ForgetPeople,
    @Inject(LOG) private readonly log: Log,
  ) {}

  static with(config: Config): DynamicModule {
    const settings = async (): Promise<AccessSettings> => ({ localToken: config.provider ? null : await keepLocalToken(config.dataFolder), provider: config.provider && new Provider(config.provider), forgetAfterDays: config.forgetAfterDays, publicUrl: config.publicUrl, isPublicViewOn: config.isPublicViewOn, sessionHours: config.sessionHours });
    return {
      module: AccessModule,
      global: true,
      controllers: [SignInController],
      providers: [
        AuditQueries,
        AuditResolver,
        AuditTrail,
        AccessRepository,
        AccessResolver,
        AccessTokenRepository,
        ForgetPeople,
        IdentityQueries,
        KeepAccessTokens,
        KnowBearer,
        PersonRepository,
        SignIn,
        SignInWithProvider,
        { provide: Identify, useClass: IdentifyAsking }, { provide: Owners, useClass: OwnersQueries }, { provide: ACCESS_SETTINGS, useFactory: settings },
      ],
      exports: [AuditTrail, Identify, Owners, SignIn, ACCESS_SETTINGS],
    };
  }

  onModuleInit(): void {
    this.texts.add(accessMessages);
    const { provider, forgetAfterDays } = this.settings;
    if (provider === null) return;
    const look = (): void => void this.forget.unseenFor(forgetAfterDays).catch((failure: unknown) => this.log.warn({ err: failure }, 'people who were not seen for long could not be forgotten'));
    this.forgetting = setInterval(look, ONE_DAY_MS).unref();
    look();
  }

  onApplicationShutdown(): void {
    clearInterval(this.forgetting);
  }
}
