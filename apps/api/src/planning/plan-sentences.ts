// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describeProblem, type Language, type Problem } from '#kernel';
import { planMessages } from './messages.js';

/** What people call what a plan names by key. */
export interface PlanNames {
  readonly products: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, string>;
  /** First day of each period. */
  readonly periods: readonly string[];
}

/** A reason as it is stored: the facts with their keys, and its sentences with names and dates. */
export function withSentences(problem: Problem, names: PlanNames): Problem & { readonly de: string; readonly en: string } {
  const inLanguage = (language: Language) => describeProblem(withNames(problem, names, language), planMessages, language);
  return { ...problem, de: inLanguage('de'), en: inLanguage('en') };
}

/** The problem with names for keys, and dates beside numbers of periods; what has no name stays as it is. */
export function withNames(problem: Problem, { products, teams, departments, periods }: PlanNames, language: Language): Problem {
  const nameIn = (names: ReadonlyMap<string, string>) => (fact: unknown) => (typeof fact === 'string' ? (names.get(fact) ?? fact) : fact);
  const product = nameIn(products);
  const written = (day: string) => (language === 'de' ? day.split('-').reverse().join('.') : day);
  const day = (fact: unknown) => (typeof fact === 'number' && periods[fact] !== undefined ? `${fact} (${written(periods[fact])})` : fact);
  const sayName: Readonly<Record<string, (fact: unknown) => unknown>> = {
    item: product,
    before: product,
    after: product,
    chosen: product,
    items: (fact) => (Array.isArray(fact) ? fact.map(product) : fact),
    team: nameIn(teams),
    department: nameIn(departments),
    name: nameIn(problem.code === 'PLANNING.OUT_TEAM' ? teams : departments),
    period: day,
    deadline: day,
    earliest: day,
  };
  return Object.fromEntries(Object.entries(problem).map(([fact, value]) => [fact, Object.hasOwn(sayName, fact) ? sayName[fact]!(value) : value])) as unknown as Problem;
}
