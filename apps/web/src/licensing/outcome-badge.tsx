// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licensingTexts } from '../i18n/licensing.js';
import { useTexts } from '../i18n/language.js';
import { Badge } from '../ui/badge.js';

const TONES = { APPROVED: 'success', REJECTED: 'danger', REVIEW: 'warning' } as const;

/** What a policy decides. */
export function OutcomeBadge({ outcome }: { outcome: keyof typeof TONES }) {
  const t = useTexts(licensingTexts);
  return <Badge tone={TONES[outcome]}>{t.outcome[outcome]}</Badge>;
}
