// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt, type CatalogueIndex } from './catalogue-index.js';

/**
 * Finds circles: products that succeed themselves over others (`replaces`), vendors merged into themselves (`mergedInto`).
 * Each circle is one `CATALOGUE.SUCCESSION_CIRCLE`, told at its first member in the order of the files.
 */
export function checkSuccession(fragments: readonly CatalogueFragment[], index: CatalogueIndex): Problem[] {
  const problems: Problem[] = [];
  const productCircles = circlesOf([...index.productById.values()].map(({ id, replaces }) => [id, replaces]));
  const vendorCircles = circlesOf([...index.vendorById.values()].map(({ id, mergedInto }) => [id, mergedInto === undefined ? [] : [mergedInto]]));
  for (const fragment of fragments) {
    for (const [list, field, circles] of [['products', 'replaces', productCircles], ['vendors', 'mergedInto', vendorCircles]] as const) {
      fragment[list].forEach(({ id }, at) => {
        const circle = circles.get(id);
        if (circle === undefined) return;
        circles.delete(id);
        problems.push(problemAt(fragment, [list, at, field], { code: 'CATALOGUE.SUCCESSION_CIRCLE', ids: [...circle, id] }));
      });
    }
  }
  return problems;
}

/** Circles of a directed graph that a depth-first walk closes, under the id on which the walk entered them. */
function circlesOf(edges: readonly (readonly [string, readonly string[]])[]): Map<string, string[]> {
  const next = new Map(edges);
  const done = new Set<string>();
  const circles = new Map<string, string[]>();
  for (const [start] of edges) {
    const path: string[] = [];
    const stack: { id: string; leave: boolean }[] = [{ id: start, leave: false }];
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (step.leave) {
        done.add(step.id);
        path.pop();
      } else if (path.includes(step.id)) {
        circles.set(step.id, path.slice(path.indexOf(step.id)));
      } else if (!done.has(step.id)) {
        path.push(step.id);
        stack.push({ id: step.id, leave: true });
        for (const id of next.get(step.id) ?? []) stack.push({ id, leave: false });
      }
    }
  }
  return circles;
}
