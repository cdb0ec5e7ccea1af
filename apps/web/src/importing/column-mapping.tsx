// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { importingTexts } from '../i18n/importing.js';
import { useTexts } from '../i18n/language.js';
import { SelectField } from '../ui/fields.js';

/** Field of a record for a column of the file; empty where it is left to be detected. */
export type Mapping = Readonly<Record<string, string>>;

/** The columns that a refusal names. */
export function columnsOf(facts: unknown): readonly string[] {
  const columns = (facts as { columns?: unknown } | null | undefined)?.columns;
  if (Array.isArray(columns)) return columns.filter((column) => typeof column === 'string');
  return typeof columns === 'string' ? columns.split(', ') : [];
}

/** What each column of the file is taken for, to be changed. */
export function ColumnMapping({ columns, detected, mapping, onMap }: { columns: readonly string[]; detected: Mapping; mapping: Mapping; onMap: (mapping: Mapping) => void }) {
  const t = useTexts(importingTexts);
  const fields = Object.entries(t.fields).map(([value, name]) => ({ value, name }));
  return (
    <fieldset className="columns-mapping">
      <legend className="kern-title">{t.columns}</legend>
      <p className="muted">{t.columnsHint}</p>
      <div className="filters">
        {columns.map((column) => (
          <SelectField key={column} label={column} value={mapping[column] ?? detected[column]} none={t.unused} choices={fields} onChoose={(field) => onMap({ ...mapping, [column]: field ?? '' })} />
        ))}
      </div>
    </fieldset>
  );
}
