// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';
import { Button } from './button.js';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

const ToastContext = createContext<((text: string, undo?: () => void) => void) | null>(null);

/** Toasts that stand at most; they stay until they are closed, so that nobody has to be fast. */
const MOST_TOASTS = 3;

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts(uiTexts);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const shelf = useRef<HTMLElement>(null);
  useEffect(() => {
    // whatever else stands at the lower edge stands above them
    const grown = new ResizeObserver(([entry]) => document.documentElement.style.setProperty('--fp-toasts', `${entry!.contentRect.height}px`));
    grown.observe(shelf.current!);
    return () => grown.disconnect();
  }, []);
  const say = useCallback((text: string, undo?: () => void) => setToasts((standing) => [...standing, { id: next.current++, text, undo }].slice(-MOST_TOASTS)), []);
  const close = (id: number) => setToasts((standing) => standing.filter((toast) => toast.id !== id));
  return (
    <ToastContext value={useMemo(() => say, [say])}>
      {children}
      <section ref={shelf} className="toasts" aria-label={t.notices} aria-live="polite">
        {toasts.map(({ id, text, undo }) => (
          <div key={id} className="toast">
            <span>{text}</span>
            {undo && (
              <Button
                kind="secondary"
                small
                onClick={() => {
                  close(id);
                  undo();
                }}
              >
                {t.undo}
              </Button>
            )}
            <Button kind="tertiary" small icon="close" onClick={() => close(id)}>
              {t.close}
            </Button>
          </div>
        ))}
      </section>
    </ToastContext>
  );
}

/** Says what was done, with the way to undo it. */
export function useToast(): (text: string, undo?: () => void) => void {
  const say = use(ToastContext);
  if (!say) throw new Error('outside of ToastProvider');
  return say;
}
