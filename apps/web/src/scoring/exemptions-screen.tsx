// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { NotPermitted, useMay } from '../access/permitted.js';
import { dayIn } from '../address/address.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { InventoryTabs } from '../catalogue/inventory-tabs.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { SelectField, WithinField, YesNoField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { GRANT, GrantDialog, REVOKE, RevokeDialog } from './exemption-dialogs.js';

const EXEMPTIONS = graphql(`
  query Exemptions($first: Int!, $after: String, $filter: ExemptionFilter) {
    exemptions(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id reason evidence approver grantedOn expiresOn recheckOn state isRecheckDue revokedOn product { id key name } }
    }
  }
`);

type Exemption = ResultOf<typeof EXEMPTIONS>['exemptions']['nodes'][number];
export const EXEMPTION_STATES = ['HOLDS', 'NOT_YET', 'EXPIRED', 'REVOKED'] as const;
const TONES = { HOLDS: 'success', NOT_YET: 'info', EXPIRED: 'danger', REVOKED: 'warning' } as const;

const route = getRouteApi('/ausnahmen');

/** The register of exemptions, those that end first at the top; renewed and taken back from here. */
export function ExemptionsScreen() {
  const t = useTexts(scoringTexts);
  const { count } = useFormats();
  const { state, recheck, within } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<ReturnType<typeof route.useSearch>>) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const filter = { states: state ? [state] : undefined, recheckDue: recheck, expiresUntil: within === undefined ? undefined : dayIn(within) };
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(EXEMPTIONS, { filter }, ({ exemptions }) => exemptions);
  const [renewed, setRenewed] = useState<Exemption>();
  const [revoked, setRevoked] = useState<Exemption>();
  const mayDecide = useMay(GRANT, REVOKE);
  const { day } = useFormats();
  const columns: readonly Column<Exemption>[] = [
    {
      key: 'product',
      name: t.product,
      width: 1.5,
      cell: ({ product }) => <ProductLink to={product} />,
    },
    { key: 'reason', name: t.reason, width: 2.4, cell: ({ reason, evidence }) => <>{reason}{evidence && <span className="muted"> ({evidence})</span>}</> },
    { key: 'approver', name: t.approver, width: 1.2, cell: ({ approver }) => approver },
    { key: 'granted', name: t.grantedOn, cell: ({ grantedOn }) => day(grantedOn) },
    { key: 'expires', name: t.expiresOn, cell: ({ expiresOn }) => day(expiresOn) },
    { key: 'recheck', name: t.recheckOn, cell: ({ recheckOn }) => day(recheckOn) },
    {
      key: 'state',
      name: t.state,
      cell: (one) => (
        <span className="stack-tight">
          <Badge tone={TONES[one.state]}>{t.exemptionStates[one.state]}</Badge>
          {one.isRecheckDue && <Badge tone="warning">{t.recheckDue}</Badge>}
        </span>
      ),
    },
    ...(mayDecide
      ? [
          {
            key: 'act',
            name: t.decide,
            isScreenOnly: true,
            width: 1.4,
            cell: (one: Exemption) => (
              <span className="stack-tight">
                <Button kind="tertiary" small aria-label={`${t.renew}: ${one.product.name}`} onClick={() => setRenewed(one)}>
                  {t.renew}
                </Button>
                {one.state !== 'REVOKED' && one.state !== 'EXPIRED' && (
                  <Button kind="tertiary" small aria-label={`${t.revoke}: ${one.product.name}`} onClick={() => setRevoked(one)}>
                    {t.revoke}
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ];
  const done = () => {
    setRenewed(undefined);
    setRevoked(undefined);
    reload();
  };
  return (
    <Page title={t.exemptions} lead={t.exemptionsLead} isWide>
      <InventoryTabs />
      <div className="filters">
        <SelectField label={t.state} value={state} choices={EXEMPTION_STATES.map((value) => ({ value, name: t.exemptionStates[value] }))} onChoose={(value) => change({ state: value })} />
        <YesNoField label={t.recheckDue} value={recheck} onChoose={(value) => change({ recheck: value })} />
        <WithinField label={t.expiresWithin} days={within} onChoose={(days) => change({ within: days })} />
      </div>
      {mayDecide === false && <NotPermitted what={t.grant} changes={[GRANT, REVOKE]} />}
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {totalCount === 0 && !isLoading && (
        <Empty title={state || recheck !== undefined || within !== undefined ? t.noExemptionFits : t.noExemptions}>
          <Link to="/inventar" search={{ standing: 'OPEN' }} className="kern-link">
            {t.toOpenProducts}
          </Link>
        </Empty>
      )}
      {(totalCount ?? 0) > 0 && (
        <>
          <p role="status" className="muted">
            {t.exemptionsFound(totalCount!, count(totalCount))}
          </p>
          <DataTable caption={t.exemptions} columns={columns} rows={rows} keyOf={({ id }) => id} totalCount={totalCount} loadUpTo={loadUpTo} isBusy={isLoading} />
        </>
      )}
      <GrantDialog product={renewed?.product} reason={renewed?.reason} onClose={() => setRenewed(undefined)} onDone={done} />
      <RevokeDialog exemption={revoked} onClose={() => setRevoked(undefined)} onDone={done} />
    </Page>
  );
}
