// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`kern-badge kern-badge--small kern-badge--${tone}`}>
      <span className="kern-label kern-label--small">{children}</span>
    </span>
  );
}

const VERDICT_TONES = { ALLOWED: 'success', DENIED: 'danger', UNKNOWN: 'warning' } as const;

export type Verdict = keyof typeof VERDICT_TONES;

/** A verdict as it is written in an answer; anything else is unknown. */
export const verdictOf = (written: string | null | undefined): Verdict => (written === 'ALLOWED' || written === 'DENIED' ? written : 'UNKNOWN');

/** Whether a licence is open source; no verdict is shown as unknown, never as allowed. */
export function VerdictBadge({ verdict }: { verdict: Verdict | null | undefined }) {
  const t = useTexts(uiTexts);
  const known = verdict ?? 'UNKNOWN';
  return <Badge tone={VERDICT_TONES[known]}>{t.verdict[known]}</Badge>;
}
