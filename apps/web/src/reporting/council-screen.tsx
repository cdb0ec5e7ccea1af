// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useAccess } from '../access/access.js';
import { councilTexts } from '../i18n/council.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { principlesTexts } from '../i18n/principles.js';
import { Answer } from '../ui/answer.js';
import { Badge, VerdictBadge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Chart } from '../ui/chart.js';
import { Page, Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import { anchorOf, Principle } from '../ui/principles.js';
import { ProductLink } from '../ui/product-link.js';
import { councilMarkdown, productsInUse, STATES } from './council-report.js';
import { saveText } from './save-text.js';

/** Only fields that the public may see (access/public-view.ts). */
const COUNCIL = graphql(`
  query Council {
    complianceSummary { complies planned exempt weighed open }
    publicationShare { published total share01 }
    migrations(first: 200) { totalCount nodes { id status isLate plannedStartsOn plannedEndsOn product { key name } alternative { key name } } }
    products(first: 15, orderBy: { field: INSTALLATIONS, direction: DESC }) { nodes { id key name installationCount license { expression verdict } alternatives(first: 1) { product { key name } } } }
  }
`);

/** How far the city has come, for the council and everybody: no persons, machines or contracts. */
export function CouncilScreen() {
  const [answer, again] = useQuery({ query: COUNCIL });
  const t = useTexts(councilTexts);
  const principles = useTexts(principlesTexts);
  const formats = useFormats();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const { data } = answer;
  const isHere = data !== undefined;
  useEffect(() => {
    if (isHere && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView(); // the place has moved down meanwhile
  }, [isHere]);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        data && (
          <>
            <Button kind="secondary" onClick={() => print()}>
              {t.print}
            </Button>
            <Button kind="secondary" icon="download" onClick={() => saveText(`fahrplan-rat-${today}.md`, 'text/markdown', councilMarkdown(data, t, principles, formats, today))}>
              {t.markdown}
            </Button>
          </>
        )
      }
    >
      <p className="muted">{t.asOf(formats.day(today))}</p>
      <Answer of={[answer, again]}>{(figures) => <Figures figures={figures} />}</Answer>
      <Section title={t.principles} hint={t.principlesHint}>
        <dl className="facts">
          {Object.entries(principles.words).map(([id, words]) => (
            <div key={id} className="facts-row">
              <dt id={anchorOf(id)}>{id}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}

function Figures({ figures }: { figures: ResultOf<typeof COUNCIL> }) {
  const t = useTexts(councilTexts);
  const { count, share, day } = useFormats();
  const { complianceSummary: summary, publicationShare, migrations, products } = figures;
  const all = productsInUse(figures);
  const counted = (number: number) => ({ count: number, written: count(number) });
  const inUse = products.nodes.filter(({ installationCount }) => installationCount > 0);
  return (
    <>
      <Section title={t.easy}>
        <ul className="easy">
          {t.easySentences({ all: counted(all), free: counted(summary.complies), planned: counted(summary.planned), reasoned: counted(summary.exempt + summary.weighed), open: counted(summary.open) }).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>
            {t.easyResolved} <Principle id="M1" />
          </li>
        </ul>
      </Section>
      <Section title={t.standing} hint={<Serving id="M1">{t.standingSum(all, count(all))}</Serving>}>
        <Chart
          title={t.standing}
          heightRem={12}
          option={({ text, series, line }) => ({
            grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
            xAxis: { type: 'value', axisLabel: { color: text, hideOverlap: true }, splitLine: { lineStyle: { color: line, opacity: 0.4 } } },
            yAxis: { type: 'category', inverse: true, data: STATES.map((state) => t[state]), axisLabel: { color: text } },
            series: [{ type: 'bar', data: STATES.map((state, index) => ({ value: summary[state], itemStyle: { color: series[[2, 0, 3, 4, 1][index]!] } })), label: { show: true, position: 'right', color: text, formatter: ({ value }: { value: number }) => count(value) } }],
          })}
          table={
            <PlainTable
              caption={t.standing}
              rows={STATES}
              keyOf={(state) => state}
              columns={[
                { key: 'state', name: t.state, cell: (state) => t[state] },
                { key: 'count', name: t.count, isNumeric: true, cell: (state) => count(summary[state]) },
                { key: 'share', name: t.share, isNumeric: true, cell: (state) => (all === 0 ? '–' : share(summary[state] / all)) },
              ]}
            />
          }
        />
      </Section>
      <Section title={t.published}>
        <p className="kern-body">
          <Serving id="M2">{publicationShare.total === 0 ? t.noOwn : t.publishedOf(count(publicationShare.published), count(publicationShare.total), share(publicationShare.share01))}</Serving>
        </p>
      </Section>
      <Section title={t.migrations} hint={<Serving id="M7">{migrations.totalCount === 0 ? t.noMigrations : t.migrationsSum(migrations.totalCount, count(migrations.totalCount), migrations.nodes.length, count(migrations.nodes.length))}</Serving>}>
        {migrations.nodes.length > 0 && (
          <PlainTable
            caption={t.migrations}
            rows={migrations.nodes}
            keyOf={({ id }) => id}
            columns={[
              { key: 'from', name: t.from, cell: ({ product }) => <Named product={product} /> },
              { key: 'to', name: t.to, cell: ({ alternative }) => <Named product={alternative} /> },
              { key: 'status', name: t.status, cell: ({ status, isLate }) => <>{t.statuses[status]} {isLate && <Badge tone="warning">{t.late}</Badge>}</> },
              { key: 'begins', name: t.begins, cell: ({ plannedStartsOn }) => day(plannedStartsOn) },
              { key: 'ends', name: t.ends, cell: ({ plannedEndsOn }) => day(plannedEndsOn) },
            ]}
          />
        )}
      </Section>
      <Section title={t.most} hint={<Serving id="M1">{t.mostHint(inUse.length, count(inUse.length))}</Serving>}>
        <PlainTable
          caption={t.most}
          rows={inUse}
          keyOf={({ id }) => id}
          columns={[
            { key: 'product', name: t.product, cell: (product) => <Named product={product} /> },
            { key: 'license', name: t.license, cell: ({ license }) => <VerdictBadge verdict={license?.verdict} /> },
            { key: 'installations', name: t.installations, isNumeric: true, cell: ({ installationCount }) => count(installationCount) },
            { key: 'alternative', name: t.alternative, cell: ({ alternatives: [best] }) => (best ? <Named product={best.product} /> : '–') },
          ]}
        />
      </Section>
    </>
  );
}

/** A statement with the way to the principle it serves. */
function Serving({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <>
      {children} <Principle id={id} />
    </>
  );
}

/** A product; for who may open its page, the way there. */
function Named({ product }: { product: { readonly key: string; readonly name: string } }) {
  const { viewer } = useAccess();
  return viewer ? <ProductLink to={product} /> : product.name;
}
