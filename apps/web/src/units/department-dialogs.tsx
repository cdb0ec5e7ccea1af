// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Permitted } from '../access/permitted.js';
import type { Chosen } from '../catalogue/named-fields.js';
import { useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { Button } from '../ui/button.js';
import { Dialog, SubmitActions } from '../ui/dialog.js';
import { DepartmentForm } from './department-form.js';
import { ADD_UNIT, CHANGE_UNIT, type WholeUnit } from './unit-queries.js';

/** The way to a unit that no list has named; its page follows. */
export function NewDepartment({ parent = null }: { parent?: Chosen | null }) {
  const t = useTexts(unitsTexts);
  const form = useId();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<string>();
  const close = () => setOpen(false);
  // once the dialog is closed: an open one asks before it is left
  useEffect(() => {
    if (made !== undefined) void navigate({ to: '/aemter/$key', params: { key: made } });
  }, [made, navigate]);
  return (
    <Permitted to={[ADD_UNIT]}>
      <Button kind={parent ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
        {parent ? t.newDepartmentBelow : t.newDepartment}
      </Button>
      <Dialog title={t.newDepartment} isOpen={isOpen} onClose={close} actions={<SubmitActions form={form} act={t.add} onClose={close} />}>
        {isOpen && (
          <DepartmentForm
            id={form}
            parent={parent}
            onSaved={(key) => {
              close();
              setMade(key);
            }}
          />
        )}
      </Dialog>
    </Permitted>
  );
}

/** The way to correct a unit where it is shown. */
export function EditDepartment({ unit }: { unit: WholeUnit }) {
  const t = useTexts(unitsTexts);
  const form = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Permitted to={[CHANGE_UNIT]}>
      <Button onClick={() => setOpen(true)}>{t.edit}</Button>
      <Dialog title={t.editDepartment(unit.name)} isOpen={isOpen} onClose={close} actions={<SubmitActions form={form} act={t.save} onClose={close} />}>
        {isOpen && <DepartmentForm id={form} unit={unit} onSaved={close} />}
      </Dialog>
    </Permitted>
  );
}
