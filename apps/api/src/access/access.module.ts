// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit.trail.js';

/** Who acts. Until sign-in exists, that is the local person at this machine, or the program itself. */
@Global()
@Module({ providers: [AuditTrail], exports: [AuditTrail] })
export class AccessModule {}
