// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from '@jest/globals';
import { unwrap } from '#kernel';
import { answersToGive, sharedAnswersToGive, dortmund2021, parseQuestionnaire, utilityAt, worthOfAnswers, type OpenAbout } from '../index.js';

const words = { de: 'x', en: 'x' };
const entry = (id: string, facts: object, more: object = {}) => ({ id, text: words, facts, validMonths: 12, ...more });
const questionnaire = unwrap(
  parseQuestionnaire({
    questionnaire: { id: 'q', version: 1, names: words },
    questions: [
      entry('CITIZENS', { today: 'citizenFacing' }),
      entry('PATH', { pair: 'analoguePathKept' }, { askedWhen: [{ question: 'CITIZENS', isOneOf: ['YES'] }] }),
      entry('ACCESSIBLE', { today: 'todayAccessibility', alternative: 'alternativeAccessibility' }),
    ],
  }),
);
const open = (product: string, alternative: string, more: Partial<OpenAbout>): OpenAbout => ({ product, alternative, asks: 'a', missing: [], questions: [], expectedRankChange: 1, ...more });
const given = (all: readonly OpenAbout[]) => answersToGive(all, questionnaire).map(({ question, product, alternative, expectedRankChange, candidates, asks }) => [question.id, product, alternative, expectedRankChange, candidates.join(), asks.join()]);

describe('answers to give', () => {
  it('are about the product whose fact is missing, or about both together', () => {
    const missing = { missing: ['todayAccessibility', 'alternativeAccessibility'] as const, questions: ['ACCESSIBLE'] };
    expect(given([open('office', 'writer', missing)])).toEqual([['ACCESSIBLE', 'office', null, 1, 'office', 'a'], ['ACCESSIBLE', 'writer', null, 1, 'office', 'a']]);
    expect(given([open('office', 'writer', { missing: ['alternativeAccessibility'], questions: ['ACCESSIBLE'] })])).toEqual([['ACCESSIBLE', 'writer', null, 1, 'office', 'a']]);
    expect(given([open('office', 'writer', { missing: ['analoguePathKept'], questions: ['PATH'] })])).toEqual([['PATH', 'office', 'writer', 1, 'office', 'a']]);
  });

  it('come once, however many candidates wait, the one that moves most first', () => {
    const about = (product: string, expectedRankChange: number, asks: string) => open(product, 'writer', { missing: ['alternativeAccessibility'], questions: ['ACCESSIBLE'], expectedRankChange, asks });
    const citizens = open('mail', 'thunderbird', { missing: ['analoguePathKept', 'citizenFacing'], questions: ['CITIZENS'], expectedRankChange: 5 });
    expect(given([about('office', 2, 'a'), citizens, about('word', 7, 'b'), about('word', 1, 'a')])).toEqual([['ACCESSIBLE', 'writer', null, 7, 'office,word', 'a,b'], ['CITIZENS', 'mail', null, 5, 'mail', 'a']]);
  });

  it('begin with the question that another one waits for', () => {
    expect(given([open('office', 'writer', { missing: ['analoguePathKept'], questions: ['CITIZENS'] })])).toEqual([['CITIZENS', 'office', null, 1, 'office', 'a']]);
  });

  it('are none where nothing is open, or only what no question gives', () => {
    expect(given([])).toEqual([]);
    expect(given([open('office', 'writer', { missing: ['installations'], questions: [] }), open('office', 'writer', { questions: ['NEVER_HEARD'] })])).toEqual([]);
  });
});

describe('answers to give once for an archetype', () => {
  const accessible = (product: string, expectedRankChange: number) => open(product, 'writer', { missing: ['todayAccessibility'], questions: ['ACCESSIBLE'], expectedRankChange, asks: product });
  const shared = (all: readonly OpenAbout[], archetypes: Readonly<Record<string, string>>) =>
    sharedAnswersToGive(answersToGive(all, questionnaire), new Map(Object.entries(archetypes))).map(({ question, archetype, expectedRankChange, candidates, asks }) => [question.id, archetype, expectedRankChange, candidates.join(), asks.join()]);

  it('take those of its products together, the one that moves most first', () => {
    const all = [accessible('office', 2), accessible('word', 7), accessible('mail', 3)];
    expect(shared(all, { office: 'desktop', word: 'desktop', mail: 'groupware' })).toEqual([['ACCESSIBLE', 'desktop', 7, 'word,office', 'word,office'], ['ACCESSIBLE', 'groupware', 3, 'mail', 'mail']]);
  });

  it('hold with every alternative, also where products are asked about together with one', () => {
    const path = (product: string, alternative: string) => open(product, alternative, { missing: ['analoguePathKept'], questions: ['PATH'] });
    expect(shared([path('office', 'writer'), path('word', 'calligra')], { office: 'desktop', word: 'desktop' })).toEqual([['PATH', 'desktop', 1, 'office,word', 'a']]);
  });

  it('are none for products of no archetype', () => {
    expect(shared([accessible('office', 2)], {})).toEqual([]);
    expect(shared([], { office: 'desktop' })).toEqual([]);
  });
});

describe('the worth of an answer', () => {
  it('is that of the scale, for each choice that decides alone', () => {
    const [row] = worthOfAnswers('dataExport', dortmund2021, 'en').filter(({ worth01 }) => worth01);
    const parts = dortmund2021.criteria.flatMap(({ measure }) => (measure.kind === 'POINTS' ? [...measure.parts] : []));
    const { measure, scale } = parts.find((one) => one.measure.kind === 'LEVEL' && one.measure.fact === 'dataExport')!;
    if (measure.kind !== 'LEVEL') throw new Error('no level');
    expect(row!.worth01).toEqual(Object.fromEntries(Object.entries(measure.levels).map(([answer, level]) => [answer, utilityAt(scale, level)])));
    expect(Math.max(...Object.values(row!.worth01!))).toBe(1);
  });

  it('is told in words for numbers, and for gates by name', () => {
    expect(worthOfAnswers('macros', dortmund2021, 'de')[0]).toMatchObject({ scale: expect.stringMatching(/→ 0.*dazwischen/), worth01: null });
    expect(worthOfAnswers('analoguePathKept', dortmund2021, 'de')).toEqual([expect.objectContaining({ asks: 'analogue-path-kept', scale: null, axis: 'GOAL', principles: ['M5'] })]);
  });

  it('is nothing for a fact that the model does not use', () => {
    expect(worthOfAnswers('todaySov1', dortmund2021, 'de')).toEqual([]);
  });
});
