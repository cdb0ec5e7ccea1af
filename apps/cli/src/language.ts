// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';

/**
 * Decides the language of everything the command line says: `--lang` where it names one, else the locale, else English.
 *
 * @param words the arguments as typed; `--lang de`, `--lang=de`, not beyond a bare `--`; the last one counts
 * @param locale `de_DE.UTF-8`, `en`, `C` …; null where none is set
 */
export function chooseLanguage(words: readonly string[], locale: string | null): Language {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  let chosen: Language | null = null;
  options.forEach((word, index) => {
    const value = word === '--lang' ? options[index + 1] : word.startsWith('--lang=') ? word.slice('--lang='.length) : undefined;
    if (value === 'de' || value === 'en') chosen = value;
  });
  return chosen ?? (locale !== null && /^de(?:[_.@-]|$)/i.test(locale) ? 'de' : 'en');
}
