// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { scoringTexts } from '../i18n/scoring.js';
import { useTexts } from '../i18n/language.js';
import { Tabs } from '../ui/tabs.js';

/** The ranking, and what is still to be answered for it. */
export function CandidateTabs() {
  const t = useTexts(scoringTexts);
  return <Tabs label={t.title} views={[{ to: '/kandidaten', name: t.ranking }, { to: '/kandidaten/fragen', name: t.questions }]} />;
}
