// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { unwrap } from '#kernel';
import { changeModel, compareModels, dortmund2021, parseModel } from './index.js';

const definition = () => JSON.parse(JSON.stringify(dortmund2021));

describe('a model of the administration’s own', () => {
  it('is read back from what the interface shows of the shipped one', () => {
    expect(unwrap(parseModel(definition()))).toEqual(dortmund2021);
  });

  it.each<[string, (model: any) => void, string, string]>([
    ['a gate that reads nothing that exists', (model) => (model.gates[0].fact = 'goodWill'), 'SCORING.FACT_UNKNOWN', 'gates.0.fact'],
    ['a gate without its fact', (model) => delete model.gates[0].fact, 'SCORING.MODEL_INVALID', 'gates.0.fact'],
    ['a gate on a fact that is no yes or no', (model) => (model.gates[0].fact = 'macros'), 'SCORING.FACT_OF_WRONG_KIND', 'gates.analogue-path-kept'],
    ['a gate that is pointless by an answer that cannot be given', (model) => (model.gates[0].notNeededWhen.is = 'PERHAPS'), 'SCORING.FACT_OF_WRONG_KIND', 'gates.analogue-path-kept'],
    ['a criterion that counts a day', (model) => (model.criteria[1].measure.facts = ['supportEndsOn']), 'SCORING.FACT_OF_WRONG_KIND', 'criteria.reach'],
    ['an answer without a level', (model) => delete model.criteria[0].measure.levels.NETWORK_COPYLEFT, 'SCORING.LEVEL_MISSING', 'criteria.openness-gain'],
    ['weights that do not sum', (model) => (model.criteria[0].weight01 = 0.26), 'SCORING.WEIGHTS_DO_NOT_SUM_TO_ONE', ''],
    ['a field that nobody knows', (model) => (model.criteria[0].wait01 = 1), 'SCORING.MODEL_INVALID', 'criteria.0'],
    ['no criteria', (model) => (model.criteria = []), 'SCORING.MODEL_INVALID', 'criteria'],
    ['a weight that is a word', (model) => (model.criteria[0].weight01 = 'much'), 'SCORING.MODEL_INVALID', 'criteria.0.weight01'],
  ])('is refused with %s', (_, fault, code, path) => {
    const model = definition();
    fault(model);
    const parsed = parseModel(model);
    expect(parsed).toMatchObject({ ok: false, problem: { code, ...(path === '' ? {} : { path }) } });
  });

  it.each([null, undefined, 'model', 3, [], { criteria: {} }])('is refused where it is %j', (value) => {
    expect(parseModel(value)).toMatchObject({ ok: false, problem: { code: 'SCORING.MODEL_INVALID' } });
  });

  it('is a copy with other weights, and says in what it differs', () => {
    const copy = unwrap(changeModel(dortmund2021, 'musterstadt', 1, { criteria: [{ criterion: 'openness-gain', weight01: 0.2 }, { criterion: 'reach', weight01: 0.2 }] }));
    expect(dortmund2021.criteria[0]!.weight01).toBe(0.25);
    expect(compareModels(dortmund2021, copy)).toEqual([
      { kind: 'CRITERION', id: 'openness-gain', path: 'weight01', before: 0.25, after: 0.2 },
      { kind: 'CRITERION', id: 'reach', path: 'weight01', before: 0.15, after: 0.2 },
    ]);
    expect(compareModels(copy, copy)).toEqual([]);
  });

  it('names what only one of two models has', () => {
    const other = { ...dortmund2021, gates: [], principles: dortmund2021.principles.slice(1) };
    expect(compareModels(dortmund2021, other)).toMatchObject([{ kind: 'GATE', id: 'analogue-path-kept', path: '', after: null }, { kind: 'PRINCIPLE', id: 'M1', after: null }]);
  });

  it('keeps its weights to the last digit: nothing is scaled to make them sum', () => {
    expect(changeModel(dortmund2021, 'a', 1, { criteria: [{ criterion: 'reach', weight01: 0.16 }] })).toMatchObject({ problem: { code: 'SCORING.WEIGHTS_DO_NOT_SUM_TO_ONE' } });
    expect(changeModel(dortmund2021, 'a', 1, { criteria: [{ criterion: 'beauty', weight01: 0.1 }] })).toMatchObject({ problem: { code: 'SCORING.CRITERION_UNKNOWN' } });
  });
});
