// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { checkProblem } from './check-problem.js';

const schema = JSON.parse(readFileSync(new URL('../../../docs/planning-problem.schema.json', import.meta.url), 'utf8')) as object;
const matches = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(schema);
const problem = { periods: [{ budgetCents: 5, capacity: { t: 1 } }], items: [{ id: 'a', value: 1, oneOffCents: 0, effortDays: { t: [1] } }, { id: 'b', value: 1, oneOffCents: 0 }], precedences: [{ before: 'a', after: 'b' }], locked: [{ item: 'a', period: 0 }], blackouts: [0] };

describe('the documented schema', () => {
  it('lets everything pass that the planner takes, and refuses what has a wrong shape', () => {
    const odd = fc.constantFrom<unknown>(null, -1, 0.5, 1e15, 'x', '', [], {}, true, [1], ['a'], 3);
    const path = fc.constantFrom<readonly (string | number)[]>(
      ['periods'], ['items'], ['periods', 0], ['periods', 0, 'budgetCents'], ['periods', 0, 'capacity'], ['items', 0], ['items', 0, 'id'], ['items', 0, 'value'], ['items', 0, 'oneOffCents'], ['items', 0, 'durationPeriods'],
      ['items', 0, 'effortDays'], ['items', 0, 'deadline'], ['items', 0, 'contractEnds'], ['items', 0, 'required'], ['precedences'], ['precedences', 0], ['precedences', 0, 'lag'], ['locked', 0, 'period'], ['blackouts', 0], ['maxChanges'], ['discount01'], ['objective'], ['bundles'],
    );
    fc.assert(fc.property(path, odd, (steps, value) => {
      const changed = structuredClone(problem) as unknown as Record<string | number, never>;
      steps.reduce<Record<string | number, unknown>>((at, step, index) => (index === steps.length - 1 ? Object.assign(at, { [step]: value }) : (at[step] as Record<string, unknown>)), changed);
      const checked = checkProblem(changed);
      if (checked.ok) expect(matches(changed)).toBe(true);
      else if (checked.problem.some(({ code }) => code === 'PLANNING.WRONG_TYPE' || code === 'PLANNING.NEGATIVE' || code === 'PLANNING.NOT_WHOLE')) expect(matches(changed)).toBe(false);
    }), { numRuns: 400 });
  });
});
