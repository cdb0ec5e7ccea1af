// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '#kernel';
import { formatsFor, type Formats } from './formats.js';

const CHOSEN = 'fahrplan.language';

interface Spoken {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  readonly formats: Formats;
}

const LanguageContext = createContext<Spoken | null>(null);

/** Texts in both languages: `en` has the keys of `de`, so that none can be forgotten. */
export interface Texts<T> {
  readonly de: T;
  readonly en: T;
}

function firstLanguage(): Language {
  const chosen = read();
  if (chosen) return chosen;
  const wished = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'de' || tag === 'en');
  return (wished as Language | undefined) ?? 'de';
}

function read(): Language | undefined {
  try {
    const stored = localStorage.getItem(CHOSEN);
    return stored === 'de' || stored === 'en' ? stored : undefined;
  } catch {
    return undefined; // storage may be forbidden
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    try {
      localStorage.setItem(CHOSEN, next);
    } catch {
      // then it holds until the page is left
    }
    setLanguage(next);
  }, []);
  const spoken = useMemo(() => ({ language, choose, formats: formatsFor(language, navigator.languages) }), [language, choose]);
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

export function useLanguage(): Spoken {
  const spoken = use(LanguageContext);
  if (!spoken) throw new Error('outside of LanguageProvider');
  return spoken;
}

/** The texts of a stage in the reader's language. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage().language];
}

/** Numbers, dates and money as the reader writes them. */
export function useFormats(): Formats {
  return useLanguage().formats;
}
