// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { dortmund2021, parseArchetypes, parseQuestionnaire, type Archetype, type Questionnaire, type ScoringModel } from '#scoring';
import { parseDocument } from 'yaml';
import { Transactions } from '../platform/database/transactions.js';
import { AssessmentRepository } from './assessment.repository.js';
import { ScoringModelRepository } from './scoring-model.repository.js';

/** Models that come with the program. */
export const shippedModels: readonly ScoringModel[] = [dortmund2021];

/** Brings the models, the questionnaire and the archetypes that come with the program into the database. A version that is there already must be the same. */
@Injectable()
export class LoadScoringBase {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ScoringModelRepository,
    private readonly assessments: AssessmentRepository,
  ) {}

  /** @param folder with `produktbewertung.yaml` and `archetypes.yaml` */
  async execute(folder: string): Promise<Result<{ readonly models: number }, Problem[]>> {
    const questionnaire = await read(folder, 'produktbewertung.yaml', parseQuestionnaire);
    const archetypes = await read(folder, 'archetypes.yaml', parseArchetypes);
    const problems = [questionnaire, archetypes].flatMap((one) => (one.ok ? [] : [one.problem]));
    if (!questionnaire.ok || !archetypes.ok) return err(problems);
    return this.transactions.run<{ models: number }, Problem[]>(() => this.keep(questionnaire.value, archetypes.value));
  }

  private async keep(questionnaire: Questionnaire, archetypes: readonly Archetype[]): Promise<Result<{ readonly models: number }, Problem[]>> {
    for (const model of shippedModels) {
      if ((await this.models.add(model)) !== null) continue;
      const kept = await this.models.find(model.id, model.version);
      if (!isSame(kept!.model, model)) return err([{ code: 'SCORING.VERSION_CHANGED', what: model.id, version: model.version }]);
    }
    const { id, version } = questionnaire;
    if (await this.assessments.keepQuestionnaire(questionnaire)) return err([{ code: 'SCORING.VERSION_CHANGED', what: id, version }]);
    await this.assessments.keepArchetypes(archetypes);
    return ok({ models: shippedModels.length });
  }
}

async function read<T>(folder: string, name: string, parse: (data: unknown) => Result<T, Problem>): Promise<Result<T, Problem>> {
  const document = parseDocument(await readFile(join(folder, name), 'utf8'));
  const [fault] = document.errors;
  if (fault) return err({ code: 'SCORING.QUESTIONNAIRE_INVALID', file: name, line: fault.linePos?.[0].line, column: fault.linePos?.[0].col, path: '(root)', reason: fault.message } as Problem);
  const parsed = parse(document.toJS());
  return parsed.ok ? parsed : err({ ...parsed.problem, file: name });
}

/** Whether two models are the same as JSON, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}
