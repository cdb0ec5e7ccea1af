// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useNavigate } from '@tanstack/react-router';
import { Permitted } from '../access/permitted.js';
import type { Chosen } from '../catalogue/named-fields.js';
import { useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { FormButton } from '../ui/form-button.js';
import { DepartmentForm } from './department-form.js';
import { ADD_UNIT, CHANGE_UNIT, type WholeUnit } from './unit-queries.js';

/** The way to a unit that no list has named; its page follows. */
export function NewDepartment({ parent = null }: { parent?: Chosen | null }) {
  const t = useTexts(unitsTexts);
  const navigate = useNavigate();
  return (
    <Permitted to={[ADD_UNIT]}>
      <FormButton name={parent ? t.newDepartmentBelow : t.newDepartment} kind={parent ? 'secondary' : 'primary'} title={t.newDepartment} act={t.add} onLeave={(key) => void navigate({ to: '/aemter/$key', params: { key } })}>
        {(form, onDone) => <DepartmentForm id={form} parent={parent} onSaved={onDone} />}
      </FormButton>
    </Permitted>
  );
}

/** The way to correct a unit where it is shown. */
export function EditDepartment({ unit }: { unit: WholeUnit }) {
  const t = useTexts(unitsTexts);
  return (
    <Permitted to={[CHANGE_UNIT]}>
      <FormButton name={t.edit} title={t.editDepartment(unit.name)} act={t.save}>
        {(form, onDone) => <DepartmentForm id={form} unit={unit} onSaved={() => onDone()} />}
      </FormButton>
    </Permitted>
  );
}
