// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { Permitted } from '../access/permitted.js';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { Alert } from '../ui/alert.js';
import { Failed, ProblemNote, ProblemOf } from '../ui/states.js';
import { uiTexts } from '../i18n/ui.js';
import { CANCEL_JOB, isEnded, useJob, type WatchedJob } from '../graphql/use-job.js';

/** What planning has found so far. */
interface Found {
  readonly phase?: string;
  readonly objective?: number | null;
  readonly bound?: number | null;
  readonly gap01?: number | null;
}

/** A search as it goes on: what it is doing, how good the best plan is, and the way to end it and keep that. */
export function PlanningProgress({ job: id, title, onDone, onClose }: { job: string; title: string; onDone: (job: WatchedJob) => void; onClose: () => void }) {
  const t = useTexts(planningTexts);
  const ui = useTexts(uiTexts);
  const job = useJob(id);
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (job?.status !== 'DONE' || done.current === job.id) return;
    done.current = job.id;
    onDone(job);
  }, [job, onDone]);
  if (job === undefined || (job && !isEnded(job))) return <Running id={id} job={job} title={title} />;
  if (job === null || job.status === 'DONE') return null;
  const close = (
    <p>
      <Button kind="secondary" small onClick={onClose}>
        {ui.close}
      </Button>
    </p>
  );
  return (
    <div className="stack">
      {job.problem && job.status === 'FAILED' ? <ProblemNote problem={job.problem} /> : <Alert tone="info" title={t.stopped} isNews />}
      {close}
    </div>
  );
}

function Running({ id, job, title }: { id: string; job: WatchedJob | undefined; title: string }) {
  const t = useTexts(planningTexts);
  const { share, count } = useFormats();
  const [cancelled, cancel] = useMutation(CANCEL_JOB);
  const found = (job?.summary ?? {}) as Found;
  const hasPlan = typeof found.objective === 'number';
  const phase = t.phases[found.phase as keyof typeof t.phases] as string | undefined;
  const answer = cancelled.data?.cancelJob;
  return (
    <section className="planning-progress" aria-label={title}>
      <p className="kern-title">{title}</p>
      <p role="status">{job?.status === 'RUNNING' ? (phase ?? t.phases.READING) : t.waiting}</p>
      <progress aria-label={title} max={job?.total ?? 1} value={job?.total ? Math.min(job.done, job.total) : undefined} />
      {job?.total ? <p className="muted">{t.elapsed(count(job.done / 1000), count(job.total / 1000))}</p> : null}
      {job?.kind !== 'frontier' && job?.status === 'RUNNING' && <p>{!hasPlan ? t.noneYet : typeof found.gap01 === 'number' ? t.gapNow(share(found.gap01, 2)) : t.boundYet}</p>}
      <Permitted to={[CANCEL_JOB]}>
        <p>
          <Button kind="secondary" small disabled={cancelled.fetching || answer?.__typename === 'CancelJobSuccess'} onClick={() => void cancel({ id })}>
            {hasPlan ? t.stop : t.stopNothing}
          </Button>
        </p>
      </Permitted>
      {cancelled.error && <Failed error={cancelled.error} />}
      <ProblemOf answer={answer} />
    </section>
  );
}
