// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { uiTexts } from '../i18n/ui.js';
import { useFormats, useTexts } from '../i18n/language.js';

/** An interval with its expected value: as words, and as a bar on a scale that all rows of a list share. */
export function Interval({ low, expected, high, from = 0, to = 100, write }: { low: number | null; expected: number | null; high: number | null; from?: number; to?: number; write?: (value: number | null) => string }) {
  const t = useTexts(uiTexts);
  const formats = useFormats();
  const say = write ?? ((value: number | null) => formats.count(value));
  if (low === null || expected === null || high === null) return <span>{t.unknown}</span>;
  const place = (value: number) => Math.min(100, Math.max(0, ((value - from) / (to - from || 1)) * 100));
  return (
    <span className="interval" title={t.interval(say(low), say(expected), say(high))}>
      <span className="interval-value">{say(expected)}</span>
      <span className="interval-range">
        [{say(low)}–{say(high)}]
      </span>
      <svg className="interval-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="interval-track" x="0" y="3" width="100" height="2" />
        <rect className="interval-span" x={place(low)} y="2" width={Math.max(1, place(high) - place(low))} height="4" />
        <rect className="interval-mark" x={Math.max(0, place(expected) - 1)} y="0" width="2" height="8" />
      </svg>
    </span>
  );
}
