// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { CombinedError } from '@urql/core';
import { Failed, Loading } from './states.js';

interface Asked<Data> {
  readonly data?: Data | undefined;
  readonly fetching: boolean;
  readonly error?: CombinedError | undefined;
}

/**
 * Shows the answer to a query as it stands: on its way, failed, or here. An answer that is asked for anew stays on screen meanwhile.
 *
 * @example <Answer of={useQuery({ query: PRODUCT })}>{({ product }) => …}</Answer>
 */
export function Answer<Data>({ of: [state, again], children }: { of: readonly [Asked<Data>, (options?: { requestPolicy: 'network-only' }) => void, ...unknown[]]; children: (data: Data) => ReactNode }) {
  if (state.data) {
    return (
      <div className="answer" aria-busy={state.fetching}>
        {state.error && <Failed error={state.error} onAgain={() => again({ requestPolicy: 'network-only' })} />}
        {children(state.data)}
      </div>
    );
  }
  if (state.error) return <Failed error={state.error} onAgain={() => again({ requestPolicy: 'network-only' })} />;
  return <Loading />;
}
