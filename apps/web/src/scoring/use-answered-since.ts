// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const ANSWERED_SINCE = graphql(`
  query AnsweredSince($since: DateTime!, $after: String) {
    assessments(first: 1000, after: $after, filter: { recordedAfter: $since, newest: true }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id question answer product { key } archetype { key } alternative { key } }
    }
  }
`);

/** What is asked about answers is asked anew when one is given: for lists that may be empty now. */
export const ABOUT_ANSWERS = { additionalTypenames: ['Assessment'] };

export type GivenAnswer = ResultOf<typeof ANSWERED_SINCE>['assessments']['nodes'][number];

/** All that was answered after a run, which does not know it yet, however much it is; what was known before stays until all is here anew. Undefined until it is known. */
export function useAnsweredSince(since: string): { readonly given: readonly GivenAnswer[]; readonly totalCount: number } | undefined {
  const client = useClient();
  const [{ data }] = useQuery({ query: ANSWERED_SINCE, variables: { since, after: null }, context: ABOUT_ANSWERS });
  const [known, setKnown] = useState<{ readonly given: readonly GivenAnswer[]; readonly totalCount: number }>();
  useEffect(() => {
    if (!data) return undefined;
    let isCurrent = true;
    const load = async () => {
      const { totalCount } = data.assessments;
      const given = [...data.assessments.nodes];
      for (let { hasNextPage, endCursor } = data.assessments.pageInfo; hasNextPage && isCurrent; ) {
        const page = (await client.query(ANSWERED_SINCE, { since, after: endCursor }, { requestPolicy: 'network-only' }).toPromise()).data?.assessments;
        given.push(...(page?.nodes ?? []));
        ({ hasNextPage, endCursor } = page?.pageInfo ?? { hasNextPage: false, endCursor: null });
      }
      if (isCurrent) setKnown({ given, totalCount });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [client, data, since]);
  return known;
}
