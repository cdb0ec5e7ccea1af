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

/** Line and column (from 1) out of the engine's message; the end of the text where it names none. */
function placeOf(reason: string, text: string): { line: number; column: number } {
  const position = /at position (\d+)/.exec(reason)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
