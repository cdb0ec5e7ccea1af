// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef, useState } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';

/** How long after the last key a search begins. */
const TYPING_PAUSE_MS = 150;

/** A search that answers as people type. */
export function SearchField({ label, value, onSearch }: { label: string; value: string; onSearch: (text: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return; // what was typed here comes back by the address
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return undefined;
    const pause = setTimeout(() => {
      told.current = typed;
      onSearch(typed);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, onSearch]);
  return (
    <div className="kern-form-input field">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="search" className="kern-form-input__input" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
    </div>
  );
}

export function TextField({ label, hint, value, placeholder, onType }: { label: string; hint?: string; value: string; placeholder?: string; onType: (text: string) => void }) {
  const id = useId();
  return (
    <div className="kern-form-input field">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="text" className="kern-form-input__input" value={value} placeholder={placeholder} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onType(event.target.value)} autoComplete="off" />
      {hint && (
        <p id={`${id}-hint`} className="muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
}

/** One of a few; with nothing chosen, all. */
export function SelectField<T extends string>({ label, value, choices, onChoose, none }: { label: string; value: T | undefined; choices: readonly Choice<T>[]; onChoose: (value: T | undefined) => void; none?: string }) {
  const id = useId();
  const t = useTexts(uiTexts);
  return (
    <div className="kern-form-input field">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select id={id} className="kern-form-input__select" value={value ?? ''} onChange={(event) => onChoose(choices.find((choice) => choice.value === event.target.value)?.value)}>
          <option value="">{none ?? t.all}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

export function CheckField({ label, checked, onCheck }: { label: string; checked: boolean; onCheck: (checked: boolean) => void }) {
  const id = useId();
  return (
    <div className="kern-form-check field-check">
      <input id={id} type="checkbox" className="kern-form-check__checkbox" checked={checked} onChange={(event) => onCheck(event.target.checked)} />
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}

/** Yes, no, or either. */
export function YesNoField({ label, value, onChoose }: { label: string; value: boolean | undefined; onChoose: (value: boolean | undefined) => void }) {
  const t = useTexts(uiTexts);
  return (
    <SelectField
      label={label}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      choices={[
        { value: 'yes', name: t.yes },
        { value: 'no', name: t.no },
      ]}
      onChoose={(chosen) => onChoose(chosen === undefined ? undefined : chosen === 'yes')}
    />
  );
}
