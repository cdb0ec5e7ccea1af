// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parseEuro } from '#kernel';
import { uiTexts } from '../i18n/ui.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Labelled } from './fields.js';
import type { ShownProblem } from './states.js';

/** An amount in euro as people write it, read as it is typed; empty: not known. */
export function MoneyField({ label, hint, problem, value, onType }: { label: string; hint?: string; problem?: ShownProblem | undefined; value: string; onType: (text: string) => void }) {
  const t = useTexts(uiTexts);
  const { money } = useFormats();
  const cents = value.trim() === '' ? undefined : parseEuro(value);
  const said = cents === undefined ? hint : cents === null ? t.noAmount : t.understoodAs(money(cents, true));
  return (
    <Labelled label={label} hint={said} problem={problem}>
      {(id, described, isWrong) => <input id={id} type="text" inputMode="decimal" className="kern-form-input__input" value={value} aria-describedby={described} aria-invalid={isWrong ?? (cents === null || undefined)} autoComplete="off" onChange={(event) => onType(event.target.value)} />}
    </Labelled>
  );
}
