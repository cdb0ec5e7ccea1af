// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';

/** Locks that no plan knows yet: what they are, how to take them back, how to plan with them. */
export function LockBar({ changed, describe, onReset, onResetAll, onReplan }: { changed: readonly string[]; describe: (key: string) => string; onReset: (key: string) => void; onResetAll: () => void; onReplan: () => void }) {
  const t = useTexts(planningTexts);
  return (
    <div role="status" className={changed.length > 0 ? 'lock-bar' : undefined}>
      {changed.length > 0 && (
        <>
          <details>
            <summary>{t.locks(changed.length)}</summary>
            <ul className="plain-list">
              {changed.map((key) => (
                <li key={key}>
                  {describe(key)}{' '}
                  <Button kind="tertiary" small aria-label={`${t.release}: ${describe(key)}`} onClick={() => onReset(key)}>
                    {t.release}
                  </Button>
                </li>
              ))}
            </ul>
          </details>
          <div className="row">
            <Button kind="secondary" small onClick={onResetAll}>
              {t.releaseAll}
            </Button>
            <Button small icon="autorenew" onClick={onReplan}>
              {t.replan}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
