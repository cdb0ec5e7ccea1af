// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { isAboutPair, isRuledOut, readAnswer, type AnswerValue, type Question, type Questionnaire } from '#scoring';
import type { NewAnswer, StoredAnswer, SubjectProduct } from './assessment.repository.js';

/** An answer as somebody gives it: subjects by key, the value in any form. */
export interface GivenAnswer {
  readonly product: string | null;
  readonly archetype: string | null;
  readonly alternative: string | null;
  readonly question: string;
  /** Null takes the answer back. */
  readonly answer: unknown;
  readonly author: string | null;
  readonly source: string | null;
  readonly answeredOn: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

/** What answers are checked against. */
export interface AnswerContext {
  readonly questionnaire: Questionnaire;
  readonly questionnaireId: number;
  readonly products: ReadonlyMap<string, SubjectProduct>;
  readonly archetypes: ReadonlyMap<string, { readonly id: number }>;
  /** The newest answer of every subject to every question. */
  readonly standing: readonly StoredAnswer[];
  readonly today: CalendarDate;
}

const LONGEST_TEXT = 2_000;

/** Checks answers one by one against the questionnaire, the subjects that exist, and answers that rule a question out. */
export class AnswerChecker {
  private readonly questions: ReadonlyMap<string, Question>;
  private readonly standing = new Map<string, StoredAnswer>();

  constructor(private readonly context: AnswerContext) {
    this.questions = new Map(context.questionnaire.questions.map((question) => [question.id, question]));
    for (const answer of context.standing) this.remember(answer);
  }

  /** @returns the row to add, or null where the very same answer is there already; a problem that says what to do */
  check(given: GivenAnswer): Result<NewAnswer | null, Problem> {
    const { questionnaireId, today } = this.context;
    const question = this.questions.get(given.question);
    if (!question) return err({ code: 'SCORING.QUESTION_UNKNOWN', question: given.question });
    const subject = this.subjectOf(given, question);
    if (!subject.ok) return subject;
    const author = given.author?.trim() ?? '';
    if (author === '') return err({ code: 'SCORING.AUTHOR_MISSING', question: question.id });
    const tooLong = [author, given.source ?? ''].find((text) => text.length > LONGEST_TEXT || text.includes('\0'));
    if (tooLong !== undefined) return err({ code: 'SCORING.TEXT_TOO_LONG', most: LONGEST_TEXT });
    const answeredOn = given.answeredOn ?? today;
    if (answeredOn > today) return err({ code: 'SCORING.ANSWERED_LATER', question: question.id, answeredOn, today });
    const validUntil = given.validUntil ?? addMonths(answeredOn, question.validMonths);
    if (validUntil < answeredOn) return err({ code: 'SCORING.VALIDITY_ENDS_BEFORE', question: question.id, answeredOn, validUntil });
    const value = given.answer === null ? ok(null) : readAnswer(question, given.answer);
    if (!value.ok) return value;
    const ruling = value.value === null ? null : this.rulingOut(question, subject.value);
    if (ruling) return err({ code: 'SCORING.QUESTION_NOT_ASKED', question: question.id, because: ruling });
    const row: NewAnswer = { ...subject.value, question: question.id, value: value.value, author, source: given.source?.trim() || null, answeredOn, validUntil, questionnaireId };
    const before = this.standing.get(keyOf(row));
    if (before && isSame(before, row)) return ok(null);
    this.remember(row);
    return ok(row);
  }

  private subjectOf({ product, archetype, alternative }: GivenAnswer, question: Question): Result<Pick<StoredAnswer, 'productId' | 'archetypeId' | 'alternativeId'>, Problem> {
    if ((product === null) === (archetype === null)) return err({ code: 'SCORING.SUBJECT_UNCLEAR', question: question.id });
    const found = this.product(product);
    if (!found.ok) return found;
    const kind = archetype === null ? null : this.context.archetypes.get(archetype);
    if (kind === undefined) return err({ code: 'SCORING.NOT_FOUND', what: 'Archetype', id: archetype });
    if (alternative !== null && !isAboutPair(question)) return err({ code: 'SCORING.ALTERNATIVE_NOT_ASKED', question: question.id });
    const other = this.product(alternative);
    if (!other.ok) return other;
    if (other.value !== null && other.value === found.value) return err({ code: 'SCORING.ALTERNATIVE_IS_PRODUCT', product });
    return ok({ productId: found.value, archetypeId: kind?.id ?? null, alternativeId: other.value });
  }

  private product(key: string | null): Result<number | null, Problem> {
    if (key === null) return ok(null);
    const found = this.context.products.get(key);
    if (!found) return err({ code: 'SCORING.NOT_FOUND', what: 'Product', id: key });
    return found.isGone ? err({ code: 'SCORING.PRODUCT_GONE', product: key }) : ok(found.id);
  }

  /** The question whose answer about the same subject says that this one makes no sense. */
  private rulingOut(question: Question, subject: Pick<StoredAnswer, 'productId' | 'archetypeId' | 'alternativeId'>): string | null {
    const known = new Map<string, AnswerValue>();
    for (const condition of question.askedWhen) {
      const other = this.questions.get(condition.question);
      const answer = [subject.alternativeId, null].map((alternativeId) => this.standing.get(keyOf({ ...subject, alternativeId, question: condition.question }))).find(Boolean);
      if (!other || !answer || answer.value === null || (answer.validUntil !== null && answer.validUntil < this.context.today)) continue;
      const read = readAnswer(other, answer.value);
      if (read.ok) known.set(condition.question, read.value);
    }
    return question.askedWhen.find((condition) => isRuledOut([condition], known))?.question ?? null;
  }

  private remember(answer: StoredAnswer): void {
    const before = this.standing.get(keyOf(answer));
    if (!before || before.answeredOn <= answer.answeredOn) this.standing.set(keyOf(answer), answer);
  }
}

function keyOf({ productId, archetypeId, alternativeId, question }: Pick<StoredAnswer, 'productId' | 'archetypeId' | 'alternativeId' | 'question'>): string {
  return `${productId} ${archetypeId} ${alternativeId} ${question}`;
}

function isSame(one: StoredAnswer, other: StoredAnswer): boolean {
  return one.value === other.value && one.author === other.author && one.source === other.source && one.answeredOn === other.answeredOn && one.validUntil === other.validUntil;
}
