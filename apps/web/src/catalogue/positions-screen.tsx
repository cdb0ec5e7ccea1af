// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { DataTable } from '../ui/data-table.js';
import { SelectField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { TableDownload } from '../ui/table-download.js';
import { InventoryTabs } from './inventory-tabs.js';
import { keyOfPosition, POSITION_FIELDS, usePositionColumns } from './use-position-columns.js';

const POSITIONS = graphql(
  `
    query Positions($filter: LicensePositionFilter) {
      licensePositions(filter: $filter) {
        on
        totalCount
        unknownCount
        underCents
        unusedCents
        positions(first: 1000) { ...PositionFields }
      }
    }
  `,
  [POSITION_FIELDS],
);

const route = getRouteApi('/vertraege/bilanz');

/** Whether enough was bought of everything in use, and what is bought and not used. */
export function PositionsScreen() {
  const t = useTexts(catalogueTexts);
  const { count, day, money } = useFormats();
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = usePositionColumns();
  return (
    <Page title={t.positions} lead={t.positionsLead} actions={<TableDownload address="/inventory/seat-balance" name={t.positionsFile} />}>
      <InventoryTabs />
      <div className="filters">
        <SelectField label={t.position} value={status} choices={(['UNDER', 'OVER', 'BALANCED', 'UNKNOWN'] as const).map((value) => ({ value, name: t.positionStates[value] }))} onChoose={(value) => void navigate({ search: { status: value }, replace: true })} />
      </div>
      <Answer of={useQuery({ query: POSITIONS, variables: { filter: status ? { statuses: [status] } : null } })}>
        {({ licensePositions: { on, totalCount, unknownCount, underCents, unusedCents, positions } }) =>
          totalCount === 0 ? (
            <Empty title={status ? t.noPositionFits : t.noPosition}>{!status && t.noContractAdvice}</Empty>
          ) : (
            <div className="stack">
              <p role="status" className="muted">
                {t.positionsFound(totalCount, count(totalCount), day(on))}
              </p>
              <dl className="facts">
                <dt>{t.underSum}</dt>
                <dd>{money(underCents)}</dd>
                <dt>{t.unusedSum}</dt>
                <dd>{money(unusedCents)}</dd>
                <dt>{t.unknownSum}</dt>
                <dd>{count(unknownCount)}</dd>
              </dl>
              <DataTable caption={t.positions} columns={columns} rows={positions} keyOf={keyOfPosition} />
              {positions.length < totalCount && <p className="muted">{t.positionsShown(count(positions.length), count(totalCount))}</p>}
            </div>
          )
        }
      </Answer>
    </Page>
  );
}
