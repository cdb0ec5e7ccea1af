// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { byGlobalId, column, equals, globalId, instant, ReadModel, value, type Condition } from '../platform/graphql/reading/index.js';

const newestRun = '(SELECT max(r.id) FROM scoring_run r)';

/** A product named as people name it: by key, else by name or alias in any case of letters. */
const newestOfProduct: Condition = {
  type: 'text',
  sql: (row, name) =>
    `${row}.run_id = ${newestRun} AND ${row}.product_id IN (SELECT p.id FROM product p WHERE p.key = ${name} OR lower(p.name) = lower(${name}) OR lower(${name}) = ANY (SELECT lower(a) FROM unnest(p.aliases) a))`,
  rank: (row, name) => `(SELECT (p.key = ${name})::int * 2 + (lower(p.name) = lower(${name}))::int FROM product p WHERE p.id = ${row}.product_id)`,
};

/** What a score was computed from, in the shape that the library scores again: without the facts behind it, which are most of it. */
function inputsWithoutFacts(row: string): string {
  const all = (from: string, each: string) => `coalesce((SELECT jsonb_agg(${each} ORDER BY one.ordinality) FROM jsonb_array_elements(${row}.score -> '${from}') WITH ORDINALITY AS one), '[]')`;
  const criteria = all('contributions', `(one.value -> 'input') || '{"facts": [], "parts": []}'`);
  const gates = all('gates', `jsonb_build_object('gate', one.value -> 'gate', 'state', one.value -> 'state', 'facts', '[]'::jsonb)`);
  return `CASE WHEN ${row}.score IS NULL THEN NULL ELSE jsonb_build_object('criteria', ${criteria}, 'gates', ${gates}) END`;
}

/** How models, runs and candidates are read. */
@Injectable()
export class ScoringQueries {
  constructor(model: ReadModel) {
    for (const [name, prefix, suffix] of [['GoalInterval', 'goal_', ''], ['FeasibilityInterval', 'feasibility_', ''], ['NpvInterval', 'npv_', '_cents']] as const) {
      model.define({
        name,
        graphqlName: name === 'NpvInterval' ? 'CentsInterval' : 'ScoreInterval',
        relation: 'candidate_score',
        fields: { low: column(`${prefix}low${suffix}`), expected: column(`${prefix}expected${suffix}`), high: column(`${prefix}high${suffix}`) },
      });
    }
    const same = (row: string, other: string) => `${other}.id = ${row}.id`;
    model.define({
      name: 'Candidate',
      relation: 'candidate_score',
      fields: {
        id: globalId('Candidate'),
        rank: column('rank'),
        product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` },
        alternative: { kind: 'one', type: 'Alternative', on: (row, other) => `${other}.id = ${row}.alternative_id` },
        run: { kind: 'one', type: 'ScoringRun', on: (row, other) => `${other}.id = ${row}.run_id` },
        goalContribution: { kind: 'one', type: 'GoalInterval', on: same },
        feasibility: { kind: 'one', type: 'FeasibilityInterval', on: same },
        npvCents: { kind: 'one', type: 'NpvInterval', on: same },
        completeness01: column('completeness01'),
        firstRankAcceptability01: column('first_rank_acceptability01'),
        expectedRank: column('expected_rank'),
        rankAcceptability01: column('rank_acceptability01'),
        centralWeights01: column('central_weights01'),
        wins01: column('wins01'),
        topsisRank: column('topsis_rank'),
        topsisCloseness: column('topsis_closeness'),
        prometheeRank: column('promethee_rank'),
        prometheeFlow: column('promethee_flow'),
        flips: column('flips'),
        sovereignty: column('sovereignty'),
        urgency: column('urgency'),
        facts: column('facts'),
        score: column('score'),
        scoreInputs: value(inputsWithoutFacts),
      },
      filters: {
        product: { type: 'text', sql: (row, key) => `${row}.product_id = (SELECT p.id FROM product p WHERE p.key = ${key})` },
        feasibilityFrom: { type: 'float8', sql: (row, least) => `${row}.feasibility_expected >= ${least}` },
      },
      orders: {
        RANK: { type: 'integer', sql: (row) => `${row}.rank` },
        FEASIBILITY: { type: 'float8', sql: (row) => `${row}.feasibility_expected` },
        COMPLETENESS: { type: 'float8', sql: (row) => `${row}.completeness01` },
      },
    });
    model.define({
      name: 'ScoringRun',
      relation: 'scoring_run',
      fields: {
        id: globalId('ScoringRun'),
        model: { kind: 'one', type: 'ScoringModel', on: (row, other) => `${other}.id = ${row}.model_id` },
        seed: column('seed'),
        samples: column('samples'),
        asOf: column('as_of'),
        questionnaire: value((row) => `(SELECT q.key || ' v' || q.version FROM questionnaire q WHERE q.id = ${row}.questionnaire_id)`),
        inputsHash: column('inputs_hash'),
        assumptions: column('assumptions'),
        finishedAt: instant('finished_at'),
        candidates: { kind: 'connection', type: 'Candidate', on: (row, other) => `${other}.run_id = ${row}.id`, total: (row) => `SELECT ${row}.candidates`, defaultOrder: { field: 'RANK', direction: 'ASC' } },
        openQuestions: { kind: 'connection', type: 'OpenQuestion', on: (row, other) => `${other}.run_id = ${row}.id`, defaultOrder: { field: 'POSITION', direction: 'ASC' } },
      },
      filters: { model: { type: 'text', sql: (row, key) => `${row}.model_id IN (SELECT m.id FROM scoring_model m WHERE m.key = ${key})` } },
      orders: { FINISHED_AT: { type: 'timestamptz', sql: (row) => `${row}.finished_at` } },
    });
    model.define({
      name: 'ScoringModel',
      relation: 'scoring_model',
      fields: { id: globalId('ScoringModel'), key: column('key'), version: column('version'), definition: column('definition') },
      filters: { key: equals((row) => `${row}.key`), version: equals((row) => `${row}.version`, 'integer') },
      orders: { KEY: { type: 'text', sql: (row) => `${row}.key` } },
    });
    model.define({
      name: 'OpenQuestion',
      relation: 'open_question',
      fields: {
        id: globalId('OpenQuestion'),
        position: column('position'),
        axis: column('axis'),
        candidate: { kind: 'one', type: 'Candidate', on: (row, other) => `${other}.id = ${row}.candidate_id` },
        asks: column('asks'),
        part: column('part'),
        missing: column('missing'),
        questions: column('questions'),
        expectedRankChange: column('expected_rank_change'),
        changesFirst01: column('changes_first01'),
      },
      filters: {
        axis: equals((row) => `${row}.axis`),
        product: { type: 'text', sql: (row, key) => `${row}.candidate_id IN (SELECT c.id FROM candidate_score c JOIN product p ON p.id = c.product_id WHERE p.key = ${key})` },
        question: { type: 'text', sql: (row, id) => `${id} = ANY (${row}.questions)` },
        answerable: { type: 'boolean', sql: (row, wanted) => `(cardinality(${row}.questions) > 0) = ${wanted}` },
      },
      orders: { POSITION: { type: 'integer', sql: (row) => `${row}.position` } },
    });
    model.extend('Product', { fields: { candidate: { kind: 'one', type: 'Candidate', on: (row, other) => `${other}.product_id = ${row}.id AND ${other}.run_id = ${newestRun}` } } });
    model.root('candidates', { kind: 'connection', type: 'Candidate', relation: `(SELECT * FROM candidate_score WHERE run_id = ${newestRun})`, defaultOrder: { field: 'RANK', direction: 'ASC' } });
    model.root('openQuestions', { kind: 'connection', type: 'OpenQuestion', relation: `(SELECT * FROM open_question WHERE run_id = ${newestRun})`, defaultOrder: { field: 'POSITION', direction: 'ASC' } });
    model.root('candidate', { kind: 'one', type: 'Candidate', arguments: { product: newestOfProduct } });
    model.root('scoringRuns', { kind: 'connection', type: 'ScoringRun', defaultOrder: { field: 'FINISHED_AT', direction: 'DESC' } });
    model.root('scoringRun', { kind: 'one', type: 'ScoringRun', arguments: { id: byGlobalId('ScoringRun') } });
    model.root('scoringModels', { kind: 'connection', type: 'ScoringModel', defaultOrder: { field: 'KEY', direction: 'ASC' } });
  }
}
