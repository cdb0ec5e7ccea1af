// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Identify, type Identity } from '../platform/permissions/identity.js';
import { LOCAL_ACTOR_ID } from './actors.js';
import { permissionsOf } from './roles.js';

/** Until sign-in exists, everybody who reaches the program is the person at this machine. */
@Injectable()
export class IdentifyAsking extends Identify {
  private readonly local: Identity = { actorId: LOCAL_ACTOR_ID, permissions: permissionsOf(['admin']), departments: 'ALL', key: 'local' };

  async of(): Promise<Identity> {
    return this.local;
  }
}
