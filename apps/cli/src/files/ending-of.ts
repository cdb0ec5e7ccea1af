// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { extname } from 'node:path';
import { wrongUsage } from '../failure.js';

/** The ending of a file that is to be written; one that is not among the possible ones is wrong usage. */
export function endingOf<Ending extends string>(file: string, possible: readonly Ending[]): Ending {
  const ending = extname(file).toLowerCase() as Ending;
  if (!possible.includes(ending)) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: '--to', value: file, allowed: possible.map((one) => `*${one}`) });
  return ending;
}
