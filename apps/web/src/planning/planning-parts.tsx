// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { planningTexts } from '../i18n/planning.js';
import { useTexts } from '../i18n/language.js';
import './planning.css';

/** The screens of planning, to go from one to the other. */
export function PlanningParts() {
  const t = useTexts(planningTexts);
  return (
    <nav className="planning-parts" aria-label={t.partsLabel}>
      <Link to="/wellen" activeOptions={{ exact: true, includeSearch: false }}>
        {t.parts.roadmap}
      </Link>
      <Link to="/wellen/varianten" activeOptions={{ includeSearch: false }}>
        {t.parts.variants}
      </Link>
      <Link to="/wellen/umsetzung" activeOptions={{ includeSearch: false }}>
        {t.parts.steering}
      </Link>
    </nav>
  );
}
