// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { Answer } from '../ui/answer.js';
import { DepartmentLink } from '../ui/department-link.js';
import { Page, Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty } from '../ui/states.js';
import { AssignHost } from './host-form.js';
import { Origins } from './origins.js';
import { HOST, type WholeHost } from './unit-queries.js';

/** A machine with more is none that people use; the list says then that it is not all. */
const INSTALLED = graphql(`
  query InstalledOnHost($host: ID!) {
    installations(first: 1000, filter: { host: $host }) {
      totalCount
      nodes { version source installedOn lastSeenAt title { id raw } product { key name } }
    }
  }
`);

const route = getRouteApi('/rechner/$id');

/** A machine: to which unit it belongs, what is installed on it, and where that is known from. */
export function HostScreen() {
  const { id } = route.useParams();
  const asked = useQuery({ query: HOST, variables: { id } });
  if (asked[0].error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'PLATFORM.ID_INVALID')) return <Missing />;
  return <Answer of={asked}>{({ node }) => (node?.__typename === 'Host' ? <Known host={node} /> : <Missing />)}</Answer>;
}

function Known({ host }: { host: WholeHost }) {
  const t = useTexts(unitsTexts);
  const { count } = useFormats();
  const { id, name, userName, installationCount, department, provenance } = host;
  return (
    <Page title={name} path={usePath()} actions={<AssignHost host={host} />}>
      <Section title={t.facts}>
        <dl className="facts">
          <dt>{t.department}</dt>
          <dd>{department ? <DepartmentLink to={department} /> : t.noUnit}</dd>
          {userName && (
            <>
              <dt>{t.user}</dt>
              <dd>{userName}</dd>
            </>
          )}
          <dt>{t.installations}</dt>
          <dd>{count(installationCount)}</dd>
        </dl>
      </Section>
      <Section title={t.installed}>
        <InstalledOn host={id} />
      </Section>
      <Section title={t.origins}>
        <Origins provenance={provenance} />
      </Section>
    </Page>
  );
}

function InstalledOn({ host }: { host: string }) {
  const t = useTexts(unitsTexts);
  const { count, day, instant } = useFormats();
  const { language } = useLanguage();
  return (
    <Answer of={useQuery({ query: INSTALLED, variables: { host } })}>
      {({ installations: { totalCount, nodes } }) =>
        totalCount === 0 ? (
          <p className="muted">{t.nothingInstalled}</p>
        ) : (
          <>
            {totalCount > nodes.length && <p className="muted">{t.firstOf(count(nodes.length), count(totalCount))}</p>}
            <PlainTable
              caption={t.installed}
              rows={nodes.toSorted((one, other) => one.title.raw.localeCompare(other.title.raw, language))}
              keyOf={({ title, version, source }) => `${title.id} ${version} ${source}`}
              columns={[
                { key: 'title', name: t.title, cell: ({ title }) => title.raw },
                { key: 'product', name: t.product, cell: ({ product }) => (product ? <ProductLink to={product} /> : '–') },
                { key: 'version', name: t.version, cell: ({ version }) => version ?? '–' },
                { key: 'installedOn', name: t.installedOn, cell: ({ installedOn }) => day(installedOn) },
                { key: 'lastSeen', name: t.lastSeen, cell: ({ lastSeenAt }) => instant(lastSeenAt) },
                { key: 'source', name: t.source, cell: ({ source }) => source },
              ]}
            />
          </>
        )
      }
    </Answer>
  );
}

function usePath() {
  const t = useTexts(unitsTexts);
  return [
    <Link key="inventory" to="/inventar" className="kern-link">
      {t.inventory}
    </Link>,
    <Link key="hosts" to="/rechner" className="kern-link">
      {t.hosts}
    </Link>,
  ];
}

function Missing() {
  const t = useTexts(unitsTexts);
  return (
    <Page title={t.missingHost} path={usePath()}>
      <Empty title={t.missingHostAdvice}>
        <Link to="/rechner" className="kern-link">
          {t.toHosts}
        </Link>
      </Empty>
    </Page>
  );
}
