// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useFormats, useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { Answer } from '../ui/answer.js';
import { DepartmentLink } from '../ui/department-link.js';
import { Page, Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty } from '../ui/states.js';
import { EditDepartment, NewDepartment } from './department-dialogs.js';
import { Origins } from './origins.js';
import { UNIT, type WholeUnit } from './unit-queries.js';

const route = getRouteApi('/aemter/$key');

/** An organisational unit: where it stands, what is in use there, and where that is known from. */
export function DepartmentScreen() {
  const { key } = route.useParams();
  return <Answer of={useQuery({ query: UNIT, variables: { key } })}>{({ departments: { nodes: [unit] } }) => (unit ? <Known unit={unit} /> : <Missing />)}</Answer>;
}

type Above = { readonly key: string; readonly name: string; readonly parent?: Above | null };

/** The units above, from the top down; of very deep ones only the nearest. */
const chainOf = (above: Above | null | undefined): readonly Above[] => (above ? [...chainOf(above.parent), above] : []);

function Known({ unit }: { unit: WholeUnit }) {
  const t = useTexts(unitsTexts);
  const { count } = useFormats();
  const { id, key, name, parent, users, changeLoadLimit, hostCount, installationCount, children } = unit;
  return (
    <Page
      title={name}
      path={[<Link key="inventory" to="/inventar" className="kern-link">{t.inventory}</Link>, <Link key="departments" to="/aemter" className="kern-link">{t.departments}</Link>, ...chainOf(parent).map((above) => <DepartmentLink key={above.key} to={above} />)]}
      actions={
        <>
          <EditDepartment unit={unit} />
          <NewDepartment parent={unit} />
        </>
      }
    >
      <Section title={t.facts}>
        <dl className="facts">
          <dt>{t.key}</dt>
          <dd>{key}</dd>
          <dt>{t.parent}</dt>
          <dd>{parent ? <DepartmentLink to={parent} /> : t.top}</dd>
          <dt>{t.users}</dt>
          <dd>{count(users)}</dd>
          <dt>{t.changeLoad}</dt>
          <dd>{count(changeLoadLimit)}</dd>
          <dt>{t.hosts}</dt>
          <dd>
            {hostCount === 0 ? (
              count(hostCount)
            ) : (
              <Link to="/rechner" search={{ department: id }} className="kern-link">
                {count(hostCount)}
              </Link>
            )}
          </dd>
          <dt>{t.installations}</dt>
          <dd>{count(installationCount)}</dd>
        </dl>
      </Section>
      <Section title={t.children}>
        {children.length === 0 ? (
          <p className="muted">{t.noChildren}</p>
        ) : (
          <PlainTable
            caption={t.children}
            rows={children}
            keyOf={(child) => child.id}
            columns={[
              { key: 'name', name: t.name, cell: (child) => <DepartmentLink to={child} /> },
              { key: 'key', name: t.key, cell: (child) => child.key },
              { key: 'users', name: t.users, isNumeric: true, cell: (child) => count(child.users) },
              { key: 'hosts', name: t.hosts, isNumeric: true, cell: (child) => count(child.hostCount) },
              { key: 'products', name: t.products, isNumeric: true, cell: (child) => count(child.productCount) },
            ]}
          />
        )}
      </Section>
      <Section title={t.used}>
        {unit.usage.length === 0 ? (
          <p className="muted">{t.noneUsed}</p>
        ) : (
          <>
            <PlainTable
              caption={t.used}
              rows={unit.usage}
              keyOf={({ product }) => product.id}
              columns={[
                { key: 'product', name: t.productName, cell: ({ product }) => <ProductLink to={product} /> },
                { key: 'installations', name: t.installations, isNumeric: true, cell: ({ installations }) => count(installations) },
              ]}
            />
            <p>
              <Link to="/inventar" search={{ department: id }} className="kern-link">
                {t.allUsed(count(unit.productCount))}
              </Link>
            </p>
          </>
        )}
      </Section>
      <Section title={t.origins}>
        <Origins provenance={unit.provenance} />
      </Section>
    </Page>
  );
}

function Missing() {
  const t = useTexts(unitsTexts);
  return (
    <Page title={t.missingDepartment}>
      <Empty title={t.missingDepartmentAdvice}>
        <Link to="/aemter" className="kern-link">
          {t.toDepartments}
        </Link>
      </Empty>
    </Page>
  );
}
