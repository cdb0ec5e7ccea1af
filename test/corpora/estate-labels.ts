// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Matcher } from '#matching';
import type { DeliveredProduct } from './delivered-catalogue.js';

/** A title of the estate with what it is. */
export interface EstateLabel {
  readonly title: string;
  readonly vendor: string | null;
  /** Key of the product in the delivered catalogue; null: a component, or in nobody's catalogue. */
  readonly product: string | null;
  readonly isComponent: boolean;
  /** Rules are made on the tuning half only; what they are worth is read off the other one. */
  readonly half: 'TUNING' | 'HELD_OUT';
}

/** What the answers to some labels are worth. */
export interface EstateFigures {
  readonly known: number;
  readonly foreign: number;
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Right answers of the known titles. */
  readonly recall01: number;
  /** Right answers of all that name a product. */
  readonly precision01: number;
}

/** All labels of `matching-estate.yaml`; the half is told by a hash of the line, so that it never changes when lines come or go. */
export function readEstateLabels(): EstateLabel[] {
  const file = parse(readFileSync(new URL('matching-estate.yaml', import.meta.url), 'utf8')) as { titles: Record<string, unknown[]>; components: unknown[]; none: unknown[] };
  const label = (line: unknown, product: string | null, isComponent: boolean): EstateLabel => {
    const [title, vendor] = String(line).split(' | ');
    return { title: title!, vendor: vendor ?? null, product, isComponent, half: createHash('sha256').update(String(line)).digest()[0]! % 2 === 0 ? 'TUNING' : 'HELD_OUT' };
  };
  return [
    ...Object.entries(file.titles).flatMap(([product, lines]) => lines.map((line) => label(line, product, false))),
    ...file.components.map((line) => label(line, null, true)),
    ...file.none.map((line) => label(line, null, false)),
  ];
}

/** Judges a matcher by labels; a component may be answered with the product that stands for it in the category `component`. */
export function judgeEstate(labels: readonly EstateLabel[], matcher: Matcher, products: readonly DeliveredProduct[]): EstateFigures {
  const byId = new Map(products.map((product) => [product.id, product]));
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  let known = 0;
  for (const label of labels) {
    const answer = matcher.match({ title: label.title, vendor: label.vendor });
    const found = answer.productId === null ? null : byId.get(answer.productId)!;
    const shown = `${label.title}${label.vendor === null ? '' : ` | ${label.vendor}`}`;
    if (label.product !== null) known++;
    if (found === null) {
      if (label.product !== null) missed.push(`${label.product}: ${shown} (${answer.decision} ${answer.role} ${answer.reasons.map(({ code }) => code.slice(9)).join(' ')})`);
    } else if (found.key === label.product) right++;
    else if (!(label.isComponent && found.category === 'component')) wrong.push(`${shown} → ${found.key}, not ${label.product}`);
  }
  return { known, foreign: labels.length - known, right, wrong, missed, recall01: right / known, precision01: right / (right + wrong.length) };
}
