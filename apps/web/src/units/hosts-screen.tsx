// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { InventoryTabs } from '../catalogue/inventory-tabs.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { DepartmentLink } from '../ui/department-link.js';
import { DroppedFilter } from '../ui/dropped-filter.js';
import { SearchField, YesNoField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, Failed, Loading } from '../ui/states.js';

const HOSTS = graphql(`
  query Hosts($first: Int!, $after: String, $filter: HostFilter, $orderBy: HostOrder) {
    hosts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id name installationCount department { key name } }
    }
  }
`);
const CALLED = graphql(`
  query CalledById($id: ID!) {
    node(id: $id) { __typename ... on Department { name } ... on Product { name } }
  }
`);

type Host = ResultOf<typeof HOSTS>['hosts']['nodes'][number];

const route = getRouteApi('/rechner');

/** The machines on which software was found; only for people who have signed in. */
export function HostsScreen() {
  const t = useTexts(unitsTexts);
  const { count } = useFormats();
  const { q, department, product, assigned, direction = 'ASC' } = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback((part: { q?: string | undefined; department?: string | undefined; product?: string | undefined; assigned?: boolean | undefined }) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true }), [navigate]);
  const searchFor = useCallback((text: string) => change({ q: text || undefined }), [change]);
  const order = { field: 'NAME', direction } as const;
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(HOSTS, { filter: { search: q, department, product, isUnassigned: assigned === undefined ? undefined : !assigned }, orderBy: order }, ({ hosts }) => hosts);
  const isFiltered = q !== undefined || department !== undefined || product !== undefined || assigned !== undefined;
  const columns: readonly Column<Host, 'NAME'>[] = [
    {
      key: 'name',
      name: t.name,
      sort: 'NAME',
      width: 2,
      cell: ({ id, name }) => (
        <Link to="/rechner/$id" params={{ id }} className="kern-link kern-link--no-visited-state">
          {name}
        </Link>
      ),
    },
    { key: 'department', name: t.department, width: 2, cell: ({ department: unit }) => (unit ? <DepartmentLink to={unit} /> : <span className="muted">{t.noUnit}</span>) },
    { key: 'installations', name: t.installations, isNumeric: true, cell: ({ installationCount }) => count(installationCount) },
  ];
  return (
    <Page title={t.hosts} lead={t.hostsLead}>
      <InventoryTabs />
      <search className="filters" aria-label={t.filters}>
        <SearchField label={t.hostSearch} value={q ?? ''} onSearch={searchFor} />
        <YesNoField label={t.assigned} value={assigned} onChoose={(value) => change({ assigned: value })} />
      </search>
      {(department ?? product) !== undefined && (
        <p className="row">
          {department && <Dropped id={department} inWords={t.onlyOf} onDrop={() => change({ department: undefined })} />}
          {product && <Dropped id={product} inWords={t.onlyWith} onDrop={() => change({ product: undefined })} />}
        </p>
      )}
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {totalCount === 0 && !isLoading && <Empty title={isFiltered ? t.noHost : t.noHostAtAll}>{isFiltered ? t.noHostAdvice : t.noHostAtAllAdvice}</Empty>}
      {(totalCount ?? 0) > 0 && (
        <>
          <p role="status" className="muted">
            {t.hostsFound(totalCount!, count(totalCount))}
          </p>
          <DataTable<Host, 'NAME'> caption={t.hosts} columns={columns} rows={rows} keyOf={({ id }) => id} totalCount={totalCount} loadUpTo={loadUpTo} order={order} onOrder={({ direction: way }) => void navigate({ search: (before) => ({ ...before, direction: way }), replace: true })} isBusy={isLoading} />
        </>
      )}
    </Page>
  );
}

/** A filter that came by a link, by the name of what it is about. */
function Dropped({ id, inWords, onDrop }: { id: string; inWords: (name: string) => string; onDrop: () => void }) {
  const [{ data }] = useQuery({ query: CALLED, variables: { id } });
  const node = data?.node;
  return <DroppedFilter name={inWords(node && 'name' in node ? node.name : id)} onDrop={onDrop} />;
}
