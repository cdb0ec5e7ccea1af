// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { threadFile } from '../platform/threads/run-in-thread.js';
import perform, { type PlanTasks } from './plan-tasks.worker.js';

/** At most so many at once; others wait their turn. */
const THREADS = 2;
/** A thread that has nothing to do for so long goes. */
const IDLE_MS = 60_000;

/** What is no longer than this is done in a few milliseconds, sooner than a thread could begin. */
const SHORT_TEXT = 100_000;

/** Threads for what takes long with large plans and somebody waits for: explaining, comparing, writing files, measuring. */
@Injectable()
export class PlanThreads implements OnApplicationShutdown {
  private readonly pool = new Piscina({ filename: fileURLToPath(threadFile(import.meta.url, 'plan-tasks.worker')), minThreads: 0, maxThreads: THREADS, idleTimeout: IDLE_MS });

  /** Has a task done: in a thread, unless that is not worth it. Throws what the task throws. */
  async run<Kind extends keyof PlanTasks>(kind: Kind, work: Parameters<PlanTasks[Kind]>[0]): Promise<Awaited<ReturnType<PlanTasks[Kind]>>> {
    const order = { kind, work };
    return (await (textIn(work) <= SHORT_TEXT ? perform(order) : this.pool.run(order))) as Awaited<ReturnType<PlanTasks[Kind]>>;
  }

  /** After the last measuring. */
  onApplicationShutdown(): Promise<void> {
    return this.pool.destroy();
  }
}

/** Letters in all texts of a task. */
function textIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? Object.values(value).reduce<number>((sum, part) => sum + textIn(part), 0) : 0;
}
