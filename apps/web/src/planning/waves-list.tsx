// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { PlainTable } from '../ui/plain-table.js';
import { groupsOf, type Locks, type Roadmap, type RoadmapItem } from './roadmap.js';
import { usePeriods } from './use-periods.js';

/** The roadmap as a list: the same migrations, in the same order. */
export function WavesList({ roadmap, by, find, locks, onOpen }: { roadmap: Roadmap; by: 'wave' | 'team'; find: string; locks: Locks; onOpen: (key: string) => void }) {
  const t = useTexts(planningTexts);
  const { count, money, decimal } = useFormats();
  const names = usePeriods(roadmap.scenario);
  const waves = [...new Set(roadmap.items.map(({ start }) => start!))].sort((one, other) => one - other);
  const groupName = (id: string) => (by === 'team' ? roadmap.scenario.teams.find((team) => team.id === id)!.name : t.wave(count(waves.indexOf(Number(id)) + 1)));
  const rows = groupsOf(roadmap, by, find).flatMap((group) => group.items.map((item) => ({ group: group.id, item })));
  const lockOf = (item: RoadmapItem) => {
    if (item.isBegun) return t.signs.begun;
    if (!locks.has(item.key)) return '';
    const period = locks.get(item.key)!;
    return period === null ? t.lockOut : names.name(period);
  };
  return (
    <PlainTable
      caption={t.roadmapLabel}
      rows={rows}
      keyOf={({ group, item }) => `${group} ${item.key}`}
      columns={[
        { key: 'group', name: t.groupings[by], cell: ({ group }) => groupName(group) },
        {
          key: 'name',
          name: t.migration,
          cell: ({ item }) => (
            <button type="button" className="table-sort" onClick={() => onOpen(item.key)}>
              {item.name}
            </button>
          ),
        },
        { key: 'alternative', name: t.alternative, cell: ({ item }) => item.alternative?.name },
        { key: 'when', name: t.runs, cell: ({ item }) => names.span(item.start!, item.durationPeriods) },
        { key: 'effort', name: t.effort, isNumeric: true, cell: ({ item }) => decimal(item.effortDays) },
        { key: 'teams', name: t.groupings.team, cell: ({ item }) => item.teams.map((team) => `${team.name} ${decimal(team.days)}`).join(' · ') },
        { key: 'cost', name: t.oneOff, isNumeric: true, cell: ({ item }) => money(item.work?.oneOffCents) },
        { key: 'status', name: t.status, cell: ({ item }) => item.status && t.statuses[item.status] },
        { key: 'lock', name: t.locksOfPlan, cell: ({ item }) => lockOf(item) },
      ]}
    />
  );
}
