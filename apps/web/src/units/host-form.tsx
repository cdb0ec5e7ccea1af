// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { Permitted } from '../access/permitted.js';
import { DepartmentField, type Chosen } from '../catalogue/named-fields.js';
import { useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { DialogForm } from '../ui/dialog.js';
import { ChecksField } from '../ui/fields.js';
import { FormButton } from '../ui/form-button.js';
import { FormFoot } from '../ui/form-foot.js';
import { useToast } from '../ui/toast.js';
import { useRecordEditor } from '../ui/use-record-editor.js';
import { ASSIGN_HOST, HOST, type WholeHost } from './unit-queries.js';

/** The way to say to which unit a machine belongs. */
export function AssignHost({ host }: { host: WholeHost }) {
  const t = useTexts(unitsTexts);
  return (
    <Permitted to={[ASSIGN_HOST]}>
      <FormButton name={t.assign} title={t.assignHost(host.name)} act={t.save}>
        {(form, onDone) => <HostForm id={form} host={host} onSaved={() => onDone()} />}
      </FormButton>
    </Permitted>
  );
}

interface Entry {
  readonly department: Chosen | null;
}

const NOWHERE: Entry = { department: null };
const entryOf = ({ department }: WholeHost): Entry => ({ department });

function HostForm({ id, host, onSaved }: { id: string; host: WholeHost; onSaved: () => void }) {
  const t = useTexts(unitsTexts);
  const say = useToast();
  const client = useClient();
  const editor = useRecordEditor({ row: host, empty: NOWHERE, entryOf, paths: ['department'] });
  const { entry, edit, changed, read = host, at } = editor;
  const [release, setRelease] = useState<readonly string[]>([]);
  const [{ error }, assign] = useMutation(ASSIGN_HOST);
  const isByHand = read.provenance.some(({ field, origin }) => field === 'department' && origin === 'PERSON');
  const submit = async () => {
    editor.begin();
    const { data } = await assign({ input: { id: read.id, revision: read.revision, release: [...release], ...(changed.department !== undefined && { department: changed.department?.id ?? null }) } });
    const outcome = data?.curateHost;
    if (outcome?.__typename === 'CurateHostSuccess') {
      say(t.hostChanged(outcome.host.name));
      onSaved();
      return;
    }
    if (outcome?.__typename !== 'ChangedMeanwhileProblem') return editor.refuse(outcome);
    const asked = await client.query(HOST, { id: read.id }, { requestPolicy: 'network-only' }).toPromise();
    editor.refuseAsChanged(outcome, asked.data?.node?.__typename === 'Host' ? asked.data.node : null);
  };
  return (
    <DialogForm id={id} noValidate onSubmit={submit}>
      <DepartmentField label={t.department} hint={t.noUnitHint} problem={at('department')} value={entry.department} onChoose={(department) => edit({ department })} />
      {isByHand && <ChecksField label={t.release} hint={t.releaseHint} choices={[{ value: 'department', name: t.department }]} chosen={release as readonly 'department'[]} onChoose={setRelease} />}
      <FormFoot<Entry> editor={editor} error={error} labelOf={() => t.department} write={(_field, value) => value?.name ?? '–'} />
    </DialogForm>
  );
}
