// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first test file: names the place for the databases that the files of this run begin with. */
export default async function beginRun() {
  process.env.FAHRPLAN_PREPARED_DATABASES = await mkdtemp(join(tmpdir(), 'fahrplan-prepared-'));
}

/** After the last one. */
export async function endRun() {
  await rm(process.env.FAHRPLAN_PREPARED_DATABASES, { recursive: true, force: true });
}
