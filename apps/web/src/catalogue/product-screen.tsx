// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useMay } from '../access/permitted.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { Answer } from '../ui/answer.js';
import { VerdictBadge } from '../ui/badge.js';
import { LicenseName } from '../ui/license-name.js';
import { Page, Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import { Empty } from '../ui/states.js';
import { ExemptionGrant } from '../scoring/exemption-grant.js';
import { DismissDialog, ProposeAlternative } from './alternative-dialogs.js';
import { AlternativesCompared } from './alternatives-compared.js';
import { InterfacesPicture } from './interfaces-picture.js';
import { LicenseProof } from './license-proof.js';
import { OwnAlternatives } from './own-alternatives.js';
import { EditProduct } from './product-dialogs.js';
import { ProductHistory } from './product-history.js';
import { DISMISS } from './product-queries.js';
import { ReleaseCycles } from './release-cycles.js';
import { ScoreExplained } from './score-explained.js';
import { useContractDates } from './use-contract-dates.js';
import { hasRights, keyOfPosition, POSITION_FIELDS, usePositionColumns, type Position } from './use-position-columns.js';
import { UsageHistory } from './usage-history.js';
import { UsageByDepartment } from './usage-by-department.js';

const PRODUCT = graphql(
  `
    query Product($key: String!) {
      product(key: $key) {
        id
        key
        name
        revision
        aliases
        installationCount
        registerEntryCount
        personalData
        specialisedProcedure
        noneKnownOn
        vendor { key name }
        category { key nameDe nameEn functions { key nameDe nameEn } }
        license { expression verdict }
        standing { state plannedOn }
        releaseCycles { cycle releasedOn endOfSupportOn source }
        usageHistory { importedAt fileName added removed installations }
        usageByDepartment { department { key name } installations }
        contracts { id number endsOn noticeBy nextTermination { endsOn } costPerYearCents seats }
        interfaces { from { key name } to { key name } kind openStandard }
        known: alternatives { product { key } }
        alternatives(first: 5) { id kind coverage01 verified evidence covers missing carriesOver complements notesDe notesEn product { key name license { expression verdict } } }
        candidate { id rank completeness01 goalContribution { low expected high } feasibility { low expected high } npvCents { low expected high } }
        exemptions { id reason approver grantedOn expiresOn revokedOn revokedReason state }
        assessments { id question answer author source answeredOn }
        edits { at field before after }
        overrides { field value reason statedAt layer { kind } }
        titles(first: 8, orderBy: { field: INSTALLATIONS, direction: DESC }) { totalCount nodes { id raw vendor installationCount } }
      }
      licensePositions(filter: { products: [$key] }) { positions(first: 20) { ...PositionFields } }
      matchDecisions(first: 50, filter: { product: $key }) { nodes { id raw scope kind madeProduct decidedAt undoneAt } }
      migrations(first: 10, filter: { product: $key }) { nodes { id status alternative { name } history { on status recordedAt } } }
    }
  `,
  [POSITION_FIELDS],
);

const route = getRouteApi('/inventar/$key');

/** Everything that is known of one product. */
export function ProductScreen() {
  const { key } = route.useParams();
  const [asked, again] = useQuery({ query: PRODUCT, variables: { key } });
  const reload = () => again({ requestPolicy: 'network-only' });
  return <Answer of={[asked, again]}>{({ product, migrations, matchDecisions, licensePositions }) => (product ? <Known key={product.id} product={product} migrations={migrations.nodes} decisions={matchDecisions.nodes} positions={licensePositions.positions.filter(hasRights)} onReload={reload} /> : <Missing />)}</Answer>;
}

type Data = ResultOf<typeof PRODUCT>;

function Known({ product, migrations, decisions, positions, onReload }: { product: NonNullable<Data['product']>; migrations: Data['migrations']['nodes']; decisions: Data['matchDecisions']['nodes']; positions: readonly Position[]; onReload: () => void }) {
  const t = useTexts(catalogueTexts);
  const ui = useTexts(uiTexts);
  const { language } = useLanguage();
  const { count, day, money, list } = useFormats();
  const dates = useContractDates();
  const [, ...positionColumns] = usePositionColumns();
  const mayDismiss = useMay(DISMISS);
  const [said, setSaid] = useState(0);
  const revised = { ...product, revision: Math.max(product.revision, said) }; // after one's own change, until the product is read anew
  const [dismissed, setDismissed] = useState<{ readonly key: string; readonly name: string }>();
  const { name, vendor, category, license, standing, titles, personalData } = product;
  return (
    <Page title={name} path={[<ToInventory key="inventory" />]} lead={language === 'de' ? category.nameDe : category.nameEn} actions={<EditProduct product={product} />}>
      <Section title={t.facts}>
        <dl className="facts">
          <dt>{t.license}</dt>
          <dd>
            <VerdictBadge verdict={license?.verdict} /> <LicenseName of={license?.expression} />
            {license && <LicenseProof expression={license.expression} />}
          </dd>
          <dt>{t.vendor}</dt>
          <dd>
            {vendor ? (
              <Link to="/inventar" search={{ vendor: vendor.key }} className="kern-link">
                {vendor.name}
              </Link>
            ) : (
              '–'
            )}
          </dd>
          <dt>{t.installations}</dt>
          <dd>
            {count(product.installationCount)} {product.installationCount === 0 && product.registerEntryCount > 0 && t.inRegister}
            {product.installationCount > 0 && (
              <Link to="/rechner" search={{ product: product.id }} className="kern-link">
                {t.onWhichHosts}
              </Link>
            )}
          </dd>
          {standing && (
            <>
              <dt>{t.standing}</dt>
              <dd>
                {t.state[standing.state]} {standing.plannedOn && `(${t.plannedOn} ${day(standing.plannedOn)})`}
                {standing.state === 'OPEN' && <ExemptionGrant product={product} />}
              </dd>
            </>
          )}
          {personalData && (
            <>
              <dt>{t.personalData}</dt>
              <dd>{t.personal[personalData] ?? personalData}</dd>
            </>
          )}
          {product.specialisedProcedure && (
            <>
              <dt>{t.procedure}</dt>
              <dd>{ui.yes}</dd>
            </>
          )}
          {product.noneKnownOn && (
            <>
              <dt>{t.alternative}</dt>
              <dd>{t.noneKnown(day(product.noneKnownOn))}</dd>
            </>
          )}
          {product.aliases.length > 0 && (
            <>
              <dt>{t.aliases}</dt>
              <dd>{list(product.aliases.slice(0, 12))}</dd>
            </>
          )}
        </dl>
      </Section>
      <Section title={t.alternatives} hint={product.alternatives.length > 0 ? t.alternativesHint : undefined}>
        <AlternativesCompared alternatives={product.alternatives} functions={category.functions} onDismiss={mayDismiss ? setDismissed : undefined} />
        <OwnAlternatives product={revised} onSaid={setSaid} onReload={onReload} />
        <ProposeAlternative product={revised} onSaid={setSaid} onReload={onReload} />
        <DismissDialog product={revised} alternative={dismissed} onClose={() => setDismissed(undefined)} onSaid={setSaid} onReload={onReload} />
      </Section>
      <Section title={t.scoreTitle}>
        <ScoreExplained candidate={product.candidate} />
      </Section>
      <Section title={t.usage}>
        <UsageByDepartment usage={product.usageByDepartment} />
      </Section>
      {product.usageHistory.length > 0 && (
        <Section title={t.usageHistory}>
          <UsageHistory changes={product.usageHistory} />
        </Section>
      )}
      <Section title={t.contracts}>
        {product.contracts.length === 0 ? (
          <p className="muted">{t.noContracts}</p>
        ) : (
          <PlainTable
            caption={t.contracts}
            rows={product.contracts}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'number',
                name: t.number,
                cell: ({ number }) => (
                  <Link to="/vertraege" search={{ contract: number }} className="kern-link">
                    {number}
                  </Link>
                ),
              },
              { key: 'endsOn', name: t.endsOn, cell: dates.runsUntil },
              { key: 'noticeBy', name: t.noticeBy, cell: dates.noticeBy },
              { key: 'seats', name: t.seats, isNumeric: true, cell: ({ seats }) => count(seats) },
              { key: 'cost', name: t.cost, isNumeric: true, cell: ({ costPerYearCents }) => money(costPerYearCents) },
            ]}
          />
        )}
      </Section>
      {positions.length > 0 && (
        <Section title={t.positions}>
          <PlainTable caption={t.positions} rows={positions} keyOf={keyOfPosition} columns={positionColumns} />
        </Section>
      )}
      <Section title={t.versions}>
        <ReleaseCycles cycles={product.releaseCycles} />
      </Section>
      <Section title={t.interfaces}>
        <InterfacesPicture product={product} interfaces={product.interfaces} />
      </Section>
      {titles.totalCount > 0 && (
        <Section title={t.rawNames}>
          <PlainTable
            caption={t.rawNames}
            rows={titles.nodes}
            keyOf={({ id }) => id}
            columns={[
              { key: 'raw', name: t.raw, cell: ({ raw }) => raw },
              { key: 'vendor', name: t.vendor, cell: ({ vendor: maker }) => maker ?? '–' },
              { key: 'installations', name: t.installations, isNumeric: true, cell: ({ installationCount }) => count(installationCount) },
            ]}
          />
        </Section>
      )}
      <Section title={t.history}>
        <ProductHistory product={product} migrations={migrations} decisions={decisions} />
      </Section>
    </Page>
  );
}

function ToInventory() {
  const t = useTexts(catalogueTexts);
  return (
    <Link to="/inventar" className="kern-link">
      {t.title}
    </Link>
  );
}

function Missing() {
  const t = useTexts(catalogueTexts);
  return (
    <Page title={t.noProduct} path={[<ToInventory key="inventory" />]}>
      <Empty title={t.noProductAdvice}>
        <Link to="/inventar" className="kern-link">
          {t.toInventory}
        </Link>
      </Empty>
    </Page>
  );
}
