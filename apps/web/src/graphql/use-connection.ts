// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

/** A list as the server pages it (Relay). */
export interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PagedRows<Node> {
  readonly rows: readonly Node[];
  /** Rows in the whole list; null until the first page is here. */
  readonly totalCount: number | null;
  readonly isLoading: boolean;
  readonly error: CombinedError | undefined;
  /** Sees to it that the rows before this index are here. */
  readonly loadUpTo: (index: number) => void;
  readonly reload: () => void;
}

const FIRST_PAGE = 100;
const LONGEST_PAGE = 1_000;

interface Loaded<Node> {
  readonly rows: readonly Node[];
  readonly totalCount: number | null;
  readonly endCursor: string | null;
  readonly error: CombinedError | undefined;
  readonly isLoading: boolean;
}

/**
 * Rows of a paged list, loaded as they come into sight. While filters change, the rows of before stay on screen until the new ones are here.
 *
 * @param document an operation with `$first: Int!` and `$after: String` besides its own variables
 * @param variables its own variables; a new list starts where they differ in value
 * @param pick the connection within the answer
 */
export function useConnection<Data, Variables extends AnyVariables & { first: number; after?: string | null }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  pick: (data: Data) => Connection<Node>,
): PagedRows<Node> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [round, setRound] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<Node>>({ rows: [], totalCount: null, endCursor: null, error: undefined, isLoading: true });
  const wanted = useRef(0);
  const pickNow = useRef(pick);
  const current = useRef(loaded);
  useEffect(() => {
    pickNow.current = pick;
    current.current = loaded;
  });

  const ask = useCallback(
    (first: number, after: string | null, isFresh: boolean) =>
      client.query(document, { ...(JSON.parse(key) as object), first, after } as unknown as Variables, isFresh ? { requestPolicy: 'network-only' } : {}).toPromise(),
    [client, document, key],
  );

  useEffect(() => {
    let isCurrent = true;
    wanted.current = 0;
    setLoaded((before) => ({ ...before, isLoading: true, error: undefined }));
    void ask(FIRST_PAGE, null, round > 0).then(({ data, error }) => {
      if (!isCurrent) return;
      const page = data ? pickNow.current(data) : undefined;
      setLoaded(page ? { rows: page.nodes, totalCount: page.totalCount, endCursor: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null, error, isLoading: false } : { rows: [], totalCount: null, endCursor: null, error, isLoading: false });
    });
    return () => {
      isCurrent = false;
    };
  }, [ask, round]);

  const loadUpTo = useCallback(
    (index: number) => {
      wanted.current = Math.max(wanted.current, index);
      const { rows, endCursor, isLoading, error } = current.current;
      if (isLoading || error || endCursor === null || wanted.current < rows.length) return;
      const started = { ...current.current, isLoading: true };
      current.current = started;
      setLoaded(started);
      const first = Math.min(LONGEST_PAGE, Math.max(FIRST_PAGE, wanted.current - rows.length + FIRST_PAGE));
      void ask(first, endCursor, false).then(({ data, error: failed }) => {
        setLoaded((before) => {
          if (before !== started) return before; // another list began meanwhile
          const page = data ? pickNow.current(data) : undefined;
          if (!page) return { ...before, isLoading: false, error: failed };
          return { rows: [...before.rows, ...page.nodes], totalCount: page.totalCount, endCursor: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null, error: failed, isLoading: false };
        });
      });
    },
    [ask],
  );

  // what was asked for while rows were on their way
  useEffect(() => {
    if (!loaded.isLoading && wanted.current > loaded.rows.length) loadUpTo(wanted.current);
  }, [loaded, loadUpTo]);

  const reload = useCallback(() => setRound((count) => count + 1), []);
  const { rows, totalCount, isLoading, error } = loaded;
  return useMemo(() => ({ rows, totalCount, isLoading, error, loadUpTo, reload }), [rows, totalCount, isLoading, error, loadUpTo, reload]);
}
