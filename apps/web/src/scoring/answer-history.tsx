// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Badge } from '../ui/badge.js';
import { PlainTable } from '../ui/plain-table.js';

export const ANSWERS = graphql(`
  query Answers($product: String, $archetype: String, $question: String!) {
    assessments(first: 100, filter: { product: $product, archetype: $archetype, question: $question }) { nodes { id answer author source answeredOn validUntil isNewest isExpired recordedAt alternative { key } } }
  }
`);

export type PastAnswer = ResultOf<typeof ANSWERS>['assessments']['nodes'][number];

/** Every answer to one question about one subject, the one that counts first; none is ever overwritten. */
export function AnswerHistory({ answers, inWords }: { answers: readonly PastAnswer[]; inWords: (answer: unknown) => string }) {
  const t = useTexts(scoringTexts);
  const { day } = useFormats();
  if (answers.length === 0) return <p className="muted">{t.neverAnswered}</p>;
  return (
    <PlainTable
      caption={t.earlierAnswers}
      rows={answers}
      keyOf={({ id }) => id}
      columns={[
        { key: 'answer', name: t.earlierAnswers, cell: ({ answer }) => inWords(answer) },
        { key: 'author', name: t.author, cell: ({ author }) => author },
        { key: 'source', name: t.source, cell: ({ source }) => source ?? '–' },
        { key: 'on', name: t.answeredOn, cell: ({ answeredOn }) => day(answeredOn) },
        { key: 'until', name: t.validUntil, cell: ({ validUntil }) => day(validUntil) },
        { key: 'state', name: t.state, cell: ({ isNewest, isExpired, answer }) => (isExpired ? <Badge tone="warning">{t.expired}</Badge> : isNewest && answer !== null ? <Badge tone="success">{t.counts}</Badge> : <Badge tone="info">{t.superseded}</Badge>) },
      ]}
    />
  );
}
