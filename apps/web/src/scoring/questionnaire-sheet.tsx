// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useMutation } from 'urql';
import { Permitted } from '../access/permitted.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { upload } from '../importing/upload.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { FileDrop } from '../ui/file-drop.js';
import { Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import { Failed, Loading, ProblemNote, type ShownProblem } from '../ui/states.js';
import { ABOUT_ANSWERS } from './use-answered-since.js';

const READ_SHEET = graphql(`
  mutation ReadSheet($input: ImportAssessmentsInput!) {
    importAssessments(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on ImportAssessmentsSuccess { rows accepted unchanged empty problems { code message messageDe line column } }
    }
  }
`);

type Read = Extract<ResultOf<typeof READ_SHEET>['importAssessments'], { __typename: 'ImportAssessmentsSuccess' }>;
type Stage = { readonly is: 'sending' } | { readonly is: 'refused'; readonly problem: ShownProblem } | { readonly is: 'seen' | 'kept'; readonly uploadId: string; readonly outcome: Read };

/** The questions as a table for people without access, and the way back: looked at first, then kept. */
export function QuestionnaireSheet() {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  const { count } = useFormats();
  const [author, setAuthor] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [{ error, fetching }, read] = useMutation(READ_SHEET);
  const take = async (uploadId: string, dryRun: boolean) => {
    const { data } = await read({ input: { uploadId, author: author.trim() || null, dryRun } }, dryRun ? {} : ABOUT_ANSWERS);
    const answer = data?.importAssessments;
    if (answer?.__typename === 'ImportAssessmentsSuccess') setStage({ is: dryRun ? 'seen' : 'kept', uploadId, outcome: answer });
    else setStage(answer && 'code' in answer ? { is: 'refused', problem: answer } : null);
  };
  const look = async (chosen: File) => {
    setFile(chosen);
    setStage({ is: 'sending' });
    const sent = await upload(chosen, language);
    if ('problem' in sent) setStage({ is: 'refused', problem: sent.problem });
    else await take(sent.uploadId, true);
  };
  const outcome = stage && 'outcome' in stage ? stage.outcome : null;
  return (
    <Section title={t.sheetTitle} hint={t.sheetHint}>
      <p className="row">
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} className="kern-link" href={`/questionnaires/open.${format}?language=${language}`} download>
            {t.sheetAs[format]}
          </a>
        ))}
      </p>
      <Permitted to={[READ_SHEET, 'POST /imports']} explain={t.sheetBack}>
        <TextField label={t.sheetAuthor} hint={t.sheetAuthorHint} value={author} onType={setAuthor} />
        <FileDrop label={t.sheetBack} hint={t.sheetBackHint} choose={t.sheetChoose} accept=".csv,.xlsx,.ods" isBusy={stage?.is === 'sending' || fetching} onFile={(chosen) => void look(chosen)} />
      </Permitted>
      {(stage?.is === 'sending' || fetching) && <Loading />}
      {error && <Failed error={error} />}
      {stage?.is === 'refused' && <ProblemNote problem={stage.problem} />}
      {outcome && (
        <div className="stack">
          <Alert tone={stage?.is === 'kept' ? 'success' : 'info'} title={stage?.is === 'kept' ? t.sheetKept(file?.name ?? '') : t.sheetSeen(file?.name ?? '')} isNews>
            <p>{t.sheetOutcome(count(outcome.accepted), count(outcome.unchanged), count(outcome.empty), count(outcome.problems.length))}</p>
          </Alert>
          {outcome.problems.length > 0 && (
            <PlainTable
              caption={t.sheetProblems}
              rows={outcome.problems}
              keyOf={({ line, column, code }) => `${line} ${column} ${code}`}
              columns={[
                { key: 'line', name: t.line, isNumeric: true, cell: ({ line }) => count(line) },
                { key: 'column', name: t.column, isNumeric: true, cell: ({ column }) => count(column) },
                { key: 'what', name: t.sheetProblems, cell: ({ message, messageDe }) => (language === 'de' ? messageDe : message) },
              ]}
            />
          )}
          {stage?.is === 'seen' && outcome.accepted > 0 && (
            <p className="row">
              <Button onClick={() => void take(stage.uploadId, false)} disabled={fetching}>
                {t.sheetKeep(count(outcome.accepted))}
              </Button>
              <Button kind="secondary" onClick={() => setStage(null)}>
                {t.sheetDrop}
              </Button>
            </p>
          )}
        </div>
      )}
    </Section>
  );
}
