// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';
import { Alert } from './alert.js';
import { Button } from './button.js';
import { useUnsaved } from './use-unsaved.js';

/**
 * A question that comes before everything else. The browser keeps the focus inside, closes it by Escape, and gives the focus back. What was typed into it is not lost by a slip: Escape, and leaving
 * the screen, ask first.
 */
export function Dialog({ title, isOpen, onClose, actions, children }: { title: string; isOpen: boolean; onClose: () => void; actions?: ReactNode; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const t = useTexts(uiTexts);
  const [isEdited, setEdited] = useState(false);
  const [isAsking, setAsking] = useState(false);
  useUnsaved(isOpen && isEdited);
  useEffect(() => {
    const element = dialog.current!;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
    setEdited(false);
    setAsking(false);
  }, [isOpen]);
  useEffect(() => {
    if (isAsking) dialog.current!.querySelector<HTMLElement>('[data-edit-on]')?.focus();
  }, [isAsking]);
  const ask = (event: SyntheticEvent) => {
    if (!isEdited) return;
    event.preventDefault();
    setAsking(true);
  };
  return (
    // what is heard here comes up from the fields within
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="kern-dialog"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={ask}
      onKeyDown={(event) => {
        // a second Escape in a row would close it whatever is said to the first
        if (event.key === 'Escape') ask(event);
      }}
      onInput={(event) => {
        if (event.target instanceof Element && event.target.closest('form')) setEdited(true);
      }}
    >
      {isOpen && (
        <>
          <div className="kern-dialog__header">
            <h2 id={id} className="kern-title kern-title--large">
              {title}
            </h2>
            <Button kind="tertiary" icon="close" onClick={onClose}>
              {t.close}
            </Button>
          </div>
          <div className="kern-dialog__body">{children}</div>
          {isAsking && (
            <Alert tone="warning" title={t.discardUnsaved} isNews>
              <p className="row">
                <Button kind="secondary" data-edit-on onClick={() => setAsking(false)}>
                  {t.editOn}
                </Button>
                <Button kind="tertiary" onClick={onClose}>
                  {t.discard}
                </Button>
              </p>
            </Alert>
          )}
          {actions && <div className="kern-dialog__footer">{actions}</div>}
        </>
      )}
    </dialog>
  );
}

/** The buttons of a dialog: the way out, and what it is there for. */
export function DialogActions({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useTexts(uiTexts);
  return (
    <>
      <Button kind="secondary" onClick={onClose}>
        {t.cancel}
      </Button>
      {children}
    </>
  );
}

/** The same where a form is sent, which is named by its id. */
export function SubmitActions({ form, act, isBusy = false, onClose }: { form: string; act: string; isBusy?: boolean; onClose: () => void }) {
  return (
    <DialogActions onClose={onClose}>
      <Button type="submit" form={form} disabled={isBusy}>
        {act}
      </Button>
    </DialogActions>
  );
}

/** The form of a dialog, sent by a button among its actions that names its id; `noValidate`: the server alone says what is wrong. Where something is, the keyboard stands there afterwards, or what is about no field comes into sight. */
export function DialogForm({ id, className = 'stack', noValidate = false, onSubmit, children }: { id: string; className?: string; noValidate?: boolean; onSubmit: () => Promise<void>; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  const [sent, setSent] = useState(0);
  useEffect(() => {
    if (sent === 0) return;
    const wrong = form.current!.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else form.current!.querySelector('.kern-alert')?.scrollIntoView({ block: 'nearest' });
  }, [sent]);
  return (
    <form
      ref={form}
      id={id}
      className={className}
      noValidate={noValidate}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit().then(() => setSent((count) => count + 1));
      }}
    >
      {children}
    </form>
  );
}
