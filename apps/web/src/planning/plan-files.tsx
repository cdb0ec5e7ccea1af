// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import type { WavesPlan } from './plan-queries.js';

const FORMATS = ['ics', 'xlsx', 'csv', 'md'] as const;

/** The plan as a file, in the reader's language. */
export function PlanFiles({ plan: { id, isInForce } }: { plan: Pick<WavesPlan, 'id' | 'isInForce'> }) {
  const t = useTexts(planningTexts);
  const { language } = useLanguage();
  const number = id.split(':')[1];
  return (
    <details className="columns downloads">
      <summary>{t.download}</summary>
      <ul className="columns-list">
        {FORMATS.map((format) => (
          <li key={format}>
            <a className="kern-link" href={`/plans/${number}.${format}?language=${language}`} download>
              {t.files[format]}
            </a>
          </li>
        ))}
        {isInForce && (
          <li>
            <a className="kern-link" href={`/plans/in-force.ics?language=${language}`}>
              {t.subscribe}
            </a>
          </li>
        )}
      </ul>
    </details>
  );
}
