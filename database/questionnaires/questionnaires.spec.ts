// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { unwrap } from '#kernel';
import { dortmund2021, factsOf, factWords, parseArchetypes, parseQuestionnaire, type FactKey } from '#scoring';
import { parse } from 'yaml';

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

describe('the questionnaire that comes with the program', () => {
  const questionnaire = unwrap(parseQuestionnaire(read('produktbewertung.yaml')));

  it('asks for every fact of dortmund-2021 that is not measured, bought or licensed', () => {
    const asked = new Set(questionnaire.questions.flatMap(({ facts }) => Object.values(facts)));
    const needed = new Set<FactKey>([...dortmund2021.criteria.flatMap((criterion) => factsOf(criterion.measure)), ...dortmund2021.gates.map((gate) => gate.fact)]);
    expect([...needed].filter((fact) => !asked.has(fact)).sort()).toEqual([
      'alternativeKind', 'alternativeLicenseClass', 'installations', 'todayLicenseClass', 'vendorSpendShare01', 'verifiedSources',
    ]);
  });

  it('gives every level of the sovereignty framework', () => {
    const sovereignty = Object.keys(factWords).filter((fact) => /Sov\d$/.test(fact));
    const asked = questionnaire.questions.flatMap(({ facts }) => Object.values(facts) as string[]);
    expect(sovereignty.filter((fact) => !asked.includes(fact))).toEqual([]);
  });
});

describe('the archetypes that come with the program', () => {
  it('name categories that the catalogue has, each once', () => {
    const archetypes = unwrap(parseArchetypes(read('archetypes.yaml')));
    const { categories } = read('../catalogue/categories.yaml') as { categories: readonly { id: string }[] };
    const known = new Set(categories.map((category) => category.id));
    expect(archetypes.flatMap((archetype) => archetype.categories).filter((category) => !known.has(category))).toEqual([]);
  });
});
