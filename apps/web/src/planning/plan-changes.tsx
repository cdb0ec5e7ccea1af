// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { PlainTable } from '../ui/plain-table.js';
import type { PlanComparison } from './plan-queries.js';

/** What moves, comes and goes from one plan to another. */
export function PlanChanges({ changes }: { changes: PlanComparison['changes'] }) {
  const t = useTexts(planningTexts);
  const { day } = useFormats();
  if (changes.length === 0) return <p className="kern-body">{t.noChanges}</p>;
  return (
    <PlainTable
      caption={t.changed}
      rows={changes}
      keyOf={({ productKey }) => productKey}
      columns={[
        { key: 'name', name: t.migration, cell: ({ productName }) => productName },
        { key: 'kind', name: t.kind, cell: ({ kind }) => t.kinds[kind] },
        { key: 'before', name: t.before, cell: ({ fromStartsOn }) => day(fromStartsOn) },
        { key: 'after', name: t.after, cell: ({ toStartsOn }) => day(toStartsOn) },
      ]}
    />
  );
}
