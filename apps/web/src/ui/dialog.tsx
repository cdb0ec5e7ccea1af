// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';
import { Button } from './button.js';

/** A question that comes before everything else. The browser keeps the focus inside, closes it by Escape, and gives the focus back. */
export function Dialog({ title, isOpen, onClose, actions, children }: { title: string; isOpen: boolean; onClose: () => void; actions?: ReactNode; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const t = useTexts(uiTexts);
  useEffect(() => {
    const element = dialog.current!;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="kern-dialog" aria-labelledby={id} onClose={onClose}>
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

/** The form of a dialog, sent by a button among its actions that names its id. */
export function DialogForm({ id, className = 'stack', onSubmit, children }: { id: string; className?: string; onSubmit: () => Promise<void>; children: ReactNode }) {
  return (
    <form
      id={id}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
    </form>
  );
}
