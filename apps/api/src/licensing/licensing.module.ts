// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { licensingMessages } from '#licensing';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { AnswerLicenses } from './answer-licenses.use-case.js';
import { CheckLicense } from './check-license.use-case.js';
import { CheckSbom } from './check-sbom.use-case.js';
import { CompatibilityQueries } from './compatibility.queries.js';
import { CompatibilityRepository } from './compatibility.repository.js';
import { CompatibilityMatrixLoadedResolver, CompatibilityResolver } from './compatibility.resolver.js';
import { CopyPolicy } from './copy-policy.use-case.js';
import { CreatePolicyVersion } from './create-policy-version.use-case.js';
import { FindPolicy } from './find-policy.use-case.js';
import { GrantWaiver } from './grant-waiver.use-case.js';
import { KeepReadyPolicies } from './keep-ready-policies.use-case.js';
import { LicensingResolver, SbomFindingsResolver } from './licensing.resolver.js';
import { LoadCompatibilityMatrix } from './load-compatibility-matrix.use-case.js';
import { COPY_FOLDER, MatrixCopy } from './matrix-copy.js';
import { licenseQuestionMessages } from './messages.js';
import { CheckOwnPublication } from './check-own-publication.use-case.js';
import { KeepOwnSoftware } from './keep-own-software.use-case.js';
import { OwnSoftwareController } from './own-software.controller.js';
import { OwnSoftwareQueries } from './own-software.queries.js';
import { OwnSoftwareRepository } from './own-software.repository.js';
import { OwnSoftwareResolver, OwnSoftwareStoredResolver, PublicationCheckResolver } from './own-software.resolver.js';
import { PolicyQueries } from './policy.queries.js';
import { PolicyRepository } from './policy.repository.js';
import { PolicyResolver, PolicyStoredResolver, WaiverResolver, WaiverStoredResolver } from './policy.resolver.js';
import { RegisterPubliccode } from './register-publiccode.use-case.js';
import { RevokeWaiver } from './revoke-waiver.use-case.js';
import { SetOwnSoftwareParts } from './set-own-software-parts.use-case.js';

const checks = [AnswerLicenses, CheckLicense, CheckSbom, LicensingResolver, SbomFindingsResolver];
const compatibility = [CompatibilityMatrixLoadedResolver, CompatibilityQueries, CompatibilityRepository, CompatibilityResolver, LoadCompatibilityMatrix, MatrixCopy];
const publication = [CheckOwnPublication, KeepOwnSoftware, OwnSoftwareQueries, OwnSoftwareRepository, OwnSoftwareResolver, OwnSoftwareStoredResolver, PublicationCheckResolver, RegisterPubliccode, SetOwnSoftwareParts];
const policies = [CopyPolicy, CreatePolicyVersion, FindPolicy, GrantWaiver, KeepReadyPolicies, PolicyQueries, PolicyRepository, PolicyResolver, PolicyStoredResolver, RevokeWaiver, WaiverResolver, WaiverStoredResolver];

@Module({})
export class LicensingModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  /**
   * @param importing the stage as it was put together; it reads the bills of materials that were handed in
   * @param dataFolder where the command line looks for what it may know without a server
   */
  static with(importing: DynamicModule, dataFolder: string): DynamicModule {
    return { module: LicensingModule, imports: [importing], controllers: [OwnSoftwareController], providers: [{ provide: COPY_FOLDER, useValue: dataFolder }, ...checks, ...compatibility, ...policies, ...publication] };
  }

  onModuleInit(): void {
    this.texts.add(licensingMessages);
    this.texts.add(licenseQuestionMessages);
  }
}
