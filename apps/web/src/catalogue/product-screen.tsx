// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { VerdictBadge } from '../ui/badge.js';
import { Page } from '../ui/page.js';
import { Empty } from '../ui/states.js';

const PRODUCT = graphql(`
  query Product($key: String!) {
    product(key: $key) {
      id
      name
      installationCount
      vendor { key name }
      license { expression verdict }
    }
  }
`);

const route = getRouteApi('/inventar/$key');

/** Everything that is known of one product. */
export function ProductScreen() {
  const { key } = route.useParams();
  const t = useTexts(catalogueTexts);
  const { count } = useFormats();
  return (
    <Answer of={useQuery({ query: PRODUCT, variables: { key } })}>
      {({ product }) =>
        product ? (
          <Page title={product.name}>
            <dl className="facts">
              <dt>{t.vendor}</dt>
              <dd>{product.vendor?.name}</dd>
              <dt>{t.license}</dt>
              <dd>
                <VerdictBadge verdict={product.license?.verdict} /> {product.license?.expression}
              </dd>
              <dt>{t.installations}</dt>
              <dd>{count(product.installationCount)}</dd>
            </dl>
          </Page>
        ) : (
          <Page title={t.title}>
            <Empty title={t.nothing}>
              <Link to="/inventar" className="kern-link">
                {t.title}
              </Link>
            </Empty>
          </Page>
        )
      }
    </Answer>
  );
}
