// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileMatcher, type KnownProduct, type MatchDecision } from '#matching';
import { readDeliveredCatalogue } from './delivered-catalogue.js';

interface Label {
  readonly title: string;
  readonly vendor: string | null;
  /** Name of the product; null: in nobody's catalogue, or a component. */
  readonly product: string | null;
}

const products = readProducts();
const labels = readLabels();
const matcher = compileMatcher({ products, decisions: [] });
const nameOf = new Map(products.map(({ id, name }) => [id, name]));

/** What the answers are worth: recall over known products, wrong answers over all titles. */
function judge(some: readonly Label[]): { recall01: number; wrong01: number; wrong: string[]; missed: string[] } {
  const answers = some.map((label) => ({ ...label, answer: matcher.match({ title: label.title, vendor: label.vendor }) }));
  const found = ({ answer }: { answer: MatchDecision }): string | null => (answer.productId === null ? null : nameOf.get(answer.productId)!);
  const known = answers.filter(({ product }) => product !== null);
  const wrong = answers.filter((one) => found(one) !== null && found(one) !== one.product);
  const missed = known.filter((one) => found(one) === null);
  return {
    recall01: known.filter((one) => found(one) === one.product).length / known.length,
    wrong01: wrong.length / answers.length,
    wrong: wrong.map((one) => `${one.title} → ${found(one)}, not ${one.product}`),
    missed: missed.map((one) => `${one.title} (${one.vendor}): ${one.answer.decision} ${one.answer.reasons.map(({ code }) => code.slice(9)).join(' ')}`),
  };
}

describe('the labelled titles', () => {
  it('are at least 400, each once, and name products of the list', () => {
    expect(labels.length).toBeGreaterThanOrEqual(400);
    expect(new Set(labels.map(({ title, vendor }) => `${title}|${vendor}`)).size).toBe(labels.length);
    expect(labels.filter(({ product }) => product !== null && !products.some(({ name }) => name === product))).toEqual([]);
  });

  it('are recognised nearly all, and hardly any is taken for another product', () => {
    const result = judge(labels);
    if (process.env['FAHRPLAN_SHOW_LABELS']) console.log(JSON.stringify(result, null, 1));
    expect(result.recall01).toBeGreaterThanOrEqual(0.9);
    expect(result.wrong01).toBeLessThanOrEqual(0.005);
  });

  it('get the same answer in any order and after one another', () => {
    const forward = labels.map(({ title, vendor }) => matcher.match({ title, vendor }));
    const other = compileMatcher({ products: [...products].reverse(), decisions: [] });
    const backward = [...labels].reverse().map(({ title, vendor }) => other.match({ title, vendor })).reverse();
    expect(backward).toEqual(forward);
  });
});

describe('the labelled titles against the catalogue that is delivered', () => {
  const real = readDeliveredCatalogue();
  const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const byName = new Map(real.map((product) => [fold(product.name), product]));
  const judged = labels.flatMap((label) => {
    const expected = label.product === null ? undefined : byName.get(fold(label.product));
    return expected === undefined ? [] : [{ label, expected }];
  });

  it('are recognised in at least 85 of a hundred cases, and at most one in a hundred is taken for another', () => {
    expect(judged.length).toBeGreaterThan(100);
    const delivered = compileMatcher({ products: real, decisions: [] });
    const answers = judged.map(({ label, expected }) => ({ title: label.title, expected: expected.id, found: delivered.match({ title: label.title, vendor: label.vendor }).productId }));
    const right = answers.filter(({ expected, found }) => found === expected).length;
    const wrong = answers.filter(({ expected, found }) => found !== null && found !== expected);
    if (process.env['FAHRPLAN_SHOW_LABELS']) console.log(JSON.stringify({ known: judged.length, right, wrong, missed: answers.filter(({ found }) => found === null).map(({ title }) => title) }, null, 1));
    expect(right / answers.length).toBeGreaterThanOrEqual(0.85);
    expect(wrong.length / answers.length).toBeLessThanOrEqual(0.01);
  });
});

function readProducts(): KnownProduct[] {
  const { products: lines } = parse(readFileSync(new URL('matching-catalogue.yaml', import.meta.url), 'utf8')) as { products: string[] };
  const list = (cell: string | undefined): string[] => (cell ?? '').split(';').map((part) => part.trim()).filter(Boolean);
  return lines.map((line, at) => {
    const [name, vendor, vendorAliases, aliases, debian] = line.split('|').map((cell) => cell.trim());
    return { id: at + 1, name: name!, vendorName: vendor || null, vendorAliases: list(vendorAliases), aliases: list(aliases), identifiers: { purl: [], cpe: [], winget: [], debian: list(debian) } };
  });
}

function readLabels(): Label[] {
  const file = parse(readFileSync(new URL('matching-labels.yaml', import.meta.url), 'utf8')) as { titles: Record<string, unknown[]>; none: unknown[] };
  const label = (line: unknown, product: string | null): Label => {
    const [title, vendor] = String(line).split(' | ');
    return { title: title!, vendor: vendor ?? null, product };
  };
  return [...Object.entries(file.titles).flatMap(([product, lines]) => lines.map((line) => label(line, product))), ...file.none.map((line) => label(line, null))];
}
