// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import type { Connection } from './use-connection.js';

export interface WholeList<Node> {
  /** The rows that are here, in the list's order. */
  readonly rows: readonly Node[];
  readonly totalCount: number;
  readonly isWhole: boolean;
  readonly error: CombinedError | undefined;
  /** Loads on after an error. */
  readonly goOn: () => void;
}

/** Rows of the pages after the first: the most that the server gives at once. */
const PAGE = 1_000;

interface Further<Node> {
  readonly of: string;
  readonly rows: readonly Node[];
  /** Where the next page begins; null at the end. */
  readonly cursor: string | null;
  readonly error: CombinedError | undefined;
}

/**
 * All of a list that is needed as a whole: what came with the first page is there at once, the rest comes page after page without being asked for. For lists of what is never changed, so that pages fit
 * together.
 *
 * @param begun the first page, as the screen's own query has it
 * @param document a page of the same list: an operation with `$first: Int!` and `$after: String!` besides its own variables
 * @param variables its own variables; a new list starts where they differ in value
 * @param pick the connection within the answer
 */
export function useWholeList<Data, Variables extends AnyVariables & { first: number; after: string }, Node>(
  begun: Connection<Node>,
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  pick: (data: Data) => Pick<Connection<Node>, 'nodes' | 'pageInfo'> | null | undefined,
): WholeList<Node> {
  const client = useClient();
  const { totalCount, pageInfo } = begun;
  const first = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const of = JSON.stringify([variables, totalCount, first]);
  const [further, setFurther] = useState<Further<Node>>({ of, rows: [], cursor: first, error: undefined });
  const here = further.of === of ? further : { of, rows: [], cursor: first, error: undefined };
  const { cursor, error } = here;
  useEffect(() => {
    if (cursor === null || error) return undefined;
    let isCurrent = true;
    const page = { ...(JSON.parse(of) as [object])[0], first: PAGE, after: cursor } as unknown as Variables;
    void client
      .query(document, page)
      .toPromise()
      .then(({ data, error: failed }) => {
        if (!isCurrent) return;
        const more = data && pick(data);
        startTransition(() =>
          setFurther((before) => {
            const rows = before.of === of ? before.rows : [];
            if (failed) return { of, rows, cursor, error: failed };
            return { of, rows: [...rows, ...(more?.nodes ?? [])], cursor: more?.pageInfo.hasNextPage ? more.pageInfo.endCursor : null, error: undefined };
          }),
        );
      });
    return () => {
      isCurrent = false;
    };
    // how a page is picked apart is the same for the same document
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, document, of, cursor, error]);
  const goOn = useCallback(() => setFurther((before) => ({ ...before, error: undefined })), []);
  const rows = useMemo(() => [...begun.nodes, ...here.rows], [begun.nodes, here.rows]);
  return { rows, totalCount, isWhole: cursor === null, error, goOn };
}
