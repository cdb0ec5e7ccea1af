// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { ScoringModel } from '#scoring';
import type { ResultOf } from '../graphql/graphql.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import type { CANDIDATES } from './candidates.js';

type OpenQuestion = ResultOf<typeof CANDIDATES>['openQuestions']['nodes'][number];

/** The answers that would move the ranking most, and the way to give them. */
export function OpenQuestions({ model, questions }: { model: ScoringModel; questions: readonly OpenQuestion[] }) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  const { decimal } = useFormats();
  const question = (id: string) => [...model.criteria, ...model.gates].find((one) => one.id === id)?.question[language] ?? id;
  return (
    <Section title={t.ask} hint={t.askHint}>
      <p className="row">
        <Link to="/kandidaten/fragen" className="kern-link">
          {t.answerHere}
        </Link>
      </p>
      {questions.length === 0 ? (
        <p>{t.askNone}</p>
      ) : (
        <PlainTable
          caption={t.ask}
          columns={[
            {
              key: 'product',
              name: t.product,
              cell: ({ candidate: { product } }) => (
                <Link to="/kandidaten/fragen" search={{ q: product.name }} className="kern-link kern-link--no-visited-state">
                  {product.name}
                </Link>
              ),
            },
            { key: 'question', name: t.criterion, cell: ({ asks }) => question(asks) },
            { key: 'change', name: t.expected, isNumeric: true, cell: ({ expectedRankChange }) => t.places(decimal(expectedRankChange, 1)) },
          ]}
          rows={questions}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}
