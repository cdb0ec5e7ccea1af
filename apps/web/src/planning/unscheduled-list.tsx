// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import { Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import type { RoadmapItem } from './roadmap.js';

/** What is in no wave, each with what stands in the way. */
export function UnscheduledList({ items, onOpen }: { items: readonly RoadmapItem[]; onOpen: (key: string) => void }) {
  const t = useTexts(planningTexts);
  const { language } = useLanguage();
  return (
    <Section title={t.unscheduled} hint={items.length === 0 ? t.allScheduled : t.unscheduledHint}>
      {items.length > 0 && (
        <PlainTable
          caption={t.unscheduled}
          rows={items}
          keyOf={({ key }) => key}
          columns={[
            {
              key: 'name',
              name: t.migration,
              cell: ({ key, name }) => (
                <button type="button" className="table-sort" onClick={() => onOpen(key)}>
                  {name}
                </button>
              ),
            },
            { key: 'reason', name: t.reason, cell: ({ reason }) => reason?.[language] },
          ]}
        />
      )}
    </Section>
  );
}
