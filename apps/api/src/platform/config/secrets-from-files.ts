// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { Problem } from '#kernel';

/** Variables whose value is never shown. Each may also come as a file, as service managers and containers hand secrets over: `<VARIABLE>_FILE` is its path. */
export const SECRET_VARIABLES: ReadonlySet<string> = new Set(['DATABASE_URL', 'DATABASE_ADMIN_URL', 'DATABASE_READ_URL', 'FAHRPLAN_OIDC_CLIENT_SECRET', 'FAHRPLAN_PSEUDONYM_KEY', 'OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS']);

/**
 * Puts the content of the files that are named in the place of the variables; white space around it does not count, and empty variables count as not set. A variable that is set goes before its file.
 *
 * @returns the variables that are set, and a fault for each file that cannot be read or holds nothing
 */
export function withSecretsFromFiles(variables: Readonly<Record<string, string | undefined>>): { readonly given: Readonly<Record<string, string>>; readonly faults: Problem[] } {
  const given: Record<string, string> = Object.fromEntries(Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  const faults: Problem[] = [];
  for (const name of SECRET_VARIABLES) {
    const variable = `${name}_FILE`;
    const path = given[variable];
    if (path === undefined || given[name] !== undefined) continue;
    const fault = (reason: string) => faults.push({ code: 'PLATFORM.ENVIRONMENT_INVALID', variable, value: path, reason });
    try {
      const text = readFileSync(path, 'utf8').trim();
      if (text === '') fault('the file is empty');
      else given[name] = text;
    } catch (failure) {
      fault(`the file cannot be read (${(failure as NodeJS.ErrnoException).code})`);
    }
  }
  return { given, faults };
}
