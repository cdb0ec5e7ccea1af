// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from 'urql';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { PlainTable } from '../ui/plain-table.js';
import { ProblemOf } from '../ui/states.js';
import { PlanChanges } from './plan-changes.js';
import { COMPARE, type PlanComparison as Compared } from './plan-queries.js';

type Summary = Compared['before'];

/** Figures of two plans side by side, and what moves between them. */
export function PlanComparison({ before, after }: { before: string; after: string }) {
  const t = useTexts(planningTexts);
  const { count, money, share } = useFormats();
  const rows: readonly { readonly name: string; readonly of: (summary: Summary) => string }[] = [
    { name: t.scenario, of: ({ name }) => name },
    { name: t.state, of: ({ status }) => t.states[status as keyof typeof t.states] },
    { name: t.gap, of: ({ gap01 }) => share(gap01, 2) },
    { name: t.planned, of: ({ items }) => count(items) },
    { name: t.points, of: ({ value }) => count(value) },
    { name: t.cost, of: ({ costCents }) => money(costCents) },
    { name: t.saving, of: ({ savingCents }) => money(savingCents) },
    { name: t.effort, of: ({ effortDays }) => count(effortDays) },
    { name: t.lastWave, of: ({ lastWave }) => count(lastWave === null ? null : lastWave + 1) },
  ];
  return (
    <Answer of={useQuery({ query: COMPARE, variables: { before, after } })}>
      {({ comparePlans: answer }) =>
        answer.__typename === 'PlanComparison' ? (
          <div className="stack">
            <PlainTable
              caption={t.compare}
              rows={rows}
              keyOf={({ name }) => name}
              columns={[
                { key: 'name', name: t.figure, cell: ({ name }) => name },
                { key: 'before', name: t.one, isNumeric: true, cell: ({ of }) => of(answer.before) },
                { key: 'after', name: t.other, isNumeric: true, cell: ({ of }) => of(answer.after) },
              ]}
            />
            <h3 className="kern-title">{t.changed}</h3>
            <PlanChanges changes={answer.changes} />
          </div>
        ) : (
          <ProblemOf answer={answer} />
        )
      }
    </Answer>
  );
}
