// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, type Problem, type Result } from '#kernel';
import { z } from 'zod';
import type { FactKey } from './candidate-facts.js';
import { checkModel } from './check-model.js';
import { isFactKey } from './data/fact-words.js';
import type { ScoringModel } from './model.js';

const MOST_CRITERIA = 60;
const MOST_PARTS = 20;

const text = z.string().trim().min(1).max(500);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'small letters, digits and hyphens');
const wording = z.strictObject({ de: text, en: text });
const fact = z.string().refine(isFactKey, { message: 'no fact of this name' }) as unknown as z.ZodType<FactKey>;
const levels = z.record(z.string().max(80), z.number());
const axis = z.enum(['GOAL', 'FEASIBILITY']);
const scale = z.strictObject({
  unit: wording,
  interpolation: z.enum(['LINEAR', 'LOG']),
  anchors: z.array(z.strictObject({ at: z.number(), utility01: z.number() })).max(50),
  beyond: z.enum(['SATURATES', 'REFUSED']),
});
const simpleMeasures = [
  z.strictObject({ kind: z.literal('LARGEST'), facts: z.array(fact).min(1).max(20) }),
  z.strictObject({ kind: z.literal('LEVEL'), fact, levels }),
  z.strictObject({ kind: z.literal('LEVEL_GAIN'), today: fact, alternative: fact, levels }),
  z.strictObject({ kind: z.literal('LEVEL_PRODUCT'), factors: z.array(z.strictObject({ fact, levels })).min(1).max(20) }),
  z.strictObject({ kind: z.literal('WEIGHTED_SUM'), terms: z.array(z.strictObject({ fact, factor: z.number() })).min(1).max(20) }),
  z.strictObject({ kind: z.literal('SHARE_SQUARED'), fact }),
  z.strictObject({ kind: z.literal('DAYS_UNTIL'), fact }),
  z.strictObject({ kind: z.literal('DAYS_SINCE'), fact }),
  z.strictObject({ kind: z.literal('COVERAGE'), covered: fact, missing: fact, alternativeKind: fact, ranges: z.record(z.string().max(80), z.tuple([z.number(), z.number()])) }),
] as const;
const part = z.strictObject({ id, name: wording, points: z.number(), measure: z.discriminatedUnion('kind', [...simpleMeasures]), scale });
const measure = z.discriminatedUnion('kind', [...simpleMeasures, z.strictObject({ kind: z.literal('POINTS'), parts: z.array(part).min(1).max(MOST_PARTS) })]);

const scoringModel = z.strictObject({
  id,
  version: z.number().int().min(1).max(1_000_000),
  name: wording,
  source: text,
  principles: z.array(z.strictObject({ id: z.string().trim().min(1).max(40), name: wording, sourceWords: z.string().max(2_000) })).max(200),
  criteria: z
    .array(
      z.strictObject({
        id, axis, name: wording, question: wording, weight01: z.number(), weightMin01: z.number(), weightMax01: z.number(), measure, scale,
        principles: z.array(z.string()).max(50),
      }),
    )
    .min(1)
    .max(MOST_CRITERIA),
  gates: z
    .array(z.strictObject({ id, axis, name: wording, question: wording, fact, notNeededWhen: z.strictObject({ fact, is: z.string().max(80) }).nullable(), principles: z.array(z.string()).max(50) }))
    .max(MOST_CRITERIA),
});

/**
 * Reads a model from anybody's data: its shape, that every criterion and gate reads a fact that exists, then all that {@link checkModel} asks.
 *
 * @returns the model, or the first fault: `SCORING.MODEL_INVALID` with `path` and `reason`, `SCORING.FACT_UNKNOWN` for an input that the program does not have
 *   (of a gate, too: a gate that nothing can open or close is none), or a problem of `checkModel`
 */
export function parseModel(value: unknown): Result<ScoringModel, Problem> {
  const parsed = scoringModel.safeParse(value);
  if (parsed.success) return checkModel(parsed.data as ScoringModel);
  const [issue] = parsed.error.issues;
  const path = issue!.path.join('.') || '(root)';
  if (issue!.code === 'custom') return err({ code: 'SCORING.FACT_UNKNOWN', path, fact: String(at(value, issue!.path)) });
  return err({ code: 'SCORING.MODEL_INVALID', path, reason: issue!.message });
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined), value);
}
