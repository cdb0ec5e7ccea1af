// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog, SubmitActions } from './dialog.js';

interface FormButtonProps {
  /** What stands on the button. */
  readonly name: string;
  readonly kind?: 'primary' | 'secondary';
  /** Of the dialog. */
  readonly title: string;
  /** What sends the form. */
  readonly act: string;
  /** The form, by the id that it is given; it says when it is done, and where that leads, if anywhere. */
  readonly children: (form: string, onDone: (key?: string) => void) => ReactNode;
  /** Leads on, once the dialog is closed: an open one asks before it is left. */
  readonly onLeave?: (key: string) => void;
}

/** A button that opens a form in a dialog. */
export function FormButton({ name, kind = 'primary', title, act, children, onLeave }: FormButtonProps) {
  const form = useId();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<string>();
  const close = () => setOpen(false);
  useEffect(() => {
    if (made !== undefined) onLeave?.(made);
    // once for each that was made
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [made]);
  return (
    <>
      <Button kind={kind} onClick={() => setOpen(true)}>
        {name}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close} actions={<SubmitActions form={form} act={act} onClose={close} />}>
        {isOpen &&
          children(form, (key) => {
            close();
            setMade(key);
          })}
      </Dialog>
    </>
  );
}
