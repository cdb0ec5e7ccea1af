// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState, type MouseEvent, type PointerEvent } from 'react';
import { planningTexts } from '../i18n/planning.js';
import { useTexts } from '../i18n/language.js';
import { shownStart, withinHorizon, type Locks, type RoadmapItem } from './roadmap.js';
import type { PeriodNames } from './use-periods.js';

interface GanttBarProps {
  readonly item: RoadmapItem;
  readonly locks: Locks;
  /** The locks that the plan was made with. */
  readonly planned: Locks;
  readonly periodCount: number;
  readonly names: PeriodNames;
  readonly isInOrder: boolean;
  readonly onFocus: () => void;
  readonly onLock: ((key: string, period: number | undefined) => void) | undefined;
  readonly onOpen: (key: string) => void;
}

/** Drawn in a bar, beside its colour and border. */
export const SIGNS = { wish: '⚑', locked: '⚑', begun: '▶', out: '✕', was: '' };

/** From this many pixels on a press is a drag. */
const DRAG_FROM_PX = 5;

/** One migration: its name, and a bar that can be dragged to where it is to start. */
export function GanttBar({ item, locks, planned, periodCount, names, isInOrder, onFocus, onLock, onOpen }: GanttBarProps) {
  const t = useTexts(planningTexts);
  const [dragged, setDragged] = useState<number>();
  const press = useRef<{ readonly x: number; readonly widthPx: number; readonly from: number; wasDragged: boolean }>(undefined);
  const isWish = locks.has(item.key) && (!planned.has(item.key) || planned.get(item.key) !== locks.get(item.key));
  const length = Math.max(1, item.durationPeriods);
  const wished = dragged ?? shownStart(item, locks);
  const start = wished ?? item.start!;
  const span = Math.min(length, periodCount - start);
  const isDragged = dragged !== undefined;
  const sign = item.isBegun ? 'begun' : wished === null ? 'out' : isWish || isDragged ? 'wish' : locks.has(item.key) ? 'locked' : undefined;
  const inWords = sign && t.signs[sign];

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (!onLock || item.isBegun || event.button !== 0) return;
    const column = event.currentTarget.closest('table')!.querySelector<HTMLElement>('th[data-period]')!;
    press.current = { x: event.clientX, widthPx: column.getBoundingClientRect().width, from: start, wasDragged: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    const pressed = press.current;
    if (!pressed || (event.buttons & 1) === 0) return;
    const moved = event.clientX - pressed.x;
    if (!pressed.wasDragged && Math.abs(moved) < DRAG_FROM_PX) return;
    if (!pressed.wasDragged) event.currentTarget.setPointerCapture(event.pointerId);
    pressed.wasDragged = true;
    setDragged(withinHorizon(pressed.from + Math.round(moved / pressed.widthPx), length, periodCount));
  };
  const onPointerUp = () => {
    if (press.current?.wasDragged && dragged !== undefined) onLock?.(item.key, dragged);
    setDragged(undefined);
  };
  const onClick = ({ detail }: MouseEvent) => {
    const isByKey = detail === 0;
    if (isByKey || !press.current?.wasDragged) onOpen(item.key);
    press.current = undefined;
  };

  return (
    <tr>
      <th scope="row" className="gantt-name">
        {item.name}
      </th>
      {Array.from({ length: start }, (_, period) => (
        <td key={period} className={period === item.start ? 'gantt-was' : undefined} title={period === item.start ? t.signs.was : undefined} />
      ))}
      <td colSpan={span} className="gantt-place">
        <button
          type="button"
          data-bar
          data-key={item.key}
          tabIndex={isInOrder ? 0 : -1}
          className="gantt-bar"
          data-sign={sign}
          aria-label={[t.barLabel(item.name, names.span(start, length), item.alternative?.name ?? '–'), inWords].filter(Boolean).join(', ')}
          title={[item.alternative?.name, inWords].filter(Boolean).join(' · ')}
          onFocus={onFocus}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            press.current = undefined;
            setDragged(undefined);
          }}
          onClick={onClick}
        >
          <span className="gantt-bar-text">{item.alternative?.name}</span>
          {sign && (
            <span className="gantt-sign" aria-hidden="true">
              {SIGNS[sign]}
            </span>
          )}
        </button>
      </td>
      {Array.from({ length: periodCount - start - span }, (_, index) => (
        <td key={start + span + index} className={start + span + index === item.start ? 'gantt-was' : undefined} title={start + span + index === item.start ? t.signs.was : undefined} />
      ))}
    </tr>
  );
}
