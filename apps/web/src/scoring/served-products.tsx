// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { DataTable } from '../ui/data-table.js';
import { ProductLink } from '../ui/product-link.js';
import { Failed } from '../ui/states.js';
import { usePrinting } from '../ui/use-printing.js';

const SERVED = graphql(`
  query ServedProducts($first: Int!, $after: String, $archetype: String!, $question: String!) {
    products(first: $first, after: $after, filter: { archetype: $archetype, inUse: true, unanswered: $question }, orderBy: { field: INSTALLATIONS, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id key name installationCount vendor { name } }
    }
  }
`);

type Served = ResultOf<typeof SERVED>['products']['nodes'][number];

/** For how many products in use an answer about their archetype will count, and for which: those that have no answer of their own. */
export function ServedProducts({ archetype, question }: { archetype: string; question: string }) {
  const t = useTexts(scoringTexts);
  const { count } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const isPrinting = usePrinting();
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(SERVED, { archetype, question }, ({ products }) => products);
  if (error) return <Failed error={error} onAgain={reload} />;
  if (totalCount === null) return <p className="muted">{t.servedAsked}</p>;
  if (totalCount === 0) return <p className="kern-body">{t.servesNone}</p>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.serves(totalCount, count(totalCount))}</summary>
      <p className="muted">{t.servesHint}</p>
      {(isOpen || isPrinting) && (
        <DataTable<Served>
          caption={t.servedProducts}
          rows={rows}
          totalCount={totalCount}
          loadUpTo={loadUpTo}
          isBusy={isLoading}
          keyOf={({ id }) => id}
          columns={[
            { key: 'product', name: t.product, width: 2, cell: (product) => <ProductLink to={product} /> },
            { key: 'vendor', name: t.vendor, width: 1.4, cell: ({ vendor }) => vendor?.name ?? '–' },
            { key: 'installations', name: t.installations, isNumeric: true, cell: ({ installationCount }) => count(installationCount) },
          ]}
        />
      )}
    </details>
  );
}
