// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chooseLanguage } from './language.js';

describe('the language of the command line', () => {
  it.each([
    [['score', '--lang', 'de'], 'en_US.UTF-8', 'de'],
    [['--lang=en', 'score'], 'de_DE.UTF-8', 'en'],
    [['score', '--lang', 'de', '--lang', 'en'], null, 'en'],
    [['score'], 'de_DE.UTF-8', 'de'],
    [['score'], 'de', 'de'],
    [['score'], 'de_AT@euro', 'de'],
    [['score'], 'den_CA', 'en'],
    [['score'], 'C', 'en'],
    [['score'], null, 'en'],
    [['license', '--', '--lang', 'de'], 'C', 'en'],
    [['score', '--lang', 'fr'], 'de_DE', 'de'],
  ] as const)('for %j under locale %j is %s', (words, locale, language) => {
    expect(chooseLanguage(words, locale)).toBe(language);
  });
});
