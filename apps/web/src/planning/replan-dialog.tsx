// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { planningTexts } from '../i18n/planning.js';
import { useTexts } from '../i18n/language.js';
import { Dialog, DialogForm, SubmitActions } from '../ui/dialog.js';
import { NumberField, SelectField } from '../ui/fields.js';
import { Failed, ProblemOf } from '../ui/states.js';
import { SCENARIOS, START_PLANNING } from './plan-queries.js';
import type { Locks } from './roadmap.js';

interface ReplanDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Scenario of the plan that is looked at. */
  readonly scenario: string | undefined;
  readonly hasPlanInForce: boolean;
  readonly locks: Locks;
  /** A lock in words. */
  readonly describe: (key: string) => string;
  readonly onStarted: (job: string) => void;
}

/** Asks what a new plan is to keep, and starts it. */
export function ReplanDialog({ isOpen, onClose, scenario, hasPlanInForce, locks, describe, onStarted }: ReplanDialogProps) {
  const t = useTexts(planningTexts);
  const form = useId();
  const [{ data }] = useQuery({ query: SCENARIOS, pause: !isOpen });
  const [started, start] = useMutation(START_PLANNING);
  const [chosen, setChosen] = useState<string>();
  const [seconds, setSeconds] = useState<number | null>(20);
  const [maxChanges, setMaxChanges] = useState<number | null>(null);
  const answer = started.data?.startPlanning;
  const names = data?.scenarios.nodes.map(({ name }) => ({ value: name, name })) ?? [];
  const submit = async () => {
    const wished = [...locks].map(([product, period]) => ({ product, period }));
    const { data: result } = await start({ input: { scenario: chosen ?? scenario ?? null, timeLimitSeconds: seconds ?? 20, maxChanges: hasPlanInForce ? maxChanges : null, locks: wished } });
    if (result?.startPlanning.__typename === 'StartPlanningSuccess') onStarted(result.startPlanning.job.id);
  };
  return (
    <Dialog
      title={t.replanTitle}
      isOpen={isOpen}
      onClose={onClose}
      actions={<SubmitActions form={form} act={t.startPlanning} isBusy={started.fetching} onClose={onClose} />}
    >
      <DialogForm id={form} className="planning-form" onSubmit={submit}>
        <p className="kern-body">{t.replanLead}</p>
        {names.length > 0 && <SelectField label={t.scenario} value={chosen} choices={names.filter(({ value }) => value !== scenario)} onChoose={setChosen} none={scenario ?? '–'} />}
        <NumberField label={t.seconds} value={seconds} least={1} most={3600} isNeeded onChange={setSeconds} />
        {hasPlanInForce && <NumberField label={t.changes} hint={t.changesHint} value={maxChanges} least={0} most={100_000} onChange={setMaxChanges} />}
        <div>
          <p className="kern-label">{t.locksOfPlan}</p>
          {locks.size === 0 ? (
            <p className="field-hint">{t.noLocks}</p>
          ) : (
            <ul className="plain-list">
              {[...locks.keys()].map((key) => (
                <li key={key}>{describe(key)}</li>
              ))}
            </ul>
          )}
        </div>
        {started.error && <Failed error={started.error} />}
        <ProblemOf answer={answer} />
      </DialogForm>
    </Dialog>
  );
}
