// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Badge } from '../ui/badge.js';
import { DataTable } from '../ui/data-table.js';
import { SearchField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { InventoryTabs } from './inventory-tabs.js';

const TITLES = graphql(`
  query Titles($first: Int!, $after: String, $filter: TitleFilter, $orderBy: TitleOrder) {
    titles(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id raw vendor installationCount hostCount product { key name } match { decision confidence01 } }
    }
  }
`);

type Title = ResultOf<typeof TITLES>['titles']['nodes'][number];
type Sort = 'INSTALLATIONS' | 'RAW';

const TONES = { MATCHED: 'success', AMBIGUOUS: 'warning', UNMATCHED: 'danger' } as const;
const route = getRouteApi('/inventar/rohnamen');

/** Names as inventories give them, and what they are taken for. */
export function TitlesScreen() {
  const t = useTexts(catalogueTexts);
  const { count, share } = useFormats();
  const { q, sort = 'INSTALLATIONS', direction = 'DESC' } = route.useSearch();
  const navigate = route.useNavigate();
  const searchFor = useCallback((text: string) => void navigate({ search: (before) => ({ ...before, q: text || undefined }), replace: true }), [navigate]);
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(TITLES, { filter: { search: q }, orderBy: { field: sort, direction } }, (data) => data.titles);
  return (
    <Page title={t.titles} lead={t.titlesLead}>
      <InventoryTabs />
      <search className="filters" aria-label={t.filters}>
        <SearchField label={t.titleSearch} value={q ?? ''} onSearch={searchFor} />
      </search>
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {totalCount === 0 && !isLoading && <Empty title={q ? t.noTitles : t.empty}>{q ? t.nothingAdvice : t.emptyAdvice}</Empty>}
      {(totalCount ?? 0) > 0 && (
        <DataTable<Title, Sort>
          caption={t.titles}
          rows={rows}
          keyOf={({ id }) => id}
          totalCount={totalCount}
          loadUpTo={loadUpTo}
          order={{ field: sort, direction }}
          onOrder={(order) => void navigate({ search: (before) => ({ ...before, sort: order.field, direction: order.direction }), replace: true })}
          isBusy={isLoading}
          columns={[
            { key: 'raw', name: t.raw, sort: 'RAW', width: 3, cell: ({ raw }) => raw },
            { key: 'vendor', name: t.vendor, width: 1.5, cell: ({ vendor }) => vendor },
            {
              key: 'product',
              name: t.recognised,
              width: 1.6,
              cell: ({ product }) =>
                product && <ProductLink to={product} />,
            },
            { key: 'decision', name: t.decision, width: 1.2, cell: ({ match }) => match && <Badge tone={TONES[match.decision]}>{t.match[match.decision]}</Badge> },
            { key: 'confidence', name: t.confidence, isNumeric: true, cell: ({ match }) => share(match?.confidence01) },
            { key: 'hosts', name: t.hosts, isNumeric: true, cell: ({ hostCount }) => count(hostCount) },
            { key: 'installations', name: t.installations, sort: 'INSTALLATIONS', isNumeric: true, cell: ({ installationCount }) => count(installationCount) },
          ]}
        />
      )}
    </Page>
  );
}
