// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { compileMatcher } from '#matching';
import { readDeliveredCatalogue } from './delivered-catalogue.js';
import { judgeEstate, readEstateLabels } from './estate-labels.js';

const products = readDeliveredCatalogue();
const matcher = compileMatcher({ products, decisions: [] });
const labels = readEstateLabels();

describe('the titles of an estate against the catalogue that is delivered', () => {
  it('are at least 400, each once, in two halves of about the same size, and name products of the catalogue', () => {
    expect(labels.length).toBeGreaterThanOrEqual(400);
    expect(new Set(labels.map(({ title, vendor }) => `${title}|${vendor}`)).size).toBe(labels.length);
    expect(labels.filter(({ half }) => half === 'HELD_OUT').length / labels.length).toBeGreaterThan(0.4);
    expect(labels.filter(({ product }) => product !== null && !products.some(({ key }) => key === product))).toEqual([]);
  });

  it.each(['TUNING', 'HELD_OUT'] as const)('of the half %s are recognised in at least 88 of a hundred cases, and at most one in a hundred answers is wrong', (half) => {
    const figures = judgeEstate(labels.filter((label) => label.half === half), matcher, products);
    if (process.env['FAHRPLAN_SHOW_LABELS']) console.log(JSON.stringify({ half, ...figures }, null, 1));
    expect(figures.recall01).toBeGreaterThanOrEqual(0.88);
    expect(figures.wrong.length / (figures.known + figures.foreign)).toBeLessThanOrEqual(0.01);
  });

  it('name a component only with the role of one, or a product that is one itself', () => {
    const byId = new Map(products.map((product) => [product.id, product]));
    const taken = labels.filter(({ isComponent }) => isComponent).filter(({ title, vendor }) => {
      const { productId } = matcher.match({ title, vendor });
      return productId !== null && byId.get(productId)!.category !== 'component';
    });
    expect(taken.map(({ title }) => title)).toEqual([]);
  });
});
