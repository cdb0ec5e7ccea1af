// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';

const sourceWords = {
  catalogue: { de: 'Katalog', en: 'catalogue' },
  inventory: { de: 'Inventar', en: 'inventory' },
  interfaces: { de: 'Schnittstellenverzeichnis', en: 'interface register' },
  contracts: { de: 'Verträge', en: 'contracts' },
  license: { de: 'Lizenz laut Katalog', en: 'license in the catalogue' },
} as const;

/** Where a fact comes from, in the reader's language: `catalogue`, `inventory`, `interfaces`, `contracts` and `license` have words of their own, with or without more behind a colon. */
export function saySource(source: string, language: Language): string {
  const [kind, ...more] = source.split(': ');
  const word = sourceWords[kind as keyof typeof sourceWords]?.[language];
  return word === undefined ? source : [word, ...more].join(': ');
}
