// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { licensingMessages } from '#licensing';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { AnswerLicenses } from './answer-licenses.use-case.js';
import { CheckLicense } from './check-license.use-case.js';
import { CheckSbom } from './check-sbom.use-case.js';
import { LicensingResolver, SbomFindingsResolver } from './licensing.resolver.js';
import { licenseQuestionMessages } from './messages.js';

@Module({})
export class LicensingModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  /** @param importing the stage as it was put together; it reads the bills of materials that were handed in */
  static with(importing: DynamicModule): DynamicModule {
    return { module: LicensingModule, imports: [importing], providers: [AnswerLicenses, CheckLicense, CheckSbom, LicensingResolver, SbomFindingsResolver] };
  }

  onModuleInit(): void {
    this.texts.add(licensingMessages);
    this.texts.add(licenseQuestionMessages);
  }
}
