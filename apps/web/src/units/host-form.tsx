// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useClient, useMutation } from 'urql';
import { Permitted } from '../access/permitted.js';
import { DepartmentField, type Chosen } from '../catalogue/named-fields.js';
import { useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { Button } from '../ui/button.js';
import { ConflictNote } from '../ui/conflict-note.js';
import { Dialog, DialogForm, SubmitActions } from '../ui/dialog.js';
import { ChecksField } from '../ui/fields.js';
import { problemsByField, type PlacedProblem } from '../ui/problems-by-field.js';
import { Failed, ProblemNote } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { useEditor } from '../ui/use-editor.js';
import { ASSIGN_HOST, HOST, type WholeHost } from './unit-queries.js';

/** The way to say to which unit a machine belongs. */
export function AssignHost({ host }: { host: WholeHost }) {
  const t = useTexts(unitsTexts);
  const form = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Permitted to={[ASSIGN_HOST]}>
      <Button onClick={() => setOpen(true)}>{t.assign}</Button>
      <Dialog title={t.assignHost(host.name)} isOpen={isOpen} onClose={close} actions={<SubmitActions form={form} act={t.save} onClose={close} />}>
        {isOpen && <HostForm id={form} host={host} onSaved={close} />}
      </Dialog>
    </Permitted>
  );
}

const entryOf = ({ department }: WholeHost): { readonly department: Chosen | null } => ({ department });
const nameOf = (one: Chosen | null) => one?.name ?? '–';

function HostForm({ id, host, onSaved }: { id: string; host: WholeHost; onSaved: () => void }) {
  const t = useTexts(unitsTexts);
  const say = useToast();
  const client = useClient();
  const { entry, edit, changed, contested, rebase } = useEditor(entryOf(host));
  const [read, setRead] = useState(host);
  const [release, setRelease] = useState<readonly string[]>([]);
  const [today, setToday] = useState<WholeHost | null>(null);
  const [problem, setProblem] = useState<PlacedProblem | null>(null);
  const [{ error }, assign] = useMutation(ASSIGN_HOST);
  const { at, rest } = problemsByField(today === null ? problem : null, ['department']);
  const isByHand = read.provenance.some(({ field, origin }) => field === 'department' && origin === 'PERSON');
  const submit = async () => {
    setToday(null);
    setProblem(null);
    const { data } = await assign({ input: { id: read.id, revision: read.revision, release: [...release], ...(changed.department !== undefined && { department: changed.department?.id ?? null }) } });
    const outcome = data?.curateHost;
    if (outcome?.__typename === 'CurateHostSuccess') {
      say(t.hostChanged(outcome.host.name));
      onSaved();
      return;
    }
    setProblem(outcome ?? null);
    if (outcome?.__typename !== 'ChangedMeanwhileProblem') return;
    const asked = await client.query(HOST, { id: read.id }, { requestPolicy: 'network-only' }).toPromise();
    setToday(asked.data?.node?.__typename === 'Host' ? asked.data.node : null);
  };
  const goOn = (keepMine: boolean) => {
    rebase(entryOf(today!), keepMine);
    setRead(today!);
    setToday(null);
    setProblem(null);
  };
  return (
    <DialogForm id={id} noValidate onSubmit={submit}>
      <DepartmentField label={t.department} hint={t.noUnitHint} problem={at('department')} value={entry.department} onChoose={(department) => edit({ department })} />
      {isByHand && <ChecksField label={t.release} hint={t.releaseHint} choices={[{ value: 'department', name: t.department }]} chosen={release as readonly 'department'[]} onChoose={setRelease} />}
      {error && <Failed error={error} />}
      {today !== null && problem !== null && (
        <ConflictNote problem={problem} rows={contested(entryOf(today)).map(({ field, before, mine, today: now }) => ({ field, label: t.department, before: nameOf(before), mine: nameOf(mine), today: nameOf(now) }))} onKeepMine={() => goOn(true)} onTakeToday={() => goOn(false)} />
      )}
      {rest.map((one) => (
        <ProblemNote key={one.code} problem={one} />
      ))}
    </DialogForm>
  );
}
