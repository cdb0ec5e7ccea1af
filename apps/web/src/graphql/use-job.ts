// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { graphql, type ResultOf } from './graphql.js';

const PROGRESS = graphql(`
  subscription JobProgress($id: ID!) {
    jobProgress(id: $id) { id kind status done total summary resultId problem { code message messageDe facts } }
  }
`);
const JOB = graphql(`
  query WatchedJob($id: ID!) {
    job(id: $id) { id kind status done total summary resultId problem { code message messageDe facts } }
  }
`);
/** Ends a job; planning keeps the best plan that it has found. */
export const CANCEL_JOB = graphql(`
  mutation CancelJob($id: ID!) {
    cancelJob(input: { id: $id }) {
      __typename
      ... on Problem { code message messageDe }
    }
  }
`);
/** How often a job is asked for where the subscription cannot be had. */
const ASK_EVERY_MS = 2_000;

export type WatchedJob = NonNullable<ResultOf<typeof JOB>['job']>;

/** A job as it goes on: by subscription, and by asking where something between browser and server lets none through. Null where there is no such job. */
export function useJob(id: string | undefined): WatchedJob | null | undefined {
  const variables = { id: id ?? '' };
  const [pushed] = useSubscription({ query: PROGRESS, variables, pause: id === undefined });
  const [asked, ask] = useQuery({ query: JOB, variables, pause: id === undefined, requestPolicy: 'network-only' });
  const [told, setTold] = useState<{ readonly id: string; readonly job: WatchedJob | null }>();
  const news = pushed.data?.jobProgress;
  const answer = asked.data?.job;
  useEffect(() => {
    if (id !== undefined && answer !== undefined) setTold((before) => (before?.id === id && before.job !== null && isEnded(before.job) ? before : { id, job: answer }));
  }, [id, answer]);
  useEffect(() => {
    if (id !== undefined && news?.id === id) setTold({ id, job: news });
  }, [id, news]);
  const job = told?.id === id ? told?.job : undefined;
  const isWaiting = id !== undefined && job !== null && (job === undefined || !isEnded(job));
  useEffect(() => {
    if (!isWaiting) return undefined;
    const clock = setInterval(() => ask({ requestPolicy: 'network-only' }), ASK_EVERY_MS);
    return () => clearInterval(clock);
  }, [isWaiting, ask]);
  return id === undefined ? undefined : job;
}

export function isEnded({ status }: Pick<WatchedJob, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}
