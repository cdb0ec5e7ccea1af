// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { Identify } from '../platform/permissions/identity.js';
import { AuditTrail } from './audit.trail.js';
import { IdentifyAsking } from './identify-asking.js';
import { accessMessages } from './messages.js';

/** Who acts, what they may do, and what they did. */
@Global()
@Module({ providers: [AuditTrail, { provide: Identify, useClass: IdentifyAsking }], exports: [AuditTrail, Identify] })
export class AccessModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  onModuleInit(): void {
    this.texts.add(accessMessages);
  }
}
