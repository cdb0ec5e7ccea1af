// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
/** Below a data folder, where the embedded server keeps its files. */
const CLUSTER = 'postgres';

/**
 * Databases as a first start leaves them, kept for the time of one test run: a test begins with a copy of one, on a server of its own, where it would else make its tables and load the catalogue anew.
 * Without a folder for them (outside of a test run) every program starts for the first time.
 */
export class PreparedDatabases {
  constructor(private readonly folder: string | undefined = process.env['FAHRPLAN_PREPARED_DATABASES']) {}

  /**
   * Gives a data folder the database of that name.
   *
   * @param make starts the program once on a data folder of that path and ends it again; called where there is no such database yet
   */
  async copyTo(dataFolder: string, name: string, make: (folder: string) => Promise<void>): Promise<void> {
    if (this.folder === undefined) return;
    const prepared = join(this.folder, name);
    if (!existsSync(prepared)) await this.keep(prepared, make);
    await execute('cp', ['-a', join(prepared, CLUSTER), join(dataFolder, CLUSTER)]); // with its owner, who is not the one who starts it
  }

  /** Test files run side by side: where two make the same, the first one's is kept. */
  private async keep(prepared: string, make: (folder: string) => Promise<void>): Promise<void> {
    const draft = `${prepared}.${process.pid}`;
    await make(draft);
    await rename(draft, prepared).catch(() => rm(draft, { recursive: true }));
  }
}
