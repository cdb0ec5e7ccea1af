// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommanderError } from 'commander';
import type { Language, Problem } from '#kernel';

/**
 * Says in our own words what the parser found wrong with a command line.
 *
 * @param verbName the verb that was typed, or '' where none was recognised
 * @returns null where nothing is wrong: help or version was asked for
 */
export function usageProblem(error: CommanderError, verbName: string, language: Language): Problem | null {
  const verb = verbName === '' ? '' : `${verbName} `;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const similar = /Did you mean (?:one of )?(.+)\?\)/.exec(error.message)?.[1];
  const hint = similar === undefined ? '' : language === 'de' ? ` Meinten Sie ${similar}?` : ` Did you mean ${similar}?`;
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null;
    case 'commander.unknownCommand':
      return { code: 'CLI.UNKNOWN_VERB', verb: quoted, hint };
    case 'commander.unknownOption':
      return { code: 'CLI.UNKNOWN_OPTION', option: quoted, hint, verb };
    case 'commander.missingArgument':
      return { code: 'CLI.ARGUMENT_MISSING', argument: quoted, verb };
    case 'commander.excessArguments':
      return { code: 'CLI.ARGUMENT_TOO_MANY', verb };
    case 'commander.optionMissingArgument':
      return { code: 'CLI.OPTION_WITHOUT_VALUE', option: quoted, verb };
    case 'commander.missingMandatoryOptionValue':
      return { code: 'CLI.OPTION_MISSING', option: quoted, verb };
    default:
      return { code: 'CLI.ARGUMENT_MISSING', argument: language === 'de' ? 'BEFEHL' : 'COMMAND', verb };
  }
}
