// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import type { ShownProblem } from './states.js';

/** How long after the last key a search begins. */
const TYPING_PAUSE_MS = 150;

/** A search that answers as people type. */
export function SearchField({ label, value, onSearch }: { label: string; value: string; onSearch: (text: string) => void }) {
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
    <Labelled label={label}>
      {(id) => <input id={id} type="search" className="kern-form-input__input" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />}
    </Labelled>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What the server has against what stands there. */
  readonly problem?: ShownProblem | undefined;
  /** The control, with the id that the label speaks of, and those of what describes it; with a problem, it is marked as wrong. */
  readonly children: (id: string, describedBy: string | undefined, isWrong: true | undefined) => ReactNode;
}

/** A control under its label, with what helps to fill it in, and what is wrong with it. */
export function Labelled({ label, hint, problem, children }: LabelledProps) {
  const id = useId();
  const described = describedBy(id, hint, problem);
  return (
    <div className={problem ? 'kern-form-input kern-form-input--error field' : 'kern-form-input field'}>
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      {children(id, described, problem && true)}
      <Remarks id={id} hint={hint} problem={problem} />
    </div>
  );
}

/** What stands below a control: what is wrong with it, and what helps to fill it in. */
function Remarks({ id, hint, problem }: { id: string; hint: string | undefined; problem: ShownProblem | undefined }) {
  const { language } = useLanguage();
  return (
    <>
      {problem && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {language === 'de' ? problem.messageDe : problem.message} <span className="code">{problem.code}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </>
  );
}

const describedBy = (id: string, hint: string | undefined, problem: ShownProblem | undefined) => [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;

/** What all fields of forms have. */
interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: ShownProblem | undefined;
  readonly isNeeded?: boolean;
}

export function TextField({ label, hint, problem, value, placeholder, isNeeded = false, onType }: FieldProps & { value: string; placeholder?: string; onType: (text: string) => void }) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => <input id={id} type="text" className="kern-form-input__input" value={value} placeholder={placeholder} required={isNeeded} aria-describedby={described} aria-invalid={isWrong} onChange={(event) => onType(event.target.value)} autoComplete="off" />}
    </Labelled>
  );
}

/** Text in several lines. */
export function LinesField({ label, hint, problem, value, isNeeded = false, onChange }: FieldProps & { value: string; onChange: (text: string) => void }) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => <textarea id={id} className="kern-form-input__input" rows={3} value={value} required={isNeeded} aria-describedby={described} aria-invalid={isWrong} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  );
}

/** A calendar day, or none. */
export function DayField({ label, hint, problem, value, isNeeded = false, onChange }: FieldProps & { value: string; onChange: (day: string) => void }) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => <input id={id} type="date" className="kern-form-input__input" value={value} required={isNeeded} aria-describedby={described} aria-invalid={isWrong} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  );
}

/** A whole number, or nothing; the browser says what does not fit. */
export function NumberField({ label, hint, problem, value, least, most, isNeeded = false, onChange }: FieldProps & { value: number | null; least: number; most: number; onChange: (value: number | null) => void }) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => (
        <input
          id={id}
          type="number"
          className="kern-form-input__input"
          min={least}
          max={most}
          step={1}
          required={isNeeded}
          value={value ?? ''}
          aria-describedby={described}
          aria-invalid={isWrong}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
        />
      )}
    </Labelled>
  );
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
}

/** One of a few; with nothing chosen, all. */
export function SelectField<T extends string>({ label, hint, problem, value, choices, onChoose, none }: Omit<FieldProps, 'isNeeded'> & { value: T | undefined; choices: readonly Choice<T>[]; onChoose: (value: T | undefined) => void; none?: string }) {
  const t = useTexts(uiTexts);
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => (
        <div className="kern-form-input__select-wrapper">
          <select id={id} className="kern-form-input__select" aria-describedby={described} aria-invalid={isWrong} value={value ?? ''} onChange={(event) => onChoose(choices.find((choice) => choice.value === event.target.value)?.value)}>
            <option value="">{none ?? t.all}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </Labelled>
  );
}

/** Within so many days from now: the usual spans, and the one that is chosen. */
export function WithinField({ label, days, onChoose }: { label: string; days: number | undefined; onChoose: (days: number | undefined) => void }) {
  const t = useTexts(uiTexts);
  const { count } = useFormats();
  const spans = [...new Set([30, 90, 180, 365, ...(days === undefined ? [] : [days])])];
  return <SelectField label={label} value={days === undefined ? undefined : String(days)} choices={spans.map((span) => ({ value: String(span), name: t.days(count(span)) }))} onChoose={(chosen) => onChoose(chosen === undefined ? undefined : Number(chosen))} />;
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

/** Any of a few, in the order in which they are offered. */
export function ChecksField<T extends string>({ label, hint, problem, choices, chosen, onChoose }: Omit<FieldProps, 'isNeeded'> & { choices: readonly Choice<T>[]; chosen: readonly T[]; onChoose: (chosen: readonly T[]) => void }) {
  const id = useId();
  return (
    <fieldset className={problem ? 'kern-form-input kern-form-input--error field field-checks' : 'kern-form-input field field-checks'} aria-describedby={describedBy(id, hint, problem)}>
      <legend className="kern-label">{label}</legend>
      {choices.map(({ value, name }) => (
        <CheckField key={value} label={name} checked={chosen.includes(value)} onCheck={(checked) => onChoose(choices.map((choice) => choice.value).filter((other) => (other === value ? checked : chosen.includes(other))))} />
      ))}
      <Remarks id={id} hint={hint} problem={problem} />
    </fieldset>
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
