// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';

/** Whether this process wants work: not before it has started as a whole, and not once it is about to stop, so that whoever distributes requests sends them elsewhere. */
@Injectable()
export class Readiness {
  private standing: 'starting' | 'here' | 'leaving' = 'starting';

  get wantsWork(): boolean {
    return this.standing === 'here';
  }

  arrive(): void {
    if (this.standing === 'starting') this.standing = 'here';
  }

  leave(): void {
    this.standing = 'leaving';
  }
}
