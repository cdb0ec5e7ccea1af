// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { Language } from '#kernel';
import { useLanguage } from '../i18n/language.js';
import { UNKNOWN } from '../i18n/formats.js';

/** Words of a known language: marked where it is not the reader's, so that they are spoken as they are meant (WCAG 3.1.2). */
export function Spoken({ language: spoken, children }: { language: Language; children: ReactNode }) {
  const { language } = useLanguage();
  return spoken === language ? children : <span lang={spoken}>{children}</span>;
}

/** What is said in German, English, or both: in the reader's language where it is, else in the other one. */
export function Worded({ de, en }: { de: string | null; en: string | null }) {
  const { language } = useLanguage();
  const [mine, others] = language === 'de' ? [de, en] : [en, de];
  if (mine) return mine;
  return others ? <span lang={language === 'de' ? 'en' : 'de'}>{others}</span> : UNKNOWN;
}
