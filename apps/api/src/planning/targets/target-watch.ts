// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { AuditTrail } from '../../access/index.js';
import { LOG, type Log } from '../../platform/logging/log.token.js';
import { MeasureTargets } from './measure-targets.use-case.js';

/** Changes that come together are measured together. */
const SETTLE_MS = 1_000;
/** Exemptions end and plans run late without anybody's doing. */
const CALENDAR_MS = 6 * 60 * 60 * 1_000;

/**
 * Measures after every change that this process puts on record, soon after the start, and a few times a day. A large estate takes long to measure: after a measuring nothing is
 * measured for ten times as long.
 */
@Injectable()
export class TargetWatch implements BeforeApplicationShutdown {
  private due: NodeJS.Timeout | undefined;
  private readonly clocks: NodeJS.Timeout[] = [];
  private measuring: Promise<void> | undefined;
  private restUntil = 0;
  private isStopped = false;

  constructor(
    private readonly audit: AuditTrail,
    private readonly measure: MeasureTargets,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): void {
    this.isStopped = false;
    this.audit.onRecorded(() => this.schedule());
    this.clocks.push(setTimeout(() => void this.run(), SETTLE_MS).unref(), setInterval(() => void this.run(), CALENDAR_MS).unref());
  }

  /** Measures no more by itself, and waits for what is being measured. @returns whether a change is not measured yet */
  async stop(): Promise<boolean> {
    this.isStopped = true;
    for (const clock of this.clocks) clearTimeout(clock);
    const wasDue = this.due !== undefined;
    clearTimeout(this.due);
    this.due = undefined;
    await this.measuring;
    return wasDue;
  }

  /** A change that is not measured yet is, before the program ends. */
  async beforeApplicationShutdown(): Promise<void> {
    if (await this.stop()) await this.run();
  }

  private schedule(): void {
    if (this.due || this.isStopped) return;
    const wait = Math.max(SETTLE_MS, this.restUntil - performance.now());
    this.due = setTimeout(() => {
      this.due = undefined;
      void this.run();
    }, wait).unref();
  }

  private run(): Promise<void> {
    const before = this.measuring ?? Promise.resolve();
    this.measuring = before.then(async () => {
      const begun = performance.now();
      await this.measure.execute().catch((failure: unknown) => this.log.error({ err: failure }, 'the targets could not be measured'));
      this.restUntil = performance.now() + 10 * (performance.now() - begun);
    });
    return this.measuring;
  }
}
