// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState } from 'react';
import { frameTexts } from '../i18n/frame.js';
import { useTexts } from '../i18n/language.js';
import { Icon } from '../ui/icon.js';

type Look = 'light' | 'dark';
const CHOSEN = 'fahrplan.look';

const shown = (): Look => (document.documentElement.dataset['kernTheme'] === 'dark' ? 'dark' : 'light');

/** Storage may be forbidden; then a choice holds until the page is left. */
function kept(): string | null {
  try {
    return localStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
}

function keep(look: Look): void {
  try {
    localStorage.setItem(CHOSEN, look);
  } catch {
    // nothing to be done about it
  }
}

/** Light or dark: the system's choice, until the reader makes one. */
export function LookSwitch() {
  const t = useTexts(frameTexts);
  const [look, setLook] = useState<Look>(shown);
  const show = useCallback((next: Look) => {
    document.documentElement.dataset['kernTheme'] = next;
    setLook(next);
  }, []);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      if (kept() === null) show(system.matches ? 'dark' : 'light');
    };
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [show]);
  const other = look === 'dark' ? 'light' : 'dark';
  const choose = () => {
    keep(other);
    show(other);
  };
  return (
    <button type="button" className="frame-tool" onClick={choose}>
      <Icon name={other === 'dark' ? 'dark-mode' : 'light-mode'} />
      {other === 'dark' ? t.dark : t.light}
    </button>
  );
}
