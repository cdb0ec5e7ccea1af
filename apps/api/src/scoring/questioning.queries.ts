// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type CalendarDate, type Language, type Problem, type Result } from '#kernel';
import {
  compareModels,
  compareRuns,
  compareTwo,
  explainEconomics,
  explainScore,
  factWords,
  findFlips,
  sayCause,
  sayRobustness,
  sayUrgency,
  type AlternativeKind,
  type CandidateFacts,
  type EconomicsFacts,
  type ExpiredAnswer,
  type ScoringModel,
  type Wording,
} from '#scoring';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { ComparisonRepository, type NextCandidate, type ScoredCandidate } from './comparison.repository.js';
import type { CandidateComparison, CandidateExplanation, RunMove, ScoringModelComparison, ScoringRunComparison } from './questioning.types.js';
import { ScoringModelRepository } from './scoring-model.repository.js';

/** Answers why: why a number is what it is, why a rank changed, in what two models differ. All from what was stored with the runs. */
@Injectable()
export class QuestioningQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly comparison: ComparisonRepository,
    private readonly models: ScoringModelRepository,
  ) {}

  explain(candidateId: string, language: Language): Promise<Result<CandidateExplanation, Problem>> {
    return this.transactions.run<CandidateExplanation, Problem>(async () => {
      const id = localId('Candidate', candidateId);
      const candidate = typeof id === 'number' ? await this.comparison.candidate(id) : null;
      if (!candidate?.score) return err({ code: 'SCORING.NOT_FOUND', what: 'Candidate', id: candidateId });
      return ok(explanationOf(candidate, await this.comparison.next(candidate), language));
    });
  }

  /** How often one ranks before the other: worked out anew from what the run stored, so that every pair of every run can be asked about. */
  compareCandidates(one: string, other: string, language: Language): Promise<Result<CandidateComparison, Problem>> {
    return this.transactions.run<CandidateComparison, Problem>(async () => {
      const found: ScoredCandidate[] = [];
      for (const id of [one, other]) {
        const number = localId('Candidate', id);
        const candidate = typeof number === 'number' ? await this.comparison.candidate(number) : null;
        if (!candidate?.score) return err({ code: 'SCORING.NOT_FOUND', what: 'Candidate', id });
        found.push(candidate);
      }
      const [first, second] = found as [ScoredCandidate, ScoredCandidate];
      if (first.runId !== second.runId) return err({ code: 'SCORING.NOT_OF_ONE_RUN', one, other });
      const { before01, after01 } = shares(first, second);
      const [ahead, behind] = first.rank < second.rank ? [first, second] : [second, first];
      const flips = findFlips(first.model, ahead.score!, behind.score!, 'GOAL');
      const robustness = { next: behind.productName, beforeNext01: null, flips, topsisRank: null, prometheeRank: null };
      return ok({ before01, after01, flips, sentence: [sentences[language].duel(first.productName, second.productName, percent(before01, language), percent(after01, language)), ...sayRobustness(robustness, first.model, language)].join(' ') });
    });
  }

  compareRuns(before: string, after: string, first: number, language: Language): Promise<Result<ScoringRunComparison, Problem>> {
    return this.transactions.run<ScoringRunComparison, Problem>(async () => {
      const runs = [];
      for (const id of [before, after]) {
        const number = localId('ScoringRun', id);
        const run = typeof number === 'number' ? await this.comparison.run(number) : null;
        if (!run) return err({ code: 'SCORING.NOT_FOUND', what: 'ScoringRun', id });
        runs.push(run);
      }
      const [earlier, later] = runs as [(typeof runs)[0], (typeof runs)[0]];
      const old = await this.comparison.different(earlier.id, later.id);
      const now = await this.comparison.different(later.id, earlier.id);
      const names = new Map([...old.names, ...now.names]);
      const words = new Map([earlier.model, later.model].flatMap((model) => [...model.criteria, ...model.gates].map((entry) => [entry.id, entry.name] as const)));
      const moves = compareRuns(old.candidates, now.candidates);
      const shown = moves.slice(0, first).map(({ id, causes, ...move }): RunMove => ({
        ...move,
        productKey: id,
        productName: names.get(id) ?? id,
        causes: causes.map((cause) => ({ ...cause, sentence: sayCause(cause, wordsOf(words, cause.because), language) })),
      }));
      return ok({ moved: moves.length, moves: shown });
    });
  }

  compareModels(before: string, after: string): Promise<Result<ScoringModelComparison, Problem>> {
    return this.transactions.run<ScoringModelComparison, Problem>(async () => {
      const models: ScoringModel[] = [];
      for (const id of [before, after]) {
        const number = localId('ScoringModel', id);
        const stored = typeof number === 'number' ? await this.models.byId(number) : null;
        if (!stored) return err({ code: 'SCORING.NOT_FOUND', what: 'ScoringModel', id });
        models.push(stored.model);
      }
      return ok({ differences: compareModels(models[0]!, models[1]!).map(({ id, ...difference }) => ({ ...difference, entry: id })) });
    });
  }
}

function wordsOf(words: ReadonlyMap<string, Wording>, id: string): Wording {
  return words.get(id) ?? { de: id, en: id };
}

/** At most so many draws are made anew to answer a question. */
const MOST_SAMPLES = 20_000;

function shares(one: ScoredCandidate, other: Pick<ScoredCandidate, 'productKey' | 'score'>): { readonly before01: number; readonly after01: number } {
  const pair = [one, other].map(({ productKey, score }) => ({ id: productKey, score: score! }));
  return compareTwo(one.model, pair as [(typeof pair)[0], (typeof pair)[0]], { seed: one.seed, samples: Math.min(one.samples, MOST_SAMPLES) });
}

function explanationOf(candidate: ScoredCandidate, next: NextCandidate | null, language: Language): CandidateExplanation {
  const { id, productName, alternativeName, score, facts, model, assumptions, npvLow, npvExpected, npvHigh } = candidate;
  const say = sentences[language];
  const explained = explainScore(score!, model, language);
  const contracts = (facts['moneyFrom'] as { contracts?: readonly string[] } | undefined)?.contracts ?? [];
  const bought = contracts.length === 0 ? null : say.contracts(contracts.slice(0, 5).join(', '), contracts.length - 5);
  const sources = { annualCostCents: bought, contractEndsOn: bought, oneOffCents: say.assumed, annualRunningCostCents: say.assumed, effortDays: say.assumed };
  const expired = (facts['expired'] as readonly ExpiredAnswer[] | undefined) ?? [];
  return {
    candidateId: `Candidate:${id}`,
    product: productName,
    alternative: alternativeName,
    rank: say.rank(candidate.rank, candidate.candidates, percent(candidate.firstRankAcceptability01, language), candidate.expectedRank, language),
    axes: [...explained.axes],
    gates: explained.gates.map(copied),
    criteria: explained.criteria.map(copied),
    economics: copied(explainEconomics({ low: npvLow, expected: npvExpected, high: npvHigh }, moneyIn(facts), { assumptions, kind: kindIn(facts) }, sources, language)),
    robustness: sayRobustness(
      { next: next?.productName ?? null, beforeNext01: next?.score ? (candidate.wins01?.[candidate.rank] ?? shares(candidate, next).before01) : null, flips: candidate.flips ?? (next?.score ? findFlips(model, score!, next.score, 'GOAL') : []), topsisRank: candidate.topsisRank, prometheeRank: candidate.prometheeRank },
      model,
      language,
    ),
    urgency: candidate.urgency === null ? [] : sayUrgency(candidate.urgency, language),
    expired: expired.map((answer) => say.expired(factWords[answer.fact].name[language], answer.expiredOn)),
  };
}

/** What the money rests on; runs of the first versions stored the end of a contract as one day. */
function moneyIn(facts: ScoredCandidate['facts']): EconomicsFacts {
  const money = facts['money'] as Omit<EconomicsFacts, 'contractEndsOn'> & { readonly contractEndsOn: EconomicsFacts['contractEndsOn'] | CalendarDate };
  const end = money.contractEndsOn;
  return { ...money, contractEndsOn: typeof end === 'string' ? { earliest: end, latest: end } : end };
}

function kindIn(facts: ScoredCandidate['facts']): AlternativeKind | null {
  return (facts['alternativeKind'] as CandidateFacts['alternativeKind'])?.value ?? null;
}

/** Lists that may be written to, as the types of the interface have them. */
function copied<T extends object>(value: T): { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] } {
  return { ...value } as never;
}

function percent(share01: number, language: Language): string {
  return (share01 * 100).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 });
}

const sentences = {
  de: {
    rank: (rank: number, of: number, first: string, mean: number | null, language: Language) =>
      `Rang ${rank} von ${of}; in ${first} % der Ziehungen von Gewichten und offenen Angaben auf Rang 1${mean === null ? '' : `, im Mittel auf Rang ${number(mean, language)}`}. Das ist keine Zuschlagsentscheidung.`,
    contracts: (numbers: string, more: number) => `Vertrag ${numbers}${more > 0 ? ` und ${more} weitere` : ''}`,
    duel: (one: string, other: string, before: string, after: string) => `${one} liegt in ${before} % der Ziehungen vor ${other}, ${other} in ${after} % davor.`,
    assumed: 'allgemeine Annahmen (siehe unten), keine Schätzung für dieses Produkt',
    expired: (fact: string, on: string) => `${fact}: die Antwort galt bis ${on} und zählt nicht mehr.`,
  },
  en: {
    rank: (rank: number, of: number, first: string, mean: number | null, language: Language) =>
      `Rank ${rank} of ${of}; first in ${first} % of the draws of weights and open inputs${mean === null ? '' : `, on average rank ${number(mean, language)}`}. This is no tender award.`,
    contracts: (numbers: string, more: number) => `contract ${numbers}${more > 0 ? ` and ${more} more` : ''}`,
    duel: (one: string, other: string, before: string, after: string) => `${one} ranks before ${other} in ${before} % of the draws, ${other} before it in ${after} %.`,
    assumed: 'general assumptions (see below), no estimate for this product',
    expired: (fact: string, on: string) => `${fact}: the answer was valid until ${on} and counts no longer.`,
  },
} as const;

function number(value: number, language: Language): string {
  return value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 });
}
