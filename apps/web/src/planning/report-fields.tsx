// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';

/** A calendar day, or none. */
export function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const id = useId();
  return (
    <div className="kern-form-input field">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="date" className="kern-form-input__input" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

/** Text in several lines. */
export function LinesField({ label, hint, value, isNeeded = false, onChange }: { label: string; hint?: string; value: string; isNeeded?: boolean; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className="kern-form-input field">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <textarea id={id} className="kern-form-input__input" rows={3} value={value} required={isNeeded} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.value)} />
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
