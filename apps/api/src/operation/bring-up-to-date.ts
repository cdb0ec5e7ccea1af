// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { migrate, type Migrated } from '../platform/database/migrate.js';
import { openDatabase, type DatabaseSettings } from '../platform/database/open-database.js';

/** Runs the migrations that are missing, and sets the rights of the program's role; programs may go on working meanwhile. */
export async function bringUpToDate(config: DatabaseSettings): Promise<Migrated> {
  const database = await openDatabase(config);
  try {
    return await migrate(database);
  } finally {
    await database.close();
  }
}
