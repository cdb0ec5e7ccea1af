// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { GanttBar, SIGNS } from './gantt-bar.js';
import { LoadCell } from './load-cell.js';
import type { WavesPlan } from './plan-queries.js';
import { groupsOf, shownStart, teamIn, withinHorizon, type Group, type Locks, type Roadmap } from './roadmap.js';
import { usePeriods } from './use-periods.js';

interface GanttProps {
  readonly plan: WavesPlan;
  readonly roadmap: Roadmap;
  readonly by: 'wave' | 'team';
  readonly find: string;
  readonly locks: Locks;
  /** Undefined releases; left out for who may not plan. */
  readonly onLock?: ((key: string, period: number | undefined) => void) | undefined;
  readonly onOpen: (key: string) => void;
}

/** Migrations over time, as a table: periods across, under each its budget and its teams, a bar per migration. One bar is in the order of the keyboard; arrows go to the others. */
export function Gantt({ plan, roadmap, by, find, locks, onLock, onOpen }: GanttProps) {
  const t = useTexts(planningTexts);
  const { money, count } = useFormats();
  const names = usePeriods(roadmap.scenario);
  const hint = useId();
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<string>();
  const { periods, teams } = roadmap.scenario;
  const groups = groupsOf(roadmap, by, find);
  const first = groups[0]?.items[0];
  const currentBar = groups.some(({ id, items }) => items.some(({ key }) => `${id} ${key}` === current)) ? current : first && `${groups[0]!.id} ${first.key}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const bar = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]');
    const item = bar && roadmap.items.find(({ key }) => key === bar.dataset['key']);
    if (!bar || !item) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const bars = [...table.current!.querySelectorAll<HTMLElement>('[data-bar]')];
      bars[bars.indexOf(bar) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && onLock && !item.isBegun) {
      const from = shownStart(item, locks) ?? item.start!;
      onLock(item.key, withinHorizon(from + (event.key === 'ArrowRight' ? 1 : -1), item.durationPeriods, periods.length));
    } else if (event.key === 'Delete' && onLock && locks.has(item.key)) onLock(item.key, undefined);
    else return;
    event.preventDefault();
  };

  const headOf = ({ id, items }: Group) => {
    if (by === 'team') return { name: teams.find((team) => team.id === id)!.name, about: t.teamHead(count(items.length)) };
    const wave = plan.waves.find(({ period }) => String(period) === id)!;
    return { name: `${t.wave(count(plan.waves.indexOf(wave) + 1))}, ${names.name(wave.period)}`, about: t.waveHead(count(items.length), money(wave.costCents), count(wave.effortDays)) };
  };

  return (
    <div className="stack">
      <p className="kern-body muted print-not" id={hint}>
        {onLock ? t.keys : t.keysToLook}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-scroll gantt-scroll" role="region" aria-label={t.roadmapLabel} tabIndex={0}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table ref={table} className="gantt" aria-describedby={hint} onKeyDown={onKeyDown} style={{ minWidth: `${14 + periods.length * 5}rem` }}>
          <caption className="kern-sr-only">{t.roadmapLabel}</caption>
          <colgroup>
            <col className="gantt-names" />
            {periods.map(({ startsOn }) => (
              <col key={startsOn} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t.migration}</th>
              {periods.map(({ startsOn }, period) => (
                <th key={startsOn} scope="col" data-period={period}>
                  {names.name(period)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="gantt-loads">
              <th scope="row">{t.budget}</th>
              {periods.map(({ startsOn }, period) => {
                const figures = plan.periods.find((one) => one.period === period);
                return (
                  <td key={startsOn}>
                    <LoadCell used={figures?.budgetUsedCents} limit={figures?.budgetCents ?? null} write={money} />
                  </td>
                );
              })}
            </tr>
            {by === 'wave' && teams.map(({ id, name }) => <TeamLoads key={id} plan={plan} team={id} name={name} periodCount={periods.length} />)}
          </tbody>
          {groups.map((group) => {
            const { name, about } = headOf(group);
            return (
              <tbody key={group.id}>
                {by === 'team' ? (
                  <TeamLoads plan={plan} team={group.id} name={name} about={about} periodCount={periods.length} isHead />
                ) : (
                  <tr className="gantt-head">
                    <th scope="rowgroup" colSpan={1 + periods.length}>
                      <span className="gantt-head-text">
                        <span className="gantt-head-name">{name}</span> <span className="muted">{about}</span>
                      </span>
                    </th>
                  </tr>
                )}
                {group.items.map((item) => {
                  const bar = `${group.id} ${item.key}`;
                  return (
                    <GanttBar
                      key={item.key}
                      item={item}
                      locks={locks}
                      planned={roadmap.locks}
                      periodCount={periods.length}
                      names={names}
                      isInOrder={bar === currentBar}
                      onFocus={() => setCurrent(bar)}
                      onLock={onLock}
                      onOpen={onOpen}
                    />
                  );
                })}
              </tbody>
            );
          })}
        </table>
      </div>
      <ul className="gantt-legend" aria-label={t.legend}>
        {(['wish', 'locked', 'begun', 'was'] as const).map((sign) => (
          <li key={sign}>
            <span className={sign === 'was' ? 'gantt-sample gantt-was' : 'gantt-sample gantt-bar'} data-sign={sign} aria-hidden="true">
              {SIGNS[sign]}
            </span>
            {t.signs[sign]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function TeamLoads({ plan, team, name, about, periodCount, isHead }: { plan: WavesPlan; team: string; name: string; about?: string; periodCount: number; isHead?: boolean }) {
  const { count } = useFormats();
  return (
    <tr className={isHead ? 'gantt-loads gantt-head' : 'gantt-loads'}>
      <th scope={isHead ? 'rowgroup' : 'row'}>
        {name} {about && <span className="muted">{about}</span>}
      </th>
      {Array.from({ length: periodCount }, (_, period) => {
        const figures = teamIn(plan, period, team);
        return (
          <td key={period}>
            <LoadCell used={figures?.effortDays} limit={figures?.capacityDays ?? null} write={count} />
          </td>
        );
      })}
    </tr>
  );
}
