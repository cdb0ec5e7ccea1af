// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';

/** A whole number, or nothing; the browser says what does not fit. */
export function NumberField({ label, hint, value, least, most, isNeeded = false, onChange }: { label: string; hint?: string; value: number | null; least: number; most: number; isNeeded?: boolean; onChange: (value: number | null) => void }) {
  const id = useId();
  return (
    <div className="kern-form-input field">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        className="kern-form-input__input"
        min={least}
        max={most}
        step={1}
        required={isNeeded}
        value={value ?? ''}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
      />
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
