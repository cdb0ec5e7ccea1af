// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Command as Commander, Option } from 'commander';
import type { Language } from '#kernel';
import { wrongUsage } from './failure.js';
import { helpTexts, helpWords } from './i18n/help-words.js';
import type { Verb, VerbOption } from './verb.js';

/** What was typed, understood. */
export interface Invocation {
  readonly verb: Verb;
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Builds the parser for all verbs; whatever is typed ends in a call of `invoked`, a CommanderError, or a CommandFailure with WRONG_USAGE. */
export function buildProgram(verbs: readonly Verb[], language: Language, invoked: (invocation: Invocation) => void, write: (help: string) => void): Commander {
  const program = prepare(new Commander('fahrplan'), language, write)
    .description(helpTexts.program[language])
    .addOption(new Option('--json', helpTexts.json[language]))
    .addOption(new Option('--lang <de|en>', helpTexts.lang[language]).argParser((value) => chosen(value, '--lang', ['de', 'en'])))
    .helpCommand(false)
    .addHelpText('after', `\n${helpTexts.version[language]}\n${helpTexts.exits[language]}`);
  for (const verb of verbs) program.addCommand(commandOf(verb, language, invoked, write));
  return program;
}

function commandOf(verb: Verb, language: Language, invoked: (invocation: Invocation) => void, write: (help: string) => void): Commander {
  const command = prepare(new Commander(verb.name), language, write).description(verb.summary[language]);
  for (const argument of verb.arguments) command.argument(argument.name, argument.text[language]);
  for (const option of verb.options) command.addOption(optionOf(option, language));
  command.addHelpText('after', `\n${helpWords['Examples:']?.[language]}\n${verb.examples.map((example) => `  ${example}`).join('\n')}`);
  return command.action(() => invoked({ verb, words: command.args, options: command.optsWithGlobals() }));
}

function prepare(command: Commander, language: Language, write: (help: string) => void): Commander {
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', helpTexts.help[language])
    .configureOutput({ writeOut: write, writeErr: () => undefined, outputError: () => undefined })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => helpWords[title]?.[language] ?? title });
}

function optionOf(declared: VerbOption, language: Language): Option {
  const option = new Option(declared.flags, declared.choices === undefined ? declared.text[language] : `${declared.text[language]} (${declared.choices.join(', ')})`);
  if (declared.required) option.makeOptionMandatory();
  const name = option.long ?? declared.flags;
  const { choices, number } = declared;
  if (choices !== undefined) option.argParser((value) => chosen(value, name, choices));
  if (number !== undefined) option.argParser((value) => numberIn(value, name, number));
  if (declared.isList) option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option;
}

function chosen(value: string, option: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value;
  throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option, value, allowed });
}

function numberIn(text: string, option: string, { least, most, whole }: NonNullable<VerbOption['number']>): number {
  const value = /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw wrongUsage({ code: 'CLI.OPTION_NOT_A_NUMBER', option, value: text, expected: `${least} … ${most}` });
}
