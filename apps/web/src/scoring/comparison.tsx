// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { findFlips, type ScoringModel } from '#scoring';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Interval } from '../ui/interval.js';
import { Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import type { Ranked } from './candidates.js';

/** Two candidates criterion by criterion, and the smallest changes that would turn their order. */
export function Comparison({ model, one, other }: { model: ScoringModel; one: Ranked; other: Ranked }) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  const { share } = useFormats();
  const [ahead, behind] = one.rank < other.rank ? [one, other] : [other, one];
  const [first, second] = [ahead.candidate.product.name, behind.candidate.product.name];
  const flips = findFlips(model, ahead.score, behind.score, 'GOAL');
  const nameOf = (id: string) => model.criteria.find((criterion) => criterion.id === id)?.name[language] ?? id;
  return (
    <Section title={t.comparison(first, second)}>
      <PlainTable
        caption={t.comparison(first, second)}
        columns={[
          { key: 'criterion', name: t.criterion, cell: ({ criterion }) => criterion.name[language] },
          { key: 'weight', name: t.weight, isNumeric: true, cell: ({ criterion }) => share(criterion.weight01) },
          { key: 'one', name: t.points(first), isNumeric: true, cell: ({ index }) => <Interval {...ahead.score.contributions[index]!.points} /> },
          { key: 'other', name: t.points(second), isNumeric: true, cell: ({ index }) => <Interval {...behind.score.contributions[index]!.points} /> },
          { key: 'principles', name: t.principles, cell: ({ criterion }) => criterion.principles.join(', ') },
        ]}
        rows={model.criteria.map((criterion, index) => ({ criterion, index }))}
        keyOf={({ criterion }) => criterion.id}
      />
      <h3 className="kern-heading-small">{t.flips}</h3>
      {flips.length === 0 ? (
        <p>{t.noFlips}</p>
      ) : (
        <ul>
          {flips.slice(0, 5).map(({ criterion, weightNow01, weightAtFlip01, isWithinBounds }) => (
            <li key={criterion}>
              {t.flip(nameOf(criterion), share(weightNow01, 1), share(weightAtFlip01, 1))} {!isWithinBounds && <span className="muted">({t.outOfBounds})</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
