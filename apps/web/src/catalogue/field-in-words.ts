// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A field as catalogue files name it, in words. */
export function fieldInWords(field: string, words: Readonly<Record<string, string>>): string {
  return (Object.hasOwn(words, field) ? words[field] : undefined) ?? field;
}

/** The alternative that a field is about, by its key: what is said of each stands under `alternatives.KEY`. */
export function alternativeIn(field: string): string | null {
  return /^alternatives\.(.+)$/.exec(field)?.[1] ?? null;
}

/** What stands in such a field, where that is text as people wrote it; what is a key, or several facts, has no words of its own. */
export function valueInWords(field: string, value: unknown): string | null {
  if (field === 'aliases' && Array.isArray(value)) return value.join(', ') || null;
  return (field === 'name' || field === 'license') && typeof value === 'string' ? value : null;
}
