// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useFormats, useTexts } from '../i18n/language.js';
import { unitsTexts } from '../i18n/units.js';
import { PlainTable } from '../ui/plain-table.js';

interface Origin {
  readonly field: string;
  readonly origin: string;
  readonly actor: string | null;
  readonly at: string;
  readonly import: { readonly fileName: string } | null;
}

/** Which import each fact came with, or who stated it by hand. */
export function Origins({ provenance }: { provenance: readonly Origin[] }) {
  const t = useTexts(unitsTexts);
  const { instant } = useFormats();
  if (provenance.length === 0) return <p className="muted">{t.noOrigins}</p>;
  return (
    <PlainTable
      caption={t.origins}
      rows={provenance}
      keyOf={({ field }) => field}
      columns={[
        { key: 'field', name: t.field, cell: ({ field }) => t.fields[field] ?? field },
        { key: 'origin', name: t.origin, cell: ({ origin, actor, import: brought }) => (origin === 'PERSON' ? t.byHand(actor ?? '–') : t.byImport(brought?.fileName ?? '–')) },
        { key: 'at', name: t.at, cell: ({ at }) => instant(at) },
      ]}
    />
  );
}
