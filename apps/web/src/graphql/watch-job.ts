// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useSubscription } from 'urql';
import { graphql, type ResultOf } from './graphql.js';

const PROGRESS = graphql(`
  subscription JobProgress($id: ID!) {
    jobProgress(id: $id) {
      id
      kind
      status
      step
      done
      total
      subject
      summary
      resultId
      problem { code message messageDe facts }
    }
  }
`);

export type WatchedJob = ResultOf<typeof PROGRESS>['jobProgress'];

/** A job as it goes on, told by the server; undefined before it has said anything, or without an id. */
export function useJob(id: string | undefined): { readonly job: WatchedJob | undefined; readonly isLost: boolean } {
  const [{ data, error }] = useSubscription({ query: PROGRESS, variables: { id: id ?? '' }, pause: id === undefined });
  return { job: data?.jobProgress.id === id ? data?.jobProgress : undefined, isLost: error !== undefined };
}

export const hasEnded = (job: WatchedJob | undefined): boolean => job !== undefined && job.status !== 'QUEUED' && job.status !== 'RUNNING';
