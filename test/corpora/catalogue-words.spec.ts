// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CatalogueCategory, CatalogueProduct } from '#catalogue';

const FOLDER = new URL('../../database/catalogue/', import.meta.url);
const read = <T>(file: string): T => parse(readFileSync(new URL(file, FOLDER), 'utf8')) as T;
const { categories } = read<{ categories: CatalogueCategory[] }>('categories.yaml');
const files = readdirSync(new URL('products/', FOLDER)).map((file) => read<{ category: string; products?: CatalogueProduct[] }>(`products/${file}`));

/** What only English words have in a note. */
const ENGLISH = /\b(since|running|planned|done|of|and|by)\b/;

describe('the words of the catalogue that is delivered', () => {
  it('name every category and function in German and English, not by their ids', () => {
    const named = categories.flatMap(({ id, names, functions }) => [{ id, names }, ...(functions ?? []).map((one) => ({ id: `${id} ${one.id}`, names: one.names }))]);
    expect(named.length).toBeGreaterThan(300);
    const isId = (word: string) => !/\S/.test(word) || /[a-z]-[a-z]+$/.test(word) && !/[A-ZÄÖÜ ]/.test(word) || word.includes('_');
    expect(named.filter(({ names }) => isId(names.de) || isId(names.en)).map(({ id, names }) => ({ id, ...names }))).toEqual([]);
  });

  it('name every function that an alternative is compared by', () => {
    const functions = new Map(categories.map(({ id, functions: list }) => [id, new Set((list ?? []).map((one) => one.id))]));
    const compared = files.flatMap(({ category, products }) => (products ?? []).flatMap(({ id, alternatives }) => (alternatives ?? []).flatMap(({ covers, missing }) => [...(covers ?? []), ...(missing ?? [])].map((key) => ({ category, id, key })))));
    expect(compared.length).toBeGreaterThan(1_000);
    expect(compared.filter(({ category, key }) => !functions.get(category)?.has(key))).toEqual([]);
  });

  it('say where a note is not German', () => {
    const notes = files.flatMap(({ products }) => (products ?? []).flatMap(({ id, alternatives }) => (alternatives ?? []).flatMap(({ evidence }) => (evidence ?? []).map(({ note = '', administration = '', language = 'de' }) => ({ id, note, administration, language })))));
    expect(notes.some(({ language }) => language === 'en')).toBe(true);
    expect(notes.filter(({ note, administration, language }) => language === 'de' && ENGLISH.test(`${administration} ${note}`))).toEqual([]);
  });
});
