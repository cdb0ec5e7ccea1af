// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ScoringModel } from './model.js';

/** One place in which two models differ. */
export interface ModelDifference {
  readonly kind: 'CRITERION' | 'GATE' | 'PRINCIPLE';
  readonly id: string;
  /** Path below it: `weight01`, `scale.anchors.1.at`; empty where the whole entry is only in one of the models. */
  readonly path: string;
  /** Null where that model has nothing there. */
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Says in what two models differ: entry by entry in the order of the later model, then those that are gone; inside an entry number by number.
 * Names, versions and the source of the model itself are not compared.
 */
export function compareModels(before: ScoringModel, after: ScoringModel): ModelDifference[] {
  return [
    ...differencesOf('CRITERION', before.criteria, after.criteria),
    ...differencesOf('GATE', before.gates, after.gates),
    ...differencesOf('PRINCIPLE', before.principles, after.principles),
  ];
}

function differencesOf(kind: ModelDifference['kind'], before: readonly { readonly id: string }[], after: readonly { readonly id: string }[]): ModelDifference[] {
  const ids = new Set([...after, ...before].map((entry) => entry.id));
  return [...ids].flatMap((id) => {
    const [old, now] = [before, after].map((entries) => entries.find((entry) => entry.id === id) ?? null);
    return leavesThatDiffer(old, now, '').map((leaf) => ({ kind, id, ...leaf }));
  });
}

function leavesThatDiffer(before: unknown, after: unknown, path: string): Pick<ModelDifference, 'path' | 'before' | 'after'>[] {
  if (Object.is(before, after)) return [];
  if (!isTree(before) || !isTree(after)) return [{ path, before: before ?? null, after: after ?? null }];
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) => leavesThatDiffer(before[key], after[key], path === '' ? key : `${path}.${key}`));
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
