// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';

/** All that the command line takes from its environment. */
export interface Environment {
  /** First of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set; null where none is. */
  readonly locale: string | null;
  /** A running server to use, instead of looking for one. */
  readonly serverUrl: string | null;
  /** What to show a server; null where nothing was given. */
  readonly token: string | null;
  /** A file that holds it; null where none was given. */
  readonly tokenFile: string | null;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** Handed on to a server that is started for the length of one command. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Reads the environment; the only place that does. Empty values count as not set. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  return {
    locale: variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || null,
    serverUrl: variables.FAHRPLAN_URL?.replace(/\/+$/, '') || null,
    token: variables.FAHRPLAN_TOKEN?.trim() || null,
    tokenFile: variables.FAHRPLAN_TOKEN_FILE || null,
    dataFolder: resolve(variables.FAHRPLAN_DATA || './data'),
    variables,
  };
}
