// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useClient } from 'urql';
import { NotPermitted, useMay } from '../access/permitted.js';
import { useConnection } from '../graphql/use-connection.js';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { SelectField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { MIGRATION_STATUSES, STATUS_TONES } from './migration-statuses.js';
import { MIGRATIONS, type SteeredMigration } from './migrations-query.js';
import { PlanningParts } from './planning-parts.js';
import { SET_STATUS, StatusDialog } from './status-dialog.js';

const route = getRouteApi('/wellen/umsetzung');

/** How far the migrations of the plan in force are, and what stands in their way. */
export function SteeringScreen() {
  const t = useTexts(planningTexts);
  const { count } = useFormats();
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const variables = useMemo(() => ({ filter: status ? { status: [status] } : {} }), [status]);
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(MIGRATIONS, variables, ({ migrations }) => migrations);
  const [reported, setReported] = useState<SteeredMigration>();
  const maySteer = useMay(SET_STATUS);
  const columns = useColumns(maySteer ? setReported : undefined);
  const client = useClient();
  const readAnew = async ({ product }: SteeredMigration) => {
    const { data } = await client.query(MIGRATIONS, { first: 1, filter: { product: product.key } }, { requestPolicy: 'network-only' }).toPromise();
    if (data) setReported(data.migrations.nodes[0]);
    reload();
  };
  return (
    <Page title={t.steeringTitle} lead={t.steeringLead}>
      <PlanningParts />
      <div className="filters">
        <SelectField
          label={t.status}
          value={status}
          choices={MIGRATION_STATUSES.map((value) => ({ value, name: t.statuses[value] }))}
          onChoose={(chosen) => void navigate({ search: (before) => ({ ...before, status: chosen }), replace: true })}
        />
      </div>
      {maySteer === false && <NotPermitted what={t.report} changes={[SET_STATUS]} />}
      {error && <Failed error={error} onAgain={reload} />}
      {totalCount === null && !error ? (
        <Loading />
      ) : totalCount === 0 ? (
        status ? (
          <Empty title={t.nothingFits} />
        ) : (
          <Empty title={t.nothingToSteer}>
            <p>{t.nothingToSteerAdvice}</p>
            <Link to="/wellen" className="kern-link">
              {t.parts.roadmap}
            </Link>
          </Empty>
        )
      ) : (
        totalCount !== null && (
          <>
            <p className="kern-body muted" role="status">
              {t.totalFound(count(totalCount))}
            </p>
            <DataTable caption={t.steeringTitle} columns={columns} rows={rows} keyOf={({ id }) => id} totalCount={totalCount} loadUpTo={loadUpTo} isBusy={isLoading} />
          </>
        )
      )}
      <StatusDialog
        migration={reported}
        onClose={() => setReported(undefined)}
        onReload={() => void (reported && readAnew(reported))}
        onSaved={() => {
          setReported(undefined);
          reload();
        }}
      />
    </Page>
  );
}

function useColumns(report: ((migration: SteeredMigration) => void) | undefined): readonly Column<SteeredMigration>[] {
  const t = useTexts(planningTexts);
  const { day } = useFormats();
  return useMemo(
    () => [
      {
        key: 'name',
        name: t.migration,
        width: 1.6,
        cell: ({ product }) => <ProductLink to={product} />,
      },
      { key: 'alternative', name: t.alternative, width: 1.3, cell: ({ alternative }) => alternative.name },
      {
        key: 'status',
        name: t.status,
        cell: ({ status, isLate, cancelledBy }) => (
          <span className="stack-tight">
            <Badge tone={STATUS_TONES[status]}>{t.statuses[status]}</Badge>
            {isLate && <Badge tone="warning">{t.late}</Badge>}
            {cancelledBy && <span className="muted">{t.cancelledBy[cancelledBy]}</span>}
          </span>
        ),
      },
      { key: 'planned', name: t.plannedDays, width: 1.5, cell: ({ plannedStartsOn, plannedEndsOn }) => `${day(plannedStartsOn)} – ${day(plannedEndsOn)}` },
      { key: 'actual', name: t.actualDays, width: 1.3, cell: ({ startedOn, endedOn }) => startedOn && (endedOn ? `${day(startedOn)} – ${day(endedOn)}` : t.since(day(startedOn))) },
      { key: 'blockers', name: t.blockers, width: 1.6, cell: ({ blockers, note }) => blockers.join('; ') || note },
      ...(report
        ? [
            {
              key: 'report',
              name: t.report,
              cell: (migration: SteeredMigration) => (
                <Button kind="tertiary" small icon="edit" aria-label={t.reportOf(migration.product.name)} onClick={() => report(migration)}>
                  {t.report}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [t, day, report],
  );
}
