// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { CommandContext } from './context.js';
import type { ExitStatus } from './exit-status.js';

/** The same in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** One option of a verb, in commander's notation (`--seed <number>`). */
export interface VerbOption {
  readonly flags: string;
  readonly text: Words;
  readonly required?: boolean;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  /** The value is a number of this kind. */
  readonly number?: { readonly least: number; readonly most: number; readonly whole: boolean };
  /** May be given several times; the command gets a list. */
  readonly isList?: boolean;
}

export interface VerbArgument {
  /** `<text>`, `[files...]`: in commander's notation. */
  readonly name: string;
  readonly text: Words;
}

/** What a command module exports; `options` are those its verb declares, as the parser checked them. */
export interface Command {
  run(words: readonly string[], options: never, context: CommandContext): Promise<ExitStatus>;
}

/** How a verb is written and explained; its module is loaded only when it runs. */
export interface Verb {
  readonly name: string;
  readonly summary: Words;
  readonly arguments: readonly VerbArgument[];
  readonly options: readonly VerbOption[];
  /** Command lines as a person would type them. */
  readonly examples: readonly string[];
  /** Works on files alone, without database and server. */
  readonly isFileVerb: boolean;
  load(): Promise<Command>;
}
