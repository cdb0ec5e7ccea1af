// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { readSheet } from '#scoring';
import { AuditTrail } from '../access/index.js';
import { ReadUploadedTable } from '../importing/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { AssessmentRepository, type NewAnswer } from './assessment.repository.js';
import { AnswerChecker, type GivenAnswer } from './check-answers.js';

/** What became of a filled sheet. */
export interface RecordedSheet {
  readonly rows: number;
  /** Answers that are new. */
  readonly accepted: number;
  /** Answers that were there already, to the last word. */
  readonly unchanged: number;
  /** Rows without an answer. */
  readonly empty: number;
  /** One for each cell that could not be taken, with its place. */
  readonly problems: readonly Problem[];
}

const MOST_ROWS = 100_000;

/** Keeps answers: one that somebody gives, or those of a sheet that was filled in elsewhere. Answers are added, never changed. */
@Injectable()
export class RecordAssessments {
  constructor(
    private readonly transactions: Transactions,
    private readonly assessments: AssessmentRepository,
    private readonly tables: ReadUploadedTable,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * One answer; the id is that of the answer that now stands.
   *
   * @param follows global id of the answer that stood when the author looked, null for none; `SCORING.ANSWERED_MEANWHILE` where another one stands by now. Undefined: not checked.
   */
  answer(given: GivenAnswer, follows: string | null | undefined, actorId: number, requestId?: string): Promise<Result<{ readonly assessmentId: number | null }, Problem>> {
    return this.transactions.run<{ assessmentId: number | null }, Problem>(async () => {
      await this.assessments.lockSubject(given);
      const checker = await this.checkerFor([given]);
      if (!checker.ok) return checker;
      const checked = checker.value.check(given);
      if (!checked.ok) return checked;
      const standing = await this.assessments.standingOf(given);
      if (checked.value === null) return ok({ assessmentId: standing?.id ?? null });
      if (follows !== undefined && follows !== (standing && `Assessment:${standing.id}`)) return err({ code: 'SCORING.ANSWERED_MEANWHILE', question: given.question, author: standing?.author ?? '', answeredOn: standing?.answeredOn ?? '' });
      const [assessmentId] = await this.assessments.add([checked.value]);
      await this.audit.record({ actorId, operation: 'answerAssessment', entity: 'Assessment', entityId: assessmentId!, after: checked.value, requestId });
      return ok({ assessmentId: assessmentId! });
    });
  }

  /** The answers of a sheet: the good ones are kept, each cell that cannot be taken is named; `dryRun` only looks. */
  async sheet(uploadId: string, author: string | null, isDryRun: boolean, actorId: number, requestId?: string): Promise<Result<RecordedSheet, Problem>> {
    const read = await this.tables.execute(uploadId, MOST_ROWS);
    if (!read.ok) return read;
    const { fileName, rows } = read.value;
    return this.transactions.run<RecordedSheet, Problem>(async () => {
      const asked = await this.assessments.newestQuestionnaire();
      if (!asked) return err({ code: 'SCORING.NOT_FOUND', what: 'Questionnaire', id: '' });
      const sheet = readSheet(rows, asked.questionnaire);
      if (!sheet.ok) return err({ ...sheet.problem, file: fileName });
      const given = sheet.value.answers.map((answer) => ({ ...answer, author: answer.author ?? author }));
      const checker = await this.checkerFor(given);
      if (!checker.ok) return checker;
      const accepted: NewAnswer[] = [];
      const problems = [...sheet.value.problems];
      let unchanged = 0;
      for (const { line, column, ...answer } of given) {
        const checked = checker.value.check(answer);
        if (!checked.ok) problems.push({ ...checked.problem, line, column });
        else if (checked.value === null) unchanged++;
        else accepted.push(checked.value);
      }
      const outcome: RecordedSheet = {
        rows: rows.length - 1, accepted: accepted.length, unchanged, empty: sheet.value.empty,
        problems: problems.map((problem): Problem => ({ ...problem, file: fileName })).sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)),
      };
      if (isDryRun || accepted.length === 0) return ok(outcome);
      const ids = await this.assessments.add(accepted);
      await this.audit.record({ actorId, operation: 'importAssessments', entity: 'Assessment', entityId: `${ids[0]}…${ids.at(-1)}`, after: { fileName, accepted: accepted.length, unchanged, problems: problems.length }, requestId });
      return ok(outcome);
    });
  }

  private async checkerFor(given: readonly GivenAnswer[]): Promise<Result<AnswerChecker, Problem>> {
    const today = dateOfInstant(new Date());
    const asked = await this.assessments.newestQuestionnaire();
    if (!asked) return err({ code: 'SCORING.NOT_FOUND', what: 'Questionnaire', id: '' });
    const keys = given.flatMap(({ product, alternative }) => [product, alternative].filter((key) => key !== null));
    return ok(
      new AnswerChecker({
        questionnaire: asked.questionnaire,
        questionnaireId: asked.id,
        products: await this.assessments.products(keys),
        archetypes: await this.assessments.archetypes(given.flatMap(({ archetype }) => archetype ?? [])),
        standing: await this.assessments.standing(today),
        today,
      }),
    );
  }
}
