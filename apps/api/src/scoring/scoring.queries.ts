// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { byGlobalId, column, equals, globalId, instant, ReadModel } from '../platform/graphql/reading/index.js';

const newestRun = '(SELECT max(r.id) FROM scoring_run r)';

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
        facts: column('facts'),
        explanation: column('explanation'),
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
        inputsHash: column('inputs_hash'),
        assumptions: column('assumptions'),
        finishedAt: instant('finished_at'),
        candidates: { kind: 'connection', type: 'Candidate', on: (row, other) => `${other}.run_id = ${row}.id`, total: (row) => `SELECT ${row}.candidates`, defaultOrder: { field: 'RANK', direction: 'ASC' } },
      },
      filters: { model: { type: 'text', sql: (row, key) => `${row}.model_id IN (SELECT m.id FROM scoring_model m WHERE m.key = ${key})` } },
      orders: { FINISHED_AT: { type: 'timestamptz', sql: (row) => `${row}.finished_at` } },
    });
    model.define({
      name: 'ScoringModel',
      relation: 'scoring_model',
      fields: { id: globalId('ScoringModel'), key: column('key'), version: column('version'), definition: column('definition') },
      filters: { key: equals((row) => `${row}.key`) },
      orders: { KEY: { type: 'text', sql: (row) => `${row}.key` } },
    });
    model.extend('Product', { fields: { candidate: { kind: 'one', type: 'Candidate', on: (row, other) => `${other}.product_id = ${row}.id AND ${other}.run_id = ${newestRun}` } } });
    model.root('candidates', { kind: 'connection', type: 'Candidate', relation: `(SELECT * FROM candidate_score WHERE run_id = ${newestRun})`, defaultOrder: { field: 'RANK', direction: 'ASC' } });
    model.root('scoringRuns', { kind: 'connection', type: 'ScoringRun', defaultOrder: { field: 'FINISHED_AT', direction: 'DESC' } });
    model.root('scoringRun', { kind: 'one', type: 'ScoringRun', arguments: { id: byGlobalId('ScoringRun') } });
    model.root('scoringModels', { kind: 'connection', type: 'ScoringModel', defaultOrder: { field: 'KEY', direction: 'ASC' } });
  }
}
