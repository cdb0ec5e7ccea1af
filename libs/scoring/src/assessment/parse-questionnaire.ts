// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { z } from 'zod';
import { factWords, isFactKey, type FactSubject } from '../data/fact-words.js';
import type { FactKey } from '../candidate-facts.js';
import type { Archetype, Question, Questionnaire } from './questionnaire.js';

const text = z.string().trim().min(1).max(1_000);
const wording = z.strictObject({ de: text, en: text });
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const fact = z.string().refine(isFactKey, { message: 'no fact of this name' }) as unknown as z.ZodType<FactKey>;

const questionnaireFile = z.strictObject({
  questionnaire: z.strictObject({ id: key, version: z.number().int().min(1), names: wording }),
  questions: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/),
        text: wording,
        help: wording.optional(),
        facts: z.strictObject({ today: fact.optional(), alternative: fact.optional(), pair: fact.optional() }),
        validMonths: z.number().int().min(1).max(600),
        askedWhen: z.array(z.strictObject({ question: z.string(), isOneOf: z.array(z.union([z.string(), z.number()])).min(1).optional() })).default([]),
      }),
    )
    .min(1)
    .max(500),
});
const archetypesFile = z.strictObject({
  archetypes: z.array(z.strictObject({ id: key, names: wording, categories: z.array(key).default([]), specialised: z.boolean().nullable().default(null) })).max(500),
});

const SUBJECTS: Readonly<Record<'today' | 'alternative' | 'pair', readonly FactSubject[]>> = { today: ['TODAY'], alternative: ['ALTERNATIVE'], pair: ['PAIR'] };

/**
 * Reads a questionnaire from the data of its YAML file.
 *
 * Checked beside the form: ids are there once; each question gives one fact at least, of the subject it is listed under, all of one kind and with the same
 * values; a pair stands alone; conditions name earlier questions and answers these can have.
 *
 * @returns the questionnaire, or the first fault: `SCORING.QUESTIONNAIRE_INVALID` with `path` and `reason`
 */
export function parseQuestionnaire(data: unknown): Result<Questionnaire, Problem> {
  const parsed = questionnaireFile.safeParse(data);
  if (!parsed.success) return err(formProblem(parsed.error.issues[0]!));
  const { questionnaire, questions } = parsed.data;
  const known = new Map<string, Question>();
  for (const [index, { id, text: words, help, facts, validMonths, askedWhen }] of questions.entries()) {
    const fault = (field: string, reason: string): Result<Questionnaire, Problem> => err({ code: 'SCORING.QUESTIONNAIRE_INVALID', path: `questions.${index}.${field}`, reason: `${id}: ${reason}` });
    if (known.has(id)) return fault('id', 'this id is there already');
    const given = (['today', 'alternative', 'pair'] as const).flatMap((side) => (facts[side] ? [{ side, fact: facts[side] }] : []));
    const [first] = given;
    if (!first) return fault('facts', 'it gives no fact');
    const stray = given.find(({ side, fact: one }) => !SUBJECTS[side].includes(factWords[one].about));
    if (stray) return fault(`facts.${stray.side}`, `${stray.fact} is about ${factWords[stray.fact].about}`);
    if (facts.pair && given.length > 1) return fault('facts.pair', 'a question about a pair gives nothing else');
    const { kind, values } = factWords[first.fact];
    if (given.some(({ fact: one }) => factWords[one].kind !== kind || Object.keys(factWords[one].values).join() !== Object.keys(values).join())) return fault('facts', 'its facts have different values');
    for (const [place, { question, isOneOf }] of askedWhen.entries()) {
      const earlier = known.get(question);
      if (!earlier) return fault(`askedWhen.${place}.question`, `${question} is no earlier question`);
      const impossible = isOneOf?.find((value) => earlier.kind === 'CHOICE' && earlier.values[value] === undefined);
      if (impossible !== undefined) return fault(`askedWhen.${place}.isOneOf`, `${question} cannot be answered with ${impossible}`);
    }
    known.set(id, { id, text: words, help: help ?? null, facts, validMonths, askedWhen: askedWhen.map(({ question, isOneOf }) => ({ question, isOneOf: isOneOf ?? null })), kind, values });
  }
  return ok({ id: questionnaire.id, version: questionnaire.version, name: questionnaire.names, questions: [...known.values()] });
}

/**
 * Reads archetypes from the data of their YAML file. A category belongs to one archetype for specialised procedures and to one for other software at most.
 *
 * @returns the archetypes, or the first fault: `SCORING.QUESTIONNAIRE_INVALID`
 */
export function parseArchetypes(data: unknown): Result<readonly Archetype[], Problem> {
  const parsed = archetypesFile.safeParse(data);
  if (!parsed.success) return err(formProblem(parsed.error.issues[0]!));
  const taken = new Set<string>();
  const archetypes = parsed.data.archetypes.map(({ id, names, categories, specialised }): Archetype => ({ id, name: names, categories, specialised }));
  for (const [index, { id, categories, specialised }] of archetypes.entries()) {
    if (archetypes.findIndex((other) => other.id === id) !== index) return err({ code: 'SCORING.QUESTIONNAIRE_INVALID', path: `archetypes.${index}.id`, reason: `${id} is there already` });
    for (const category of categories) {
      for (const side of specialised === null ? [true, false] : [specialised]) {
        if (taken.has(`${category} ${side}`)) return err({ code: 'SCORING.QUESTIONNAIRE_INVALID', path: `archetypes.${index}.categories`, reason: `${category} belongs to another archetype` });
        taken.add(`${category} ${side}`);
      }
    }
  }
  return ok(archetypes);
}

function formProblem(issue: z.core.$ZodIssue): Problem {
  return { code: 'SCORING.QUESTIONNAIRE_INVALID', path: issue.path.join('.') || '(root)', reason: issue.message };
}
