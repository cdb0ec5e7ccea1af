// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../access/permitted.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { isEnded, useJob } from '../graphql/use-job.js';
import { importingTexts } from '../i18n/importing.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { DataTable } from '../ui/data-table.js';
import { Dialog } from '../ui/dialog.js';
import { CheckField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { Empty, Failed, Loading, ProblemNote } from '../ui/states.js';
import { useToast } from '../ui/toast.js';

const IMPORTS = graphql(`
  query Imports($first: Int!, $after: String) {
    imports(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id fileName source format importedAt records rejected installationsAdded installationsChanged installationsRemoved titlesQueued undoneAt }
    }
  }
`);
const UNDO = graphql(`
  mutation UndoImport($input: UndoImportInput!) {
    undoImport(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on UndoImportSuccess { job { id } }
    }
  }
`);

type Past = ResultOf<typeof IMPORTS>['imports']['nodes'][number];

/** Imports so far, each of which can be undone. */
export function PastImports({ changes }: { changes: number }) {
  const t = useTexts(importingTexts);
  const { count, instant } = useFormats();
  const [chosen, setChosen] = useState<Past | null>(null);
  const mayUndo = useMay(UNDO);
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(IMPORTS, {}, (data) => data.imports);
  useEffect(() => {
    if (changes > 0) reload();
  }, [changes, reload]);
  return (
    <Section title={t.past}>
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {totalCount === 0 && !isLoading && <Empty title={t.noPast}>{t.noPastAdvice}</Empty>}
      {(totalCount ?? 0) > 0 && (
        <DataTable
          caption={t.past}
          columns={[
            { key: 'file', name: t.name, width: 2, cell: ({ fileName }: Past) => fileName },
            { key: 'source', name: t.source, width: 1.5, cell: ({ source }) => source },
            { key: 'when', name: t.when, width: 1.5, cell: ({ importedAt }) => instant(importedAt) },
            { key: 'records', name: t.records, isNumeric: true, cell: ({ records }) => count(records) },
            { key: 'added', name: t.added, isNumeric: true, cell: ({ installationsAdded }) => count(installationsAdded) },
            { key: 'removed', name: t.removed, isNumeric: true, cell: ({ installationsRemoved }) => count(installationsRemoved) },
            {
              key: 'undo',
              name: t.undo,
              width: 1.3,
              cell: (past) =>
                past.undoneAt ? (
                  <span className="muted">{t.undone}</span>
                ) : (
                  mayUndo && (
                    <Button kind="tertiary" small onClick={() => setChosen(past)} aria-label={`${t.undo}: ${past.fileName}, ${instant(past.importedAt)}`}>
                      {t.undo}
                    </Button>
                  )
                ),
            },
          ]}
          rows={rows}
          keyOf={({ id }) => id}
          totalCount={totalCount}
          loadUpTo={loadUpTo}
          isBusy={isLoading}
        />
      )}
      <UndoDialog past={chosen} onClose={() => setChosen(null)} onUndone={reload} />
    </Section>
  );
}

function UndoDialog({ past, onClose, onUndone }: { past: Past | null; onClose: () => void; onUndone: () => void }) {
  const t = useTexts(importingTexts);
  const say = useToast();
  const [acceptConflicts, setAccept] = useState(false);
  const [{ data, error, fetching }, undo] = useMutation(UNDO);
  const answer = data?.undoImport;
  const started = answer?.__typename === 'UndoImportSuccess' ? answer.job.id : undefined;
  const [seen, setSeen] = useState<string>();
  const job = useJob(started);
  const isNew = started !== undefined && started !== seen;
  useEffect(() => {
    if (!isNew || job?.status !== 'DONE') return;
    setSeen(started);
    say(t.undoDone);
    onUndone();
    onClose();
  }, [isNew, job, started, say, t, onUndone, onClose]);
  const problem = answer && 'code' in answer ? answer : isNew && job?.status === 'FAILED' ? job.problem : null;
  return (
    <Dialog
      title={t.undoTitle}
      isOpen={past !== null}
      onClose={onClose}
      actions={
        <Button onClick={() => past && void undo({ input: { id: past.id, acceptConflicts, dryRun: false } })} disabled={fetching || (isNew && job !== null && (job === undefined || !isEnded(job)))}>
          {t.undo}
        </Button>
      }
    >
      <div className="stack">
        <p>{past && t.undoText(past.fileName)}</p>
        <CheckField label={t.undoConflicts} checked={acceptConflicts} onCheck={setAccept} />
        {error && <Failed error={error} />}
        {problem && <ProblemNote problem={problem} />}
      </div>
    </Dialog>
  );
}
