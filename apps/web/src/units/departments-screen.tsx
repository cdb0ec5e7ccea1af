// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { InventoryTabs } from '../catalogue/inventory-tabs.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { unitsTexts } from '../i18n/units.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { DepartmentLink } from '../ui/department-link.js';
import { SearchField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { NewDepartment } from './department-dialogs.js';
import { unitTree, type PlacedUnit } from './unit-tree.js';

const UNITS = graphql(`
  query Units($first: Int!, $after: String) {
    departments(first: $first, after: $after, orderBy: { field: NAME }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id key name users changeLoadLimit hostCount installationCount productCount parent { key } }
    }
  }
`);

type Row = PlacedUnit<ResultOf<typeof UNITS>['departments']['nodes'][number]>;

/** Deeper units are not moved in any further. */
const MOST_INDENTED = 8;
const route = getRouteApi('/aemter');

/** The organisational units as a tree, with what is in use there. */
export function DepartmentsScreen() {
  const t = useTexts(unitsTexts);
  const ui = useTexts(uiTexts);
  const { count } = useFormats();
  const { language } = useLanguage();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const searchFor = useCallback((text: string) => void navigate({ search: (before) => ({ ...before, q: text || undefined }), replace: true }), [navigate]);
  const { rows: units, totalCount, isLoading, error, loadUpTo, reload } = useConnection(UNITS, {}, ({ departments }) => departments);
  // a tree can only be drawn as a whole
  useEffect(() => loadUpTo(totalCount ?? 0), [loadUpTo, totalCount, isLoading]);
  const rows = useMemo(() => unitTree(units, q ?? '', language), [units, q, language]);
  const isWhole = units.length === totalCount;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      name: t.name,
      width: 3,
      cell: ({ unit, depth }) => (
        <div style={{ paddingInlineStart: `${Math.min(depth, MOST_INDENTED) * 1.25}rem` }}>
          <DepartmentLink to={unit} />
          {depth > 0 && <span className="kern-sr-only"> ({t.level(count(depth + 1))})</span>}
        </div>
      ),
    },
    { key: 'key', name: t.key, cell: ({ unit }) => unit.key },
    { key: 'users', name: t.users, isNumeric: true, cell: ({ unit }) => count(unit.users) },
    { key: 'hosts', name: t.hosts, isNumeric: true, cell: ({ unit }) => count(unit.hostCount) },
    { key: 'installations', name: t.installations, isNumeric: true, cell: ({ unit }) => count(unit.installationCount) },
    { key: 'products', name: t.products, isNumeric: true, cell: ({ unit }) => count(unit.productCount) },
    { key: 'changeLoad', name: t.changeLoad, isNumeric: true, cell: ({ unit }) => count(unit.changeLoadLimit) },
  ];
  return (
    <Page title={t.departments} lead={t.departmentsLead} actions={<NewDepartment />} isWide>
      <InventoryTabs />
      <search className="filters" aria-label={t.filters}>
        <SearchField label={t.departmentSearch} value={q ?? ''} onSearch={searchFor} />
      </search>
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {totalCount === 0 && !isLoading && <Empty title={t.noDepartmentAtAll}>{t.noDepartmentAtAllAdvice}</Empty>}
      {(totalCount ?? 0) > 0 && isWhole && rows.length === 0 && <Empty title={t.noDepartment}>{t.noDepartmentAdvice}</Empty>}
      {(totalCount ?? 0) > 0 && (
        <p role="status" className="muted">
          {isWhole ? t.departmentsFound(rows.length, count(rows.length)) : ui.partLoaded(count(units.length), count(totalCount))}
        </p>
      )}
      {rows.length > 0 && <DataTable<Row> caption={t.departments} columns={columns} rows={rows} keyOf={({ unit }) => unit.id} isBusy={isLoading} />}
    </Page>
  );
}
