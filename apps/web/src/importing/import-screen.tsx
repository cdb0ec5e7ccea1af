// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { Permitted, useMay } from '../access/permitted.js';
import { graphql } from '../graphql/graphql.js';
import { CANCEL_JOB, isEnded, useJob } from '../graphql/use-job.js';
import { importingTexts } from '../i18n/importing.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { CheckField, TextField } from '../ui/fields.js';
import { FileDrop } from '../ui/file-drop.js';
import { JobProgress } from '../ui/job-progress.js';
import { Page, Section } from '../ui/page.js';
import { Failed, ProblemNote, type ShownProblem } from '../ui/states.js';
import { columnsOf, ColumnMapping, type Mapping } from './column-mapping.js';
import { ImportPreview, summaryOf } from './import-preview.js';
import { PastImports } from './past-imports.js';
import { upload } from './upload.js';

const START = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on StartImportSuccess { job { id } }
    }
  }
`);
interface Wishes {
  readonly source: string;
  readonly partial: boolean;
  readonly pseudonymise: boolean;
  readonly mapping: Mapping;
}

type Stage = { readonly is: 'sending'; readonly share01: number } | { readonly is: 'preview' | 'taking'; readonly job: string } | { readonly is: 'refused'; readonly problem: ShownProblem };

/** A file is dropped, looked at, and taken over. */
export function ImportScreen() {
  const t = useTexts(importingTexts);
  const [file, setFile] = useState<{ readonly file: File; readonly round: number } | null>(null);
  const [round, setRound] = useState(0);
  const [imported, setImported] = useState(0);
  // the focus stays with what is told, though the button that was pressed is gone
  const place = useRef<HTMLDivElement>(null);
  const told = useRef<HTMLDivElement>(null);
  const end = () => {
    setFile(null);
    place.current?.querySelector('button')?.focus();
  };
  const countDone = useCallback(() => setImported((count) => count + 1), []);
  return (
    <Page title={t.title} lead={t.lead}>
      <Permitted to={[START, 'POST /imports']} explain={t.file}>
        <div ref={place}>
          <FileDrop
            label={t.file}
            hint={t.fileHint}
            choose={t.choose}
            onFile={(chosen) => {
              setRound(round + 1);
              setFile({ file: chosen, round: round + 1 });
            }}
          />
        </div>
      </Permitted>
      {file && (
        <div ref={told} tabIndex={-1} className="told">
          <ImportOf key={file.round} file={file.file} onTake={() => told.current?.focus()} onEnd={end} onDone={countDone} />
        </div>
      )}
      <PastImports changes={imported} />
    </Page>
  );
}

function ImportOf({ file, onTake, onEnd, onDone }: { file: File; onTake: () => void; onEnd: () => void; onDone: () => void }) {
  const t = useTexts(importingTexts);
  const { language } = useLanguage();
  const { count, share } = useFormats();
  const [wishes, setWishes] = useState<Wishes>({ source: '', partial: false, pseudonymise: false, mapping: {} });
  const [stage, setStage] = useState<Stage | null>(null);
  const [{ error }, start] = useMutation(START);
  const [, cancel] = useMutation(CANCEL_JOB);
  const mayStop = useMay(CANCEL_JOB);
  const job = useJob(stage && 'job' in stage ? stage.job : undefined);
  const isBusy = stage?.is === 'sending' || (stage !== null && 'job' in stage && job !== null && (job === undefined || !isEnded(job)));
  const begin = async (dryRun: boolean) => {
    setStage({ is: 'sending', share01: 0 });
    const sent = await upload(file, language, (share01) => setStage({ is: 'sending', share01 }));
    if ('problem' in sent) return setStage({ is: 'refused', problem: sent.problem });
    const mapping = Object.entries(wishes.mapping).flatMap(([column, field]) => (field ? [{ column, field }] : []));
    const { data } = await start({ input: { uploadId: sent.uploadId, source: wishes.source.trim() || null, partial: wishes.partial, pseudonymise: wishes.pseudonymise || null, dryRun, mapping, keepUserNames: false } });
    const answer = data?.startImport;
    if (answer?.__typename === 'StartImportSuccess') return setStage({ is: dryRun ? 'preview' : 'taking', job: answer.job.id });
    return setStage(answer && 'code' in answer ? { is: 'refused', problem: answer } : null);
  };
  const takeOver = () => {
    onTake();
    void begin(false);
  };
  const stop = async () => {
    if (stage && 'job' in stage) await cancel({ id: stage.job });
  };
  const problem = stage?.is === 'refused' ? stage.problem : job?.status === 'FAILED' ? job.problem : null;
  const summary = job?.status === 'DONE' ? summaryOf(job.summary) : null;
  const isTaken = stage?.is === 'taking' && job?.status === 'DONE';
  if (isTaken && summary) return <Taken name={file.name} waiting={summary.queued} onEnd={onEnd} onShown={onDone} />;
  return (
    <Section title={file.name}>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          void begin(true);
        }}
      >
        <TextField label={t.source} hint={t.sourceHint} value={wishes.source} placeholder={file.name} onType={(source) => setWishes({ ...wishes, source })} />
        <div className="stack">
          <CheckField label={t.partial} checked={wishes.partial} onCheck={(partial) => setWishes({ ...wishes, partial })} />
          <CheckField label={t.pseudonymise} checked={wishes.pseudonymise} onCheck={(pseudonymise) => setWishes({ ...wishes, pseudonymise })} />
        </div>
        <Button type="submit" kind={summary ? 'secondary' : 'primary'} disabled={isBusy}>
          {t.again}
        </Button>
        <Button kind="tertiary" onClick={onEnd} disabled={isBusy}>
          {t.discard}
        </Button>
      </form>
      {stage?.is === 'sending' && (
        <p role="status">{t.sending(file.name, share(stage.share01))}</p>
      )}
      {stage && 'job' in stage && isBusy && <JobProgress name={t.running} step={job ? t.working(count(job.done), job.total === null ? null : count(job.total)) : ''} done={job?.done ?? 0} total={job?.total ?? null} {...(mayStop ? { onStop: () => void stop() } : {})} stopName={t.stop} />}
      {job?.status === 'CANCELLED' && <Alert tone="info" title={t.stopped} isNews />}
      {error && <Failed error={error} />}
      {problem && <ProblemNote problem={problem} />}
      {problem && columnsOf(job?.problem?.facts).length > 0 && <ColumnMapping columns={columnsOf(job?.problem?.facts)} detected={{}} mapping={wishes.mapping} onMap={(mapping) => setWishes({ ...wishes, mapping })} />}
      {summary && (
        <>
          <ImportPreview summary={summary} />
          {summary.columns.length > 0 && <ColumnMapping columns={summary.columns} detected={summary.mapping} mapping={wishes.mapping} onMap={(mapping) => setWishes({ ...wishes, mapping })} />}
          <p className="row">
            <Button onClick={takeOver} disabled={isBusy}>
              {t.takeOver}
            </Button>
          </p>
        </>
      )}
    </Section>
  );
}

function Taken({ name, waiting, onEnd, onShown }: { name: string; waiting: number; onEnd: () => void; onShown: () => void }) {
  const t = useTexts(importingTexts);
  const ui = useTexts(uiTexts);
  const { count } = useFormats();
  useEffect(onShown, [onShown]);
  return (
    <Alert tone="success" title={t.done(name)} isNews>
      <p className="row">
        {waiting > 0 && (
          <Link to="/zuordnung" className="kern-link">
            {t.queued(count(waiting))}
          </Link>
        )}
        <Button kind="secondary" small onClick={onEnd}>
          {ui.close}
        </Button>
      </p>
    </Alert>
  );
}
