// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { scoringTexts } from '../i18n/scoring.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import type { AskedQuestion } from './asked-question.js';

const ROW_PX = 72;
const OVERSCAN = 6;
const PAGE_ROWS = 8;

interface QuestionListProps {
  readonly questions: readonly AskedQuestion[];
  readonly current: AskedQuestion;
  readonly onChoose: (id: string) => void;
}

/** All open questions, of which one is being answered: a single stop of the keyboard, within which arrows move and Enter chooses. Only what is in sight is drawn. */
export function QuestionList({ questions, current, onChoose }: QuestionListProps) {
  const t = useTexts(scoringTexts);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const currentAt = questions.indexOf(current);
  const [pointed, setPointed] = useState<string | null>(null);
  const found = pointed === null ? -1 : questions.findIndex((one) => one.id === pointed);
  const at = found < 0 ? currentAt : found;
  const virtualizer = useVirtualizer({
    count: questions.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => questions[index]!.id,
    // what the keyboard points at is always drawn, wherever the list was scrolled to
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at])].toSorted((one, other) => one - other),
  });
  useEffect(() => {
    setPointed(null);
    virtualizer.scrollToIndex(currentAt, { align: 'auto' });
    // only when another question is answered, not when the list grows
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current.id]);
  const point = (index: number) => {
    const next = Math.min(questions.length - 1, Math.max(0, index));
    setPointed(questions[next]!.id);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => point(at + 1),
      ArrowUp: () => point(at - 1),
      PageDown: () => point(at + PAGE_ROWS),
      PageUp: () => point(at - PAGE_ROWS),
      Home: () => point(0),
      End: () => point(questions.length - 1),
      Enter: () => onChoose(questions[at]!.id),
      ' ': () => onChoose(questions[at]!.id),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move();
  };
  return (
    <div ref={list} className="ask-list" role="listbox" tabIndex={0} aria-label={t.questions} aria-activedescendant={`${id}${at}`} onKeyDown={press}>
      <div role="presentation" className="ask-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const one = questions[index]!;
          return (
            // the keyboard is heard by the list
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              id={`${id}${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === current}
              aria-setsize={questions.length}
              aria-posinset={index + 1}
              className={index === at ? 'ask-name ask-name--pointed' : 'ask-name'}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(one.id)}
            >
              <AskedName asked={one} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function AskedName({ asked: { question, name, alternativeName } }: { asked: AskedQuestion }) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  return (
    <>
      <span>{alternativeName ? t.pair(name[language], alternativeName) : name[language]}</span>
      <span className="muted">{question.text[language]}</span>
    </>
  );
}
