// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { err, ok, type Language, type Problem, type Result } from '#kernel';
import { scenarioDefinition, type ScenarioDefinition } from './scenario.js';

/** Why something cannot be, in both languages. */
type Reason = Readonly<Record<Language, string>>;
type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, Reason>> = {
  number: { de: 'eine Zahl', en: 'a number' },
  int: { de: 'eine ganze Zahl', en: 'a whole number' },
  string: { de: 'ein Text', en: 'a text' },
  array: { de: 'eine Liste', en: 'a list' },
  object: { de: 'ein Objekt', en: 'an object' },
  record: { de: 'ein Objekt', en: 'an object' },
};

/**
 * Accepts a scenario's definition if it has the form and makes sense.
 *
 * @returns the definition with its defaults; `PLANNING.SCENARIO_INVALID` with the path to the first thing that is wrong, and why in both languages
 */
export function checkScenario(definition: unknown): Result<ScenarioDefinition, Problem> {
  const parsed = scenarioDefinition.safeParse(definition, { reportInput: true });
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const field = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return err(fault([...issue.path, ...field].join('.') || '(root)', reasonOf(issue)));
  }
  const disorder = disorderOf(parsed.data);
  return disorder ? err(disorder) : ok(parsed.data);
}

function fault(path: string, { de, en }: Reason): Problem {
  return { code: 'PLANNING.SCENARIO_INVALID', path, reasonDe: de, reasonEn: en };
}

function reasonOf(issue: Issue): Reason {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = KINDS[issue.expected] ?? { de: issue.expected, en: issue.expected };
      const isMissing = issue.input === undefined;
      return { de: `${isMissing ? 'es fehlt' : 'erwartet wird'} ${expected.de}`, en: `${expected.en} is ${isMissing ? 'missing' : 'expected'}` };
    }
    case 'too_small': {
      if (issue.origin === 'string') return { de: 'der Text ist leer', en: 'the text is empty' };
      return issue.origin === 'array' ? { de: `mindestens ${issue.minimum} Eintrag wird gebraucht`, en: `at least ${issue.minimum} entry is needed` } : { de: `mindestens ${issue.minimum} ist möglich`, en: `the least possible is ${issue.minimum}` };
    }
    case 'too_big':
      return issue.origin === 'array' ? { de: `höchstens ${issue.maximum} Einträge sind möglich`, en: `at most ${issue.maximum} entries are possible` } : { de: `höchstens ${issue.maximum} ist möglich`, en: `the most possible is ${issue.maximum}` };
    case 'unrecognized_keys':
      return { de: 'dieses Feld gibt es nicht', en: 'there is no such field' };
    case 'custom':
      return { de: 'das ist kein Tag des Kalenders; er wird als JJJJ-MM-TT geschrieben', en: 'this is no day of the calendar; it is written as YYYY-MM-DD' };
    default:
      return { de: 'das ist hier nicht möglich', en: 'this is not possible here' };
  }
}

/** The first thing that the form allows and sense does not: disordered periods, teams named twice or with too few numbers; null where there is none. */
function disorderOf({ periods, teams, blackouts }: ScenarioDefinition): Problem | null {
  for (const [index, period] of periods.entries()) {
    if (period.endsOn < period.startsOn) return fault(`periods.${index}.endsOn`, { de: 'die Periode endet, bevor sie beginnt', en: 'the period ends before it starts' });
    if (index > 0 && period.startsOn <= periods[index - 1]!.endsOn) return fault(`periods.${index}.startsOn`, { de: 'die Periode überschneidet sich mit der davor', en: 'the period overlaps the one before it' });
  }
  for (const [index, team] of teams.entries()) {
    if (team.capacityDays.length !== periods.length) {
      return fault(`teams.${index}.capacityDays`, { de: `je Periode wird eine Zahl gebraucht (${periods.length})`, en: `one number per period is needed (${periods.length})` });
    }
    if (teams.findIndex(({ id }) => id === team.id) < index) return fault(`teams.${index}.id`, { de: `das Team „${team.id}“ ist zweimal genannt`, en: `the team “${team.id}” is named twice` });
  }
  const reversed = blackouts.findIndex(({ startsOn, endsOn }) => endsOn < startsOn);
  return reversed < 0 ? null : fault(`blackouts.${reversed}.endsOn`, { de: 'die Sperrzeit endet, bevor sie beginnt', en: 'the blackout ends before it starts' });
}
