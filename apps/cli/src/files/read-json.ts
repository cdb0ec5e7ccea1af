// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { CommandFailure } from '../failure.js';
import { readWholeFile } from './open-file.js';

/** Reads a JSON file of at most 256 MiB; what is no JSON is refused with its place. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readWholeFile(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (failure) {
    const reason = (failure as Error).message;
    throw new CommandFailure({ code: 'CLI.JSON_INVALID', file, reason: reason.replace(/\s*\(line \d+ column \d+\)$/, ''), ...placeOf(reason, text) });
  }
}

/** Line and column (from 1) where the engine's message gives a position or says that the text breaks off; else its message shows the surroundings. */
function placeOf(reason: string, text: string): { line?: number; column?: number } {
  const position = /at position (\d+)/.exec(reason)?.[1] ?? (/end of JSON input/.test(reason) ? text.length : undefined);
  if (position === undefined) return {};
  const before = text.slice(0, Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
