// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { checkModel } from './check-model.js';
import type { Anchor, ScoringModel, Wording } from './model.js';

/** What an administration changes in a copy; what is left out stays as it is. */
export interface ModelChanges {
  readonly name?: Wording | undefined;
  readonly criteria?: readonly CriterionChange[] | undefined;
}

export interface CriterionChange {
  readonly criterion: string;
  readonly weight01?: number | undefined;
  readonly weightMin01?: number | undefined;
  readonly weightMax01?: number | undefined;
  /** Anchors of the criterion's own scale; of a criterion of several parts the parts keep theirs. */
  readonly anchors?: readonly Anchor[] | undefined;
}

/**
 * Makes a model out of another one, under an id and version of its own; the other one stays as it is.
 *
 * Nothing is adjusted silently: weights that no longer sum to 1 are refused, not scaled.
 *
 * @returns the checked model; `SCORING.CRITERION_UNKNOWN`, or a problem of {@link checkModel}
 */
export function changeModel(model: ScoringModel, id: string, version: number, changes: ModelChanges): Result<ScoringModel, Problem> {
  const known = new Set(model.criteria.map((criterion) => criterion.id));
  const changeOf = new Map<string, CriterionChange>();
  for (const change of changes.criteria ?? []) {
    if (!known.has(change.criterion)) return err({ code: 'SCORING.CRITERION_UNKNOWN', criterion: change.criterion, model: model.id, allowed: [...known] });
    if (changeOf.has(change.criterion)) return err({ code: 'SCORING.ID_TWICE', path: 'criteria', id: change.criterion });
    changeOf.set(change.criterion, change);
  }
  const criteria = model.criteria.map((criterion) => {
    const { weight01, weightMin01, weightMax01, anchors } = changeOf.get(criterion.id) ?? { criterion: criterion.id };
    return {
      ...criterion,
      weight01: weight01 ?? criterion.weight01,
      weightMin01: weightMin01 ?? criterion.weightMin01,
      weightMax01: weightMax01 ?? criterion.weightMax01,
      scale: anchors ? { ...criterion.scale, anchors } : criterion.scale,
    };
  });
  const checked = checkModel({ ...model, id, version, name: changes.name ?? model.name, criteria });
  return checked.ok ? ok(checked.value) : checked;
}
