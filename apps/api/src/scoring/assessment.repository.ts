// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel';
import type { Answer, Archetype, Questionnaire } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';

/** An answer with what it is about: a product or an archetype, alone or together with one alternative. */
export interface StoredAnswer extends Answer {
  readonly productId: number | null;
  readonly archetypeId: number | null;
  /** Product that is the alternative; null: whichever it is. */
  readonly alternativeId: number | null;
}

/** An answer before it has a row. */
export type NewAnswer = StoredAnswer & { readonly questionnaireId: number };

/** What an answer is about, by keys. */
export interface AskedKeys {
  readonly product: string | null;
  readonly archetype: string | null;
  readonly alternative: string | null;
  readonly question: string;
}

/** A product as the subject of a question. */
export interface SubjectProduct {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly isGone: boolean;
}

/** Reads and writes questionnaires, archetypes and answers; answers are only ever added. */
@Injectable()
export class AssessmentRepository {
  constructor(private readonly transactions: Transactions) {}

  async newestQuestionnaire(): Promise<{ readonly id: number; readonly questionnaire: Questionnaire } | null> {
    const [row] = await this.transactions.query<{ id: number; definition: Questionnaire }>('SELECT id, definition FROM questionnaire ORDER BY id DESC LIMIT 1');
    return row ? { id: row.id, questionnaire: row.definition } : null;
  }

  async keepQuestionnaire(questionnaire: Questionnaire): Promise<Questionnaire | null> {
    const { id, version } = questionnaire;
    await this.transactions.query('INSERT INTO questionnaire (key, version, definition) VALUES ($1, $2, $3) ON CONFLICT (key, version) DO NOTHING', [id, version, JSON.stringify(questionnaire)]);
    const [row] = await this.transactions.query<{ definition: Questionnaire }>('SELECT definition FROM questionnaire WHERE key = $1 AND version = $2 AND definition <> $3::jsonb', [id, version, JSON.stringify(questionnaire)]);
    return row?.definition ?? null;
  }

  /** Archetypes of the program become what they are now; those that are gone stay, because answers name them, but take no product any more. */
  async keepArchetypes(archetypes: readonly Archetype[]): Promise<void> {
    const rows = archetypes.map(({ id, name, categories, specialised }) => ({ key: id, name_de: name.de, name_en: name.en, categories, specialised }));
    await this.transactions.query(
      `INSERT INTO archetype (key, name_de, name_en, categories, specialised) SELECT key, name_de, name_en, categories, specialised
       FROM jsonb_to_recordset($1) AS r(key text, name_de text, name_en text, categories text[], specialised boolean)
       ON CONFLICT (key) DO UPDATE SET name_de = excluded.name_de, name_en = excluded.name_en, categories = excluded.categories, specialised = excluded.specialised, retired = false`,
      [JSON.stringify(rows)],
    );
    await this.transactions.query('UPDATE archetype SET retired = true WHERE NOT key = ANY ($1)', [archetypes.map((archetype) => archetype.id)]);
  }

  /** The newest answer of each subject to each question up to a day, oldest first. */
  async standing(today: CalendarDate): Promise<StoredAnswer[]> {
    return this.transactions.query(
      `SELECT a.product_id AS "productId", a.archetype_id AS "archetypeId", a.alternative_id AS "alternativeId", a.question, a.answer AS value, a.author, a.answered_on::text AS "answeredOn", a.source, a.valid_until::text AS "validUntil"
       FROM (SELECT DISTINCT ON (s.product_id, s.archetype_id, s.alternative_id, s.question) s.* FROM assessment s WHERE s.answered_on <= $1
             ORDER BY s.product_id, s.archetype_id, s.alternative_id, s.question, s.answered_on DESC, s.id DESC) a ORDER BY a.id`,
      [today],
    );
  }

  async products(keys: readonly string[]): Promise<ReadonlyMap<string, SubjectProduct>> {
    const rows = await this.transactions.query<SubjectProduct>('SELECT id, key, name, retired AS "isGone" FROM product WHERE key = ANY ($1)', [[...new Set(keys)]]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Products with their revisions, kept from others until the transaction ends. */
  async lockProducts(keys: readonly string[]): Promise<ReadonlyMap<string, { readonly id: number; readonly revision: number }>> {
    const rows = await this.transactions.query<{ id: number; key: string; revision: number }>('SELECT id, key, revision FROM product WHERE key = ANY ($1) ORDER BY id FOR UPDATE', [[...new Set(keys)]]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  async archetypes(keys: readonly string[]): Promise<ReadonlyMap<string, { readonly id: number; readonly key: string }>> {
    const rows = await this.transactions.query<{ id: number; key: string }>('SELECT id, key FROM archetype WHERE key = ANY ($1)', [[...new Set(keys)]]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  async archetypeNames(keys: readonly string[]): Promise<ReadonlyMap<string, { readonly de: string; readonly en: string }>> {
    const rows = await this.transactions.query<{ key: string; de: string; en: string }>('SELECT key, name_de AS de, name_en AS en FROM archetype WHERE key = ANY ($1) ORDER BY key', [[...new Set(keys)]]);
    return new Map(rows.map(({ key, ...name }) => [key, name]));
  }

  /** Answers to one question about one subject come one after the other, to the end of the transaction. */
  async lockSubject({ product, archetype, alternative, question }: AskedKeys): Promise<void> {
    await this.transactions.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify(['assessment', product, archetype, alternative, question])]);
  }

  /** The answer that stands for a subject and question; null where there is none. */
  async standingOf({ product, archetype, alternative, question }: AskedKeys): Promise<{ readonly id: number; readonly author: string; readonly answeredOn: CalendarDate } | null> {
    const [row] = await this.transactions.query<{ id: number; author: string; answeredOn: CalendarDate }>(
      `SELECT s.id, s.author, s.answered_on::text AS "answeredOn" FROM assessment s LEFT JOIN product p ON p.id = s.product_id LEFT JOIN archetype a ON a.id = s.archetype_id LEFT JOIN product o ON o.id = s.alternative_id
       WHERE p.key IS NOT DISTINCT FROM $1 AND a.key IS NOT DISTINCT FROM $2 AND o.key IS NOT DISTINCT FROM $3 AND s.question = $4 ORDER BY s.answered_on DESC, s.id DESC LIMIT 1`,
      [product, archetype, alternative, question],
    );
    return row ?? null;
  }

  async add(answers: readonly NewAnswer[]): Promise<number[]> {
    const rows = answers.map((one) => ({
      product_id: one.productId, archetype_id: one.archetypeId, alternative_id: one.alternativeId, questionnaire_id: one.questionnaireId, question: one.question,
      answer: JSON.stringify(one.value), author: one.author, source: one.source, answered_on: one.answeredOn, valid_until: one.validUntil,
    }));
    const added = await this.transactions.query<{ id: number }>(
      `INSERT INTO assessment (product_id, archetype_id, alternative_id, questionnaire_id, question, answer, author, source, answered_on, valid_until)
       SELECT product_id, archetype_id, alternative_id, questionnaire_id, question, answer::jsonb, author, source, answered_on, valid_until
       FROM jsonb_to_recordset($1) AS r(product_id int, archetype_id int, alternative_id int, questionnaire_id int, question text, answer text, author text, source text, answered_on date, valid_until date)
       RETURNING id`,
      [JSON.stringify(rows)],
    );
    return added.map((row) => row.id);
  }

  async assign(productIds: readonly number[], archetypeId: number | null): Promise<void> {
    await this.transactions.query(
      'INSERT INTO archetype_assignment (product_id, archetype_id) SELECT unnest($1::int[]), $2 ON CONFLICT (product_id) DO UPDATE SET archetype_id = excluded.archetype_id',
      [productIds, archetypeId],
    );
    await this.transactions.query('UPDATE product SET revision = revision + 1 WHERE id = ANY ($1)', [productIds]);
  }
}
