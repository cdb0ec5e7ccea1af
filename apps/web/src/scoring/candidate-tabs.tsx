// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { scoringTexts } from '../i18n/scoring.js';
import { useTexts } from '../i18n/language.js';

/** The ranking, and what is still to be answered for it. */
export function CandidateTabs() {
  const t = useTexts(scoringTexts);
  return (
    <nav aria-label={t.title} className="tabs">
      <Link to="/kandidaten" activeOptions={{ exact: true, includeSearch: false }}>
        {t.ranking}
      </Link>
      <Link to="/kandidaten/fragen" activeOptions={{ includeSearch: false }}>
        {t.questions}
      </Link>
    </nav>
  );
}
