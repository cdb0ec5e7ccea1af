// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A dependency between two nodes, by number: the first comes before the second. */
export type Arc = readonly [before: number, after: number];

const LARGEST_SORTED_CYCLE = 500;

/**
 * Finds the cycles of a dependency graph: nodes that can reach each other get the same number.
 *
 * @param nodeCount nodes are numbered from 0
 * @returns component per node, numbered so that a component comes after all it depends on; nodes without a cycle are alone in theirs
 * @source R. E. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972); linear time, no recursion
 */
export function stronglyConnected(nodeCount: number, arcs: readonly Arc[]): Int32Array {
  const { first, targets } = successors(nodeCount, arcs.map(([before, after]) => [after, before] as const));
  const order = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const component = new Int32Array(nodeCount).fill(-1);
  const next = first.slice(0, nodeCount);
  const open: number[] = [];
  let visited = 0;
  let components = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (order[root]! >= 0) continue;
    const path = [root];
    order[root] = low[root] = visited++;
    open.push(root);
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (next[node]! < first[node + 1]!) {
        const target = targets[next[node]!]!;
        next[node] = next[node]! + 1;
        if (order[target]! < 0) {
          order[target] = low[target] = visited++;
          open.push(target);
          path.push(target);
        } else if (component[target]! < 0) low[node] = Math.min(low[node]!, order[target]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== order[node]) continue;
      let member: number;
      do {
        member = open.pop()!;
        component[member] = components;
      } while (member !== node);
      components++;
    }
  }
  return component;
}

/**
 * Suggests which dependencies of a cycle to give up: an order of the nodes is built from both ends, and what points backwards in it is cut.
 * Leaving these out always opens the cycle; a smaller cut may exist. Of more than 500 nodes the order in which they were given is taken.
 *
 * @param arcs dependencies among the nodes of one cycle
 * @source P. Eades, X. Lin, W. F. Smyth, A fast and effective heuristic for the feedback arc set problem, Inf. Process. Lett. 47 (1993)
 */
export function suggestCut(nodes: readonly number[], arcs: readonly Arc[]): readonly Arc[] {
  if (nodes.length > LARGEST_SORTED_CYCLE) return arcs.filter(([before, after]) => before > after);
  const left = new Set(nodes);
  const front: number[] = [];
  const back: number[] = [];
  const degree = (node: number): { incoming: number; outgoing: number } => {
    let [incoming, outgoing] = [0, 0];
    for (const [before, after] of arcs) {
      if (after === node && left.has(before)) incoming++;
      if (before === node && left.has(after)) outgoing++;
    }
    return { incoming, outgoing };
  };
  while (left.size > 0) {
    let best = -1;
    let most = -Infinity;
    for (const node of left) {
      const { incoming, outgoing } = degree(node);
      const rank = outgoing === 0 ? Infinity : outgoing - incoming;
      if (rank > most) [best, most] = [node, rank];
    }
    left.delete(best);
    if (most === Infinity) back.push(best);
    else front.push(best);
  }
  const place = new Map([...front, ...back.reverse()].map((node, index) => [node, index]));
  return arcs.filter(([before, after]) => place.get(before)! > place.get(after)!);
}

/** Successor lists in one array: the targets of `node` stand in `targets[first[node] … first[node + 1])`. */
export function successors(nodeCount: number, arcs: readonly Arc[]): { first: Int32Array; targets: Int32Array } {
  const first = new Int32Array(nodeCount + 1);
  for (const [before] of arcs) first[before + 1] = first[before + 1]! + 1;
  for (let node = 0; node < nodeCount; node++) first[node + 1] = first[node + 1]! + first[node]!;
  const targets = new Int32Array(arcs.length);
  const at = first.slice();
  for (const [before, after] of arcs) {
    targets[at[before]!] = after;
    at[before] = at[before]! + 1;
  }
  return { first, targets };
}
