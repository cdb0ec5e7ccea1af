// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from 'urql';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { alternativeIn, fieldInWords, valueInWords } from './field-in-words.js';
import { NAMED_PRODUCTS } from './product-queries.js';

/** A field of a product that somebody changed. */
export interface Edit {
  readonly at: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}
/** What is said otherwise than the layers beneath say it. */
export interface Override {
  readonly field: string;
  readonly reason: string | null;
  readonly statedAt: string;
}

/** Puts changes and own statements into words: of names and alternatives which came, went, or are told otherwise; a statement and the change it made are told once, with the reason. */
export function useEditWords(edits: readonly Edit[], overrides: readonly Override[]): { readonly edit: (edit: Edit) => string; readonly override: (override: Override) => string; readonly others: readonly Override[] } {
  const t = useTexts(catalogueTexts);
  const { list } = useFormats();
  const about = [...edits.filter(({ field }) => field === 'alternatives').flatMap(({ before, after }) => [...alternativesOf(before).keys(), ...alternativesOf(after).keys()]), ...overrides.flatMap(({ field }) => alternativeIn(field) ?? [])];
  const keys = [...new Set(about)].sort();
  const [{ data }] = useQuery({ query: NAMED_PRODUCTS, variables: { keys }, pause: keys.length === 0 });
  const nameOf = (key: string) => data?.products.nodes.find((one) => one.key === key)?.name ?? key;
  const told = (parts: readonly (readonly [say: (names: string) => string, names: readonly string[]])[]) => parts.flatMap(([say, names]) => (names.length === 0 ? [] : [say(list([...names]))])).join('; ');
  const changeOf = ({ field, before, after }: Edit): string => {
    if (field === 'aliases') {
      const [old, now] = [namesIn(before), namesIn(after)];
      const quoted = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name)).map(t.quoted);
      return told([[t.aliasesAdded, quoted(now, old)], [t.aliasesGone, quoted(old, now)]]);
    }
    if (field === 'alternatives') {
      const [old, now] = [alternativesOf(before), alternativesOf(after)];
      const missingIn = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) => [...some.keys()].filter((key) => !others.has(key)).map(nameOf);
      return told([[t.alternativesAdded, missingIn(now, old)], [t.alternativesGone, missingIn(old, now)], [t.alternativesTold, [...now].flatMap(([key, what]) => (old.has(key) && old.get(key) !== what ? [nameOf(key)] : []))]]);
    }
    const [from, to] = [valueInWords(field, before), valueInWords(field, after)];
    const named = t.override(fieldInWords(field, t.fields));
    return to ? t.changedTo(named, to, from || null) : named;
  };
  return {
    edit: (edit) => [changeOf(edit) || t.override(fieldInWords(edit.field, t.fields)), overrides.find((one) => isSameAct(edit, one))?.reason].filter(Boolean).join(' – '),
    override: ({ field, reason }) => {
      const alternative = alternativeIn(field);
      return [t.override(alternative === null ? fieldInWords(field, t.fields) : `${fieldInWords('alternatives', t.fields)} ${nameOf(alternative)}`), reason].filter(Boolean).join(': ');
    },
    others: overrides.filter((override) => !edits.some((edit) => isSameAct(edit, override))),
  };
}

/** A change and an own statement that came by the same act have its very instant in common. */
const isSameAct = (edit: Edit, { field, statedAt }: Override) => edit.at === statedAt && edit.field === field.split('.')[0];

const namesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Alternatives as a catalogue file lists them: what is said of each, by its key. */
function alternativesOf(value: unknown): ReadonlyMap<string, string> {
  const entries = Array.isArray(value) ? (value as readonly { readonly product?: unknown }[]) : [];
  return new Map(entries.map((one) => [String(one.product), JSON.stringify(one)]));
}
