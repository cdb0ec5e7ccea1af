// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import type { WavesPlan } from './plan-queries.js';
import type { Roadmap } from './roadmap.js';

/** How good a plan is, how much better one could at most be, and how that is known, in plain words. */
export function PlanProof({ plan, roadmap: { answer } }: { plan: WavesPlan; roadmap: Roadmap }) {
  const t = useTexts(planningTexts);
  const { language } = useLanguage();
  const { share, decimal } = useFormats();
  const source = t.boundSources[(plan.boundSource ?? 'NONE') as keyof typeof t.boundSources] as string | undefined;
  const isOpen = plan.status === 'FEASIBLE' && plan.gap01 !== null;
  const { stoppedBy, elapsedSeconds } = answer.solver;
  return (
    <div className="stack">
      <p className="kern-body">
        {t.proofWords[plan.status]} {isOpen && t.atMostBetter(share(plan.gap01, 2))}
      </p>
      {plan.status === 'INFEASIBLE' ? (
        <ul className="plain-list">
          {plan.conflicts.map((conflict) => (
            <li key={conflict.code + conflict.en}>{conflict[language]}</li>
          ))}
        </ul>
      ) : (
        <details>
          <summary>{t.howKnown}</summary>
          <p className="kern-body">
            {source} {t.stoppedBy[stoppedBy](decimal(elapsedSeconds))}
          </p>
        </details>
      )}
    </div>
  );
}
