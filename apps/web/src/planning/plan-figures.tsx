// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import type { WavesPlan } from './plan-queries.js';
import type { Roadmap } from './roadmap.js';

/** What a plan brings, and what it takes, in five numbers. */
export function PlanFigures({ plan, roadmap: { items, left } }: { plan: WavesPlan; roadmap: Roadmap }) {
  const t = useTexts(planningTexts);
  const { count, money } = useFormats();
  const total = (of: 'costCents' | 'savingCents' | 'effortDays') => plan.waves.reduce((sum, wave) => sum + wave[of], 0);
  const figures = [
    { name: t.planned, value: count(items.length), hint: `${count(left.length)} ${t.unplanned}` },
    { name: t.points, value: count(plan.periods.at(-1)?.cumulatedValue) },
    { name: t.cost, value: money(total('costCents')) },
    { name: t.saving, value: money(total('savingCents')) },
    { name: t.effort, value: count(total('effortDays')) },
  ];
  return (
    <ul className="tiles plan-figures">
      {figures.map(({ name, value, hint }) => (
        <li key={name} className="tile">
          <span className="tile-value">{value}</span>
          <span className="tile-name">{name}</span>
          {hint && <span className="tile-hint">{hint}</span>}
        </li>
      ))}
    </ul>
  );
}
