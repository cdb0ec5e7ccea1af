// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useMemo } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { VerdictBadge } from '../ui/badge.js';
import { ColumnChooser } from '../ui/column-chooser.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { DroppedFilter } from '../ui/dropped-filter.js';
import { SearchField, SelectField, YesNoField } from '../ui/fields.js';
import { Interval } from '../ui/interval.js';
import { LicenseName } from '../ui/license-name.js';
import { Page } from '../ui/page.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { TableDownload } from '../ui/table-download.js';
import { InventoryTabs } from './inventory-tabs.js';
import { NewProduct } from './product-dialogs.js';
import { PRODUCT_COLUMNS } from './product-columns.js';

const PRODUCTS = graphql(`
  query Products($first: Int!, $after: String, $filter: ProductFilter, $orderBy: ProductOrder) {
    products(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        key
        name
        installationCount
        registerEntryCount
        vendor { key name }
        category { key nameDe nameEn }
        license { expression verdict }
        usageByDepartment { department { id } }
        alternatives(first: 1) { kind product { key name } }
        candidate { rank goalContribution { low expected high } }
        standing { state }
      }
    }
  }
`);

type Product = ResultOf<typeof PRODUCTS>['products']['nodes'][number];
type Sort = 'NAME' | 'VENDOR' | 'INSTALLATIONS';

const route = getRouteApi('/inventar');
const FIRST_COLUMNS = PRODUCT_COLUMNS.filter((key) => key !== 'departments' && key !== 'category');
const FILTER_NAMES = graphql(`
  query FilterNames {
    vendors(first: 1000) { nodes { key name } }
    categories(first: 1000) { nodes { key nameDe nameEn } }
    departments(first: 1000) { nodes { id name } }
  }
`);
const FIRST_ORDER = { field: 'INSTALLATIONS', direction: 'DESC' } as const;

/** All products, narrowed down by what stands in the address. */
export function ProductsScreen() {
  const t = useTexts(catalogueTexts);
  const ui = useTexts(uiTexts);
  const { count } = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback((part: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true }), [navigate]);
  const searchFor = useCallback((text: string) => change({ q: text || undefined }), [change]);

  const { q, inUse = true, openSource, standing, hasAlternative, procedure, category, vendor, department, sort, direction } = search;
  const filter = { search: q, inUse: inUse || undefined, openSource, standings: standing ? [standing] : undefined, hasAlternative, specialisedProcedure: procedure, category, vendor, department };
  // a search puts the best hits first, unless another order was asked for
  const order = sort ? { field: sort, direction: direction ?? 'ASC' } : q ? undefined : FIRST_ORDER;
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(PRODUCTS, { filter, orderBy: order }, (data) => data.products);
  const columns = useProductColumns();
  const shownKeys: readonly string[] = search.columns ?? FIRST_COLUMNS;
  const shown = columns.filter(({ key }) => key === 'name' || shownKeys.includes(key));
  const isFiltered = q !== undefined || openSource !== undefined || standing !== undefined || hasAlternative !== undefined || procedure !== undefined || category !== undefined || vendor !== undefined || department !== undefined;

  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <NewProduct />
          <TableDownload address="/inventory/products" name={t.inventoryFile} />
        </>
      }
      isWide
    >
      <InventoryTabs />
      <search className="filters" aria-label={t.filters}>
        <SearchField label={t.search} value={q ?? ''} onSearch={searchFor} />
        <SelectField label={t.openSource} value={openSource} choices={(['DENIED', 'ALLOWED', 'UNKNOWN'] as const).map((value) => ({ value, name: ui.verdict[value] }))} onChoose={(value) => change({ openSource: value })} />
        <SelectField label={t.standing} value={standing} choices={(['OPEN', 'PLANNED', 'EXEMPT', 'WEIGHED', 'COMPLIES'] as const).map((value) => ({ value, name: t.state[value] }))} onChoose={(value) => change({ standing: value })} />
        <YesNoField label={t.hasAlternative} value={hasAlternative} onChoose={(value) => change({ hasAlternative: value })} />
        <YesNoField label={t.procedure} value={procedure} onChoose={(value) => change({ procedure: value })} />
        <SelectField label={t.inUse} value={inUse ? 'yes' : undefined} choices={[{ value: 'yes', name: ui.yes }]} onChoose={(value) => change({ inUse: value === 'yes' ? undefined : false })} />
        <ColumnChooser columns={columns} shown={shownKeys} onShow={(keys) => change({ columns: PRODUCT_COLUMNS.filter((key) => keys.includes(key)) })} />
      </search>
      {(vendor ?? category ?? department) !== undefined && <DroppedFilters vendor={vendor} category={category} department={department} onDrop={change} />}
      <p role="status" className="muted">
        {totalCount === null ? '' : t.found(totalCount, count(totalCount))}
      </p>
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {totalCount === 0 && !isLoading && (
        <Empty title={isFiltered ? t.nothing : t.empty}>
          <p>{isFiltered ? t.nothingAdvice : t.emptyAdvice}</p>
        </Empty>
      )}
      {(totalCount ?? 0) > 0 && <DataTable<Product, Sort> caption={t.title} columns={shown} rows={rows} keyOf={(row) => row.id} totalCount={totalCount} loadUpTo={loadUpTo} order={order} onOrder={({ field, direction: way }) => change({ sort: field, direction: way })} isBusy={isLoading} />}
    </Page>
  );
}

interface NamedFilters {
  readonly vendor: string | undefined;
  readonly category: string | undefined;
  readonly department: string | undefined;
}

/** Filters that came by a link, by their names; a key that nothing has stands for itself. */
function DroppedFilters({ vendor, category, department, onDrop }: NamedFilters & { onDrop: (part: Partial<NamedFilters>) => void }) {
  const t = useTexts(catalogueTexts);
  const { language } = useLanguage();
  const [{ data }] = useQuery({ query: FILTER_NAMES });
  const of = <Named extends { readonly key: string }>(nodes: readonly Named[] | undefined, wanted: string) => nodes?.find(({ key }) => key === wanted);
  const found = category && of(data?.categories.nodes, category);
  return (
    <p className="row">
      {vendor && <DroppedFilter name={t.vendorFilter(of(data?.vendors.nodes, vendor)?.name ?? vendor)} onDrop={() => onDrop({ vendor: undefined })} />}
      {category && <DroppedFilter name={t.categoryFilter((found && (language === 'de' ? found.nameDe : found.nameEn)) || category)} onDrop={() => onDrop({ category: undefined })} />}
      {department && <DroppedFilter name={t.departmentFilter(data?.departments.nodes.find(({ id }) => id === department)?.name ?? department)} onDrop={() => onDrop({ department: undefined })} />}
    </p>
  );
}

function useProductColumns(): readonly Column<Product, Sort>[] {
  const t = useTexts(catalogueTexts);
  const ui = useTexts(uiTexts);
  const { language } = useLanguage();
  const { count } = useFormats();
  return useMemo(
    () => [
      {
        key: 'name',
        name: t.name,
        sort: 'NAME',
        width: 2.4,
        cell: ({ key, name }) => <ProductLink to={{ key, name }} />,
      },
      { key: 'vendor', name: t.vendor, sort: 'VENDOR', width: 1.5, cell: ({ vendor }) => vendor?.name ?? ui.unknown },
      { key: 'category', name: t.category, width: 1.5, cell: ({ category }) => (language === 'de' ? category.nameDe : category.nameEn) },
      {
        key: 'license',
        name: t.license,
        width: 1.6,
        cell: ({ license }) => (
          <span className="stack-tight">
            <VerdictBadge verdict={license?.verdict} />
            <span className="muted">
              <LicenseName of={license?.expression} />
            </span>
          </span>
        ),
      },
      { key: 'installations', name: t.installations, sort: 'INSTALLATIONS', isNumeric: true, cell: ({ installationCount, registerEntryCount }) => (installationCount === 0 && registerEntryCount > 0 ? <span className="muted">{t.inRegister}</span> : count(installationCount)) },
      { key: 'departments', name: t.departments, isNumeric: true, cell: ({ usageByDepartment }) => count(usageByDepartment.length) },
      {
        key: 'alternative',
        name: t.alternative,
        width: 1.6,
        cell: ({ alternatives: [best] }) =>
          best && (
            <>
              <ProductLink to={best.product} />{' '}
              <span className="muted">{ui.coverage[best.kind]}</span>
            </>
          ),
      },
      { key: 'score', name: t.score, isNumeric: true, width: 1.2, cell: ({ candidate }) => candidate && <Interval {...candidate.goalContribution} /> },
      { key: 'standing', name: t.standing, width: 1.1, cell: ({ standing }) => standing && t.state[standing.state] },
    ],
    [t, ui, language, count],
  );
}
