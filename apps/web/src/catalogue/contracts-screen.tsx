// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { Permitted } from '../access/permitted.js';
import { dayIn } from '../address/address.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Button } from '../ui/button.js';
import { DepartmentLink } from '../ui/department-link.js';
import { SearchField, WithinField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { ContractDialog, NewContractDialog } from './contract-dialog.js';
import { ADD_CONTRACT } from './contract-queries.js';
import { InventoryTabs } from './inventory-tabs.js';
import { useContractDates } from './use-contract-dates.js';

const CONTRACTS = graphql(`
  query Contracts($first: Int!, $after: String, $filter: ContractFilter, $orderBy: ContractOrder) {
    contracts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id number title vendorName seats costPerYearCents endsOn noticeBy nextTermination { endsOn } department { key name } product { key name alternatives(first: 1) { product { key name } } } }
    }
  }
`);

type Contract = ResultOf<typeof CONTRACTS>['contracts']['nodes'][number];
type Sort = 'NOTICE_BY' | 'ENDS_ON' | 'COST' | 'NUMBER';

const route = getRouteApi('/vertraege');

/** Contracts by the last day to give notice, each with what could take the product's place. */
export function ContractsScreen() {
  const t = useTexts(catalogueTexts);
  const { language } = useLanguage();
  const { count, money } = useFormats();
  const dates = useContractDates();
  const { q, within, contract, sort = 'NOTICE_BY', direction = 'ASC' } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: { q?: string | undefined; within?: number | undefined; contract?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const [isAdding, setAdding] = useState(false);
  const order = { field: sort, direction };
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(CONTRACTS, { filter: { ...(within !== undefined && { noticeUntil: dayIn(within) }), ...(q && { search: q }) }, orderBy: order }, ({ contracts }) => contracts);
  const columns: readonly Column<Contract, Sort>[] = [
    {
      key: 'number',
      name: t.number,
      sort: 'NUMBER',
      width: 1.2,
      cell: ({ number }) => (
        <button type="button" className="kern-link link-button" onClick={() => change({ contract: number })}>
          {number}
        </button>
      ),
    },
    {
      key: 'product',
      name: t.name,
      width: 1.6,
      cell: ({ product, title, vendorName }) =>
        product ? <ProductLink to={product} /> : (title ?? vendorName ?? '–'),
    },
    { key: 'department', name: t.department, width: 2.2, cell: ({ department }) => (department ? <DepartmentLink to={department} /> : '–') },
    { key: 'noticeBy', name: t.noticeBy, sort: 'NOTICE_BY', cell: dates.noticeBy },
    { key: 'endsOn', name: t.endsOn, sort: 'ENDS_ON', cell: dates.runsUntil },
    { key: 'seats', name: t.seats, isNumeric: true, cell: ({ seats }) => count(seats) },
    { key: 'cost', name: t.cost, sort: 'COST', isNumeric: true, cell: ({ costPerYearCents }) => money(costPerYearCents) },
    {
      key: 'alternative',
      name: t.alternative,
      width: 1.4,
      cell: ({ product }) => {
        const best = product?.alternatives[0]?.product;
        return best ? <ProductLink to={best} /> : '–';
      },
    },
  ];
  return (
    <Page
      title={t.contracts}
      lead={t.contractsLead}
      isWide
      actions={
        <Permitted to={[ADD_CONTRACT]}>
          <Button onClick={() => setAdding(true)}>{t.newContract}</Button>
        </Permitted>
      }
    >
      <InventoryTabs />
      <div className="filters">
        <SearchField label={t.contractSearch} value={q ?? ''} onSearch={(typed) => change({ q: typed || undefined })} />
        <WithinField label={t.noticeWithin} days={within} onChoose={(days) => change({ within: days })} />
        <a className="kern-link" href={`/contracts/notice-dates.ics?language=${language}`} download>
          {t.noticeCalendar}
        </a>
      </div>
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {totalCount === 0 && !isLoading && <Empty title={q ? t.noContractCalled : within === undefined ? t.noContractAtAll : t.noContractFits}>{!q && within === undefined && t.noContractAdvice}</Empty>}
      {(totalCount ?? 0) > 0 && (
        <>
          <p role="status" className="muted">
            {t.contractsFound(totalCount!, count(totalCount))}
          </p>
          <DataTable<Contract, Sort> caption={t.contracts} columns={columns} rows={rows} keyOf={({ id }) => id} totalCount={totalCount} loadUpTo={loadUpTo} order={order} onOrder={({ field, direction: way }) => void navigate({ search: (before) => ({ ...before, sort: field, direction: way }), replace: true })} isBusy={isLoading} />
        </>
      )}
      <NewContractDialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onSaved={(number) => {
          setAdding(false);
          reload();
          change({ contract: number });
        }}
      />
      <ContractDialog number={contract} onClose={() => change({ contract: undefined })} onChanged={reload} />
    </Page>
  );
}
