// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { PlainTable } from '../ui/plain-table.js';

type Status = 'PLANNED' | 'RUNNING' | 'DONE' | 'BLOCKED' | 'CANCELLED';

interface Decided {
  readonly exemptions: readonly { readonly id: string; readonly reason: string; readonly grantedOn: string }[];
  readonly overrides: readonly { readonly field: string; readonly reason: string | null; readonly statedAt: string }[];
}
interface Moved {
  readonly id: string;
  readonly alternative: { readonly name: string };
  readonly history: readonly { readonly on: string; readonly status: Status }[];
}

/** What was decided on a product and what became of it, the newest first. */
export function ProductHistory({ product, migrations }: { product: Decided; migrations: readonly Moved[] }) {
  const t = useTexts(catalogueTexts);
  const { day } = useFormats();
  const events = [
    ...product.exemptions.map(({ id, reason, grantedOn }) => ({ id, on: grantedOn, what: t.exemption(reason) })),
    ...product.overrides.map(({ field, reason, statedAt }) => ({ id: `${field} ${statedAt}`, on: statedAt.slice(0, 10), what: [t.override(field), reason].filter(Boolean).join(': ') })),
    ...migrations.flatMap(({ id, alternative, history }) => history.map(({ on, status }, index) => ({ id: `${id} ${index}`, on, what: t.migration(t.status[status], alternative.name) }))),
  ].toSorted((left, right) => right.on.localeCompare(left.on));
  if (events.length === 0) return <p className="muted">{t.noHistory}</p>;
  return (
    <PlainTable
      caption={t.history}
      rows={events}
      keyOf={({ id }) => id}
      columns={[
        { key: 'on', name: t.day, cell: ({ on }) => day(on) },
        { key: 'what', name: t.event, cell: ({ what }) => what },
      ]}
    />
  );
}
