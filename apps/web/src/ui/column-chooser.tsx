// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';
import { CheckField } from './fields.js';

/** Which columns a table shows; the first one, which names the row, always stays. */
export function ColumnChooser({ columns, shown, onShow }: { columns: readonly { readonly key: string; readonly name: string }[]; shown: readonly string[]; onShow: (keys: string[]) => void }) {
  const t = useTexts(uiTexts);
  return (
    <details className="columns">
      <summary>{t.columns}</summary>
      <fieldset className="columns-list">
        <legend className="kern-sr-only">{t.columns}</legend>
        {columns.slice(1).map(({ key, name }) => (
          <CheckField key={key} label={name} checked={shown.includes(key)} onCheck={(checked) => onShow(columns.map((column) => column.key).filter((other) => (other === key ? checked : shown.includes(other))))} />
        ))}
      </fieldset>
    </details>
  );
}
