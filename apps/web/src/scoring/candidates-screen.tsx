// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useDeferredValue, useMemo, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { ScoringModel } from '#scoring';
import { useWholeList } from '../graphql/use-whole-list.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { Answer } from '../ui/answer.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { SearchField } from '../ui/fields.js';
import { Interval } from '../ui/interval.js';
import { Page, Section } from '../ui/page.js';
import { ProductLink } from '../ui/product-link.js';
import { Empty } from '../ui/states.js';
import { StillLoading } from '../ui/still-loading.js';
import { CandidateTabs } from './candidate-tabs.js';
import { CANDIDATE_PAGE, CANDIDATES, rankUnder, type Ranked, type ScoredRun } from './candidates.js';
import { Comparison } from './comparison.js';
import { OpenQuestions } from './open-questions.js';
import { Portfolio } from './portfolio.js';
import { Weights } from './weights.js';
import './scoring.css';

/** The ranking, what it rests on, and what would change it. */
export function CandidatesScreen() {
  const t = useTexts(scoringTexts);
  const { day } = useFormats();
  return (
    <Page title={t.title} lead={t.lead} isWide>
      <CandidateTabs />
      <Answer of={useQuery({ query: CANDIDATES })}>
        {({ scoringRuns: { nodes: [run] }, openQuestions }) =>
          run && run.candidates.totalCount > 0 ? (
            <div className="stack">
              <p className="muted">{t.run(`${run.model.key} ${run.model.version}`, day(run.asOf))}</p>
              <Ranking key={run.id} run={run} />
              <OpenQuestions model={run.model.definition as ScoringModel} questions={openQuestions.nodes} />
            </div>
          ) : (
            <Empty title={t.empty}>{t.emptyAdvice}</Empty>
          )
        }
      </Answer>
    </Page>
  );
}

const route = getRouteApi('/kandidaten');

function Ranking({ run }: { run: ScoredRun }) {
  const t = useTexts(scoringTexts);
  const { q, one, other } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: { q?: string | undefined; one?: string | undefined; other?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const list = useWholeList(run.candidates, CANDIDATE_PAGE, { run: run.id }, (data) => data.scoringRun?.candidates);
  const model = useMemo(() => run.model.definition as ScoringModel, [run]);
  const [weighed, setWeighed] = useState(model);
  // a slider follows the hand; the ranking follows as soon as it is computed
  const inForce = useDeferredValue(weighed);
  const ranked = useMemo(() => rankUnder(inForce, list.rows), [inForce, list.rows]);
  const wanted = q?.toLocaleLowerCase();
  const shown = wanted ? ranked.filter(({ candidate }) => `${candidate.product.name} ${candidate.alternative.product.name}`.toLocaleLowerCase().includes(wanted)) : ranked;
  const isChosen = (key: string) => key === one || key === other;
  const choose = (key: string, checked: boolean) => {
    if (!checked) return change(key === one ? { one: other, other: undefined } : { other: undefined });
    return change(one === undefined ? { one: key } : { other: key });
  };
  const pair = [one, other].flatMap((key) => ranked.find(({ candidate }) => candidate.product.key === key) ?? []);
  const columns = useColumns(isChosen, choose);
  return (
    <>
      <Weights model={model} weighed={weighed} onWeigh={setWeighed} />
      <Section title={t.ranking} hint={inForce === model ? undefined : t.changedWeights}>
        <div className="filters">
          <SearchField label={t.search} value={q ?? ''} onSearch={(typed) => change({ q: typed || undefined })} />
        </div>
        {wanted && shown.length === 0 && list.isWhole ? <Empty title={t.noCandidateFits} /> : <DataTable<Ranked> caption={t.ranking} columns={columns} rows={shown} keyOf={({ candidate }) => candidate.id} isBusy={inForce !== weighed} />}
        <StillLoading list={list}>{t.rankedSoFar}</StillLoading>
      </Section>
      {pair.length === 2 ? <Comparison model={inForce} one={pair[0]!} other={pair[1]!} /> : <p className="muted print-not">{t.pickTwo}</p>}
      <Portfolio ranked={shown} />
    </>
  );
}

function useColumns(isChosen: (key: string) => boolean, choose: (key: string, checked: boolean) => void): readonly Column<Ranked>[] {
  const t = useTexts(scoringTexts);
  const ui = useTexts(uiTexts);
  const { count, share, money } = useFormats();
  return [
    {
      key: 'compare',
      name: t.compare,
      isScreenOnly: true,
      width: 0.9,
      cell: ({ candidate: { product } }) => <input type="checkbox" className="kern-form-check__checkbox" aria-label={`${product.name}: ${t.compare}`} checked={isChosen(product.key)} onChange={(event) => choose(product.key, event.target.checked)} />,
    },
    {
      key: 'rank',
      name: t.rank,
      isNumeric: true,
      width: 0.7,
      cell: ({ rank, candidate }) => (
        <>
          {count(rank)} {rank !== candidate.rank && <span className="muted">{t.moved(count(candidate.rank))}</span>}
        </>
      ),
    },
    {
      key: 'product',
      name: t.product,
      width: 2,
      cell: ({ candidate: { product } }) => <ProductLink to={product} />,
    },
    {
      key: 'alternative',
      name: t.alternative,
      width: 1.8,
      cell: ({ candidate: { alternative } }) => (
        <>
          <ProductLink to={alternative.product} />{' '}
          <span className="muted">{ui.coverage[alternative.kind]}</span>
        </>
      ),
    },
    { key: 'goal', name: t.goal, isNumeric: true, width: 1.4, cell: ({ score }) => <Interval {...score.goalContribution} /> },
    { key: 'feasibility', name: t.feasibility, isNumeric: true, width: 1.4, cell: ({ score }) => <Interval {...score.feasibility} /> },
    { key: 'npv', name: t.npv, isNumeric: true, width: 1.2, cell: ({ candidate: { npvCents } }) => money(npvCents.expected) },
    { key: 'completeness', name: t.completeness, isNumeric: true, width: 0.9, cell: ({ candidate }) => share(candidate.completeness01) },
    { key: 'first', name: t.first, isNumeric: true, width: 0.9, cell: ({ candidate }) => share(candidate.firstRankAcceptability01, 1) },
  ];
}
