// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Language, type Problem, type Result } from '#kernel';
import {
  answeredFacts,
  neededWithout,
  openQuestions,
  sheetHeader,
  sheetRow,
  type AnswerValue,
  type AnsweredFacts,
  type CandidateFacts,
  type Question,
  type Questionnaire,
  type SheetSubject,
} from '#scoring';
import { Transactions } from '../platform/database/transactions.js';
import { AnswersBySubject } from './answers-by-subject.js';
import { AssessmentRepository, type SubjectProduct } from './assessment.repository.js';
import { CandidateRepository } from './candidate.repository.js';
import { factsOf, type CandidateRow } from './candidate-row.js';

/** For whom the sheet is. */
export interface SheetOrder {
  /** Keys of products in use; empty: the first candidates by key. */
  readonly products: readonly string[];
  /** Keys of archetypes, asked about as a whole. */
  readonly archetypes: readonly string[];
  /** At most so many products, where none are named. */
  readonly first: number;
  readonly language: Language;
}

/** Writes the questions that are still open about products as rows of a sheet, for people without an account. */
@Injectable()
export class HandOutQuestionnaire {
  constructor(
    private readonly transactions: Transactions,
    private readonly candidates: CandidateRepository,
    private readonly assessments: AssessmentRepository,
  ) {}

  /** @returns header and rows; `SCORING.NOT_FOUND` for a product that is no candidate, or an archetype that does not exist */
  rows({ products, archetypes, first, language }: SheetOrder): Promise<Result<string[][], Problem>> {
    return this.transactions.run<string[][], Problem>(async () => {
      const today = dateOfInstant(new Date());
      const asked = await this.assessments.newestQuestionnaire();
      if (!asked) return err({ code: 'SCORING.NOT_FOUND', what: 'Questionnaire', id: '' });
      const kinds = await this.assessments.archetypeNames(archetypes);
      const missing = archetypes.find((key) => !kinds.has(key));
      if (missing !== undefined) return err({ code: 'SCORING.NOT_FOUND', what: 'Archetype', id: missing });
      const all = archetypes.length > 0 && products.length === 0 ? [] : await this.candidates.all(today);
      const stranger = products.find((key) => !all.some((row) => row.productKey === key));
      if (stranger !== undefined) return err({ code: 'SCORING.NOT_FOUND', what: 'Candidate', id: stranger });
      const wanted = products.length > 0 ? all.filter((row) => products.includes(row.productKey)) : all.slice(0, first);
      const answers = new AnswersBySubject(await this.assessments.standing(today));
      const named = await this.assessments.products(wanted.flatMap((row) => [row.productKey, row.alternativeKey]));
      const rows = [sheetHeader(language)];
      for (const [key, name] of kinds) rows.push(...rowsOf(asked.questionnaire, 'today', new Map(), { kind: 'ARCHETYPE', key, name: name[language], alternative: null }, language));
      const alternatives = new Set<string>();
      for (const row of wanted) {
        const answered = answeredFacts(asked.questionnaire, answers.of(row), today);
        rows.push(...rowsAbout(row, factsOf(row, answered, null, today), asked.questionnaire, named, language, !alternatives.has(row.alternativeKey)));
        alternatives.add(row.alternativeKey);
      }
      return ok(rows);
    });
  }
}

/** What is open about a product, about it with its alternative, and about the alternative (once, however many products it replaces). */
function rowsAbout(row: CandidateRow, facts: CandidateFacts, questionnaire: Questionnaire, named: ReadonlyMap<string, SubjectProduct>, language: Language, withAlternative: boolean): string[][] {
  const today = knownOf(questionnaire, 'today', facts);
  const pair = new Map([...today, ...knownOf(questionnaire, 'pair', facts)]);
  const asked = { ...questionnaire, questions: questionnaire.questions.filter((question) => !isNeedless(question, facts)) };
  const nameOf = (key: string) => ({ key, name: named.get(key)?.name ?? key });
  const product: SheetSubject = { kind: 'PRODUCT', ...nameOf(row.productKey), alternative: null };
  const other: SheetSubject = { kind: 'PRODUCT', ...nameOf(row.alternativeKey), alternative: null };
  return [
    ...rowsOf(asked, 'today', today, product, language),
    ...rowsOf(questionnaire, 'pair', pair, { ...product, alternative: nameOf(row.alternativeKey) }, language),
    ...(withAlternative ? rowsOf(questionnaire, 'alternative', knownOf(questionnaire, 'alternative', facts), other, language) : []),
  ];
}

/** Whether another fact says already what the question would give. */
function isNeedless({ facts: { today } }: Question, facts: CandidateFacts): boolean {
  const instead = today === undefined ? undefined : neededWithout[today];
  return instead !== undefined && (facts[instead]?.value ?? null) !== null;
}

function rowsOf(questionnaire: Questionnaire, side: keyof AnsweredFacts, known: ReadonlyMap<string, AnswerValue>, subject: SheetSubject, language: Language): string[][] {
  return openQuestions(questionnaire, side, known).map((question) => sheetRow(question, subject, language));
}

/** Questions that need no asking, because their fact is known, wherever from. */
function knownOf({ questions }: Questionnaire, side: keyof AnsweredFacts, facts: CandidateFacts): Map<string, AnswerValue> {
  const known = new Map<string, AnswerValue>();
  for (const { id, facts: given } of questions) {
    const fact = given[side];
    const value = fact === undefined ? null : (facts[fact]?.value ?? null);
    if (value !== null) known.set(id, value as AnswerValue);
  }
  return known;
}
