// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { Dialog, DialogActions, DialogForm } from '../ui/dialog.js';
import { DayField, LinesField, SelectField } from '../ui/fields.js';
import { Failed, ProblemOf } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import type { MigrationStatus } from './migration-statuses.js';
import type { SteeredMigration } from './migrations-query.js';

export const SET_STATUS = graphql(`
  mutation SetMigrationStatus($input: SetMigrationStatusInput!) {
    setMigrationStatus(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on SetMigrationStatusSuccess { migration { id status revision } }
    }
  }
`);

interface StatusDialogProps {
  readonly migration: SteeredMigration | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** Reads the migration anew. */
  readonly onReload: () => void;
}

/** Says how far a migration is. */
export function StatusDialog({ migration, onClose, onSaved, onReload }: StatusDialogProps) {
  const t = useTexts(planningTexts);
  const form = useId();
  const steps = migration?.nextStatuses ?? [];
  return (
    <Dialog
      title={migration ? t.reportOf(migration.product.name) : ''}
      isOpen={migration !== undefined}
      onClose={onClose}
      actions={
        <DialogActions onClose={onClose}>
          {steps.length > 0 && (
            <Button type="submit" form={form}>
              {t.save}
            </Button>
          )}
        </DialogActions>
      }
    >
      {migration && (
        <div className="stack">
          {steps.length === 0 ? <p className="kern-body">{t.noStep}</p> : <StatusForm key={`${migration.id} ${migration.revision}`} id={form} migration={migration} steps={steps} onSaved={onSaved} onReload={onReload} />}
          <History of={migration.history} />
        </div>
      )}
    </Dialog>
  );
}

function StatusForm({ id, migration, steps, onSaved, onReload }: { id: string; migration: SteeredMigration; steps: readonly MigrationStatus[] } & Pick<StatusDialogProps, 'onSaved' | 'onReload'>) {
  const t = useTexts(planningTexts);
  const say = useToast();
  const [status, setStatus] = useState(steps[0]!);
  const [on, setOn] = useState('');
  const [blockers, setBlockers] = useState(migration.blockers.join('\n'));
  const [note, setNote] = useState('');
  const [saved, save] = useMutation(SET_STATUS);
  const answer = saved.data?.setMigrationStatus;
  const submit = async () => {
    const lines = blockers.split('\n').filter((line) => line.trim() !== '');
    const { data } = await save({ input: { product: migration.product.key, status, on: on || null, blockers: status === 'BLOCKED' ? lines : null, note: note.trim() || null, revision: migration.revision } });
    if (data?.setMigrationStatus.__typename !== 'SetMigrationStatusSuccess') return;
    say(t.saved(migration.product.name, t.statuses[status]));
    onSaved();
  };
  return (
    <DialogForm id={id} className="planning-form" onSubmit={submit}>
      <SelectField label={t.newStatus} value={status === steps[0] ? undefined : status} none={t.statuses[steps[0]!]} choices={steps.slice(1).map((value) => ({ value, name: t.statuses[value] }))} onChoose={(chosen) => setStatus(chosen ?? steps[0]!)} />
      <DayField label={t.on} value={on} onChange={setOn} />
      {status === 'BLOCKED' && <LinesField label={t.blockers} hint={t.blockersHint} value={blockers} isNeeded onChange={setBlockers} />}
      <LinesField label={t.note} value={note} onChange={setNote} />
      {saved.error && <Failed error={saved.error} />}
      <ProblemOf answer={answer} onReload={onReload} />
    </DialogForm>
  );
}

function History({ of: events }: { of: SteeredMigration['history'] }) {
  const t = useTexts(planningTexts);
  const { day } = useFormats();
  return (
    <details>
      <summary>{t.history}</summary>
      <ul className="plain-list">
        {events.map(({ status, on, blockers, note, recordedAt }) => (
          <li key={recordedAt}>
            {day(on)}: {t.statuses[status]}
            {blockers.length > 0 && ` – ${blockers.join('; ')}`}
            {note && ` – ${note}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
