// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { DepartmentField, type Chosen } from '../catalogue/named-fields.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { DialogForm } from '../ui/dialog.js';
import { ChecksField, NumberField, TextField } from '../ui/fields.js';
import { FormFoot } from '../ui/form-foot.js';
import { useToast } from '../ui/toast.js';
import { useRecordEditor } from '../ui/use-record-editor.js';
import { ADD_UNIT, CHANGE_UNIT, UNIT, type WholeUnit } from './unit-queries.js';

/** What is entered of an organisational unit. */
interface Entry {
  readonly name: string;
  readonly parent: Chosen | null;
  readonly users: number | null;
  readonly changeLoadLimit: number | null;
}

const PATHS = ['key', 'name', 'parent', 'users', 'changeLoadLimit'] as const;
const MOST_USERS = 10_000_000;
const MOST_LOAD = 1_000_000;

const chosen = ({ id, key, name }: Chosen): Chosen => ({ id, key, name });
const entryOf = ({ name, parent, users, changeLoadLimit }: WholeUnit): Entry => ({ name, parent: parent && chosen(parent), users, changeLoadLimit });

interface DepartmentFormProps {
  readonly id: string;
  /** The unit that is changed; none: a new one. */
  readonly unit?: WholeUnit;
  /** Below which a new one stands. */
  readonly parent?: Chosen | null;
  readonly onSaved: (key: string) => void;
}

/** Enters an organisational unit, or changes single fields of one; what somebody else changed meanwhile stands beside one's own. */
export function DepartmentForm({ id, unit, parent = null, onSaved }: DepartmentFormProps) {
  const t = useTexts(unitsTexts);
  const { count } = useFormats();
  const say = useToast();
  const client = useClient();
  const editor = useRecordEditor({ row: unit, empty: { name: '', parent: parent && chosen(parent), users: null, changeLoadLimit: null }, entryOf, paths: PATHS });
  const { entry, edit, changed, read, at } = editor;
  const [key, setKey] = useState('');
  const [release, setRelease] = useState<readonly string[]>([]);
  const [added, add] = useMutation(ADD_UNIT);
  const [saved, change] = useMutation(CHANGE_UNIT);
  const byHand = (read?.provenance ?? []).filter(({ origin }) => origin === 'PERSON').map(({ field }) => field);
  const submit = async () => {
    editor.begin();
    if (read === undefined) {
      const { data } = await add({ input: { ...entry, key, parent: entry.parent?.id ?? null } });
      const outcome = data?.createDepartment;
      if (outcome?.__typename !== 'CreateDepartmentSuccess') return editor.refuse(outcome);
      say(t.departmentAdded(outcome.department.name));
      return onSaved(outcome.department.key);
    }
    const { parent: above, ...plain } = changed;
    const { data } = await change({ input: { id: read.id, revision: read.revision, release: [...release], ...plain, ...(above !== undefined && { parent: above?.id ?? null }) } });
    const outcome = data?.curateDepartment;
    if (outcome?.__typename === 'CurateDepartmentSuccess') {
      say(t.departmentChanged(outcome.department.name));
      return onSaved(read.key);
    }
    if (outcome?.__typename !== 'ChangedMeanwhileProblem') return editor.refuse(outcome);
    const asked = await client.query(UNIT, { key: read.key }, { requestPolicy: 'network-only' }).toPromise();
    return editor.refuseAsChanged(outcome, asked.data?.departments.nodes[0]);
  };
  const labels: Readonly<Record<keyof Entry, string>> = { name: t.name, parent: t.parent, users: t.users, changeLoadLimit: t.changeLoad };
  const write = (value: Entry[keyof Entry]) => (typeof value === 'object' ? (value?.name ?? '–') : typeof value === 'number' ? count(value) : value);
  return (
    <DialogForm id={id} className="form-grid" noValidate onSubmit={submit}>
      {read === undefined && <TextField label={t.key} hint={t.keyHint} problem={at('key')} value={key} onType={setKey} />}
      <TextField label={t.name} problem={at('name')} value={entry.name} onType={(name) => edit({ name })} />
      <DepartmentField label={t.parent} hint={t.parentHint} problem={at('parent')} value={entry.parent} onChoose={(above) => edit({ parent: above && chosen(above) })} />
      <NumberField label={t.users} hint={t.usersHint} problem={at('users')} value={entry.users} least={0} most={MOST_USERS} onChange={(users) => edit({ users })} />
      <NumberField label={t.changeLoad} hint={t.changeLoadHint} problem={at('changeLoadLimit')} value={entry.changeLoadLimit} least={0} most={MOST_LOAD} onChange={(changeLoadLimit) => edit({ changeLoadLimit })} />
      {byHand.length > 0 && <ChecksField label={t.release} hint={t.releaseHint} choices={byHand.map((field) => ({ value: field, name: t.fields[field] ?? field }))} chosen={release} onChoose={setRelease} />}
      <FormFoot<Entry> editor={editor} error={added.error ?? saved.error} labelOf={(field) => labels[field]} write={(_field, value) => write(value)} />
    </DialogForm>
  );
}
