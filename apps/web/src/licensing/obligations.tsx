// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licensingTexts } from '../i18n/licensing.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import { PlainTable } from '../ui/plain-table.js';

interface Obligation {
  readonly key: string;
  readonly sentenceDe: string;
  readonly sentenceEn: string;
  readonly licenses: readonly string[];
}

/** What has to be done, and which licences ask for it. */
export function Obligations({ of }: { of: readonly Obligation[] }) {
  const t = useTexts(licensingTexts);
  const { language } = useLanguage();
  return (
    <PlainTable
      caption={t.obligations}
      columns={[
        { key: 'what', name: t.obligation, cell: ({ sentenceDe, sentenceEn }) => (language === 'de' ? sentenceDe : sentenceEn) },
        { key: 'why', name: t.becauseOf, cell: ({ licenses }) => licenses.join(', ') },
      ]}
      rows={of}
      keyOf={({ key }) => key}
    />
  );
}
