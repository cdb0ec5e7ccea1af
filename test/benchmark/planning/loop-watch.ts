// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a server under measurement (`--import`): writes down how long the server's own thread computes at a stretch, in milliseconds of its processor time, so that a
 * busy machine does not count. `LOOP_WATCH_FILE` gets a line `<milliseconds since 1970> <stretch>` for each stretch above 10 ms.
 */
const file = process.env['LOOP_WATCH_FILE'];
const EVERY_MS = 2;
const LEAST_MS = 10;

if (isMainThread && file !== undefined) {
  let before = process.threadCpuUsage();
  setInterval(() => {
    const used = process.threadCpuUsage(before);
    const stretch = (used.user + used.system) / 1_000;
    if (stretch > LEAST_MS) appendFileSync(file, `${Date.now()} ${stretch.toFixed(1)}\n`);
    before = process.threadCpuUsage();
  }, EVERY_MS).unref();
}
