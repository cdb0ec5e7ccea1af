// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from 'urql';
import type { FrontierPoint } from '#planning';
import { Permitted } from '../access/permitted.js';
import { graphql } from '../graphql/graphql.js';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { Chart } from '../ui/chart.js';
import { Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import { Failed, ProblemOf } from '../ui/states.js';
import { PlanningProgress } from './planning-progress.js';
import { useJob } from '../graphql/use-job.js';

const START = graphql(`
  mutation StartFrontier($plan: ID!) {
    startFrontier(input: { plan: $plan, timeLimitSeconds: 40 }) {
      __typename
      ... on Problem { code message messageDe }
      ... on StartFrontierSuccess { job { id } }
    }
  }
`);

/** How much goal contribution which budget buys: a curve, and the same as a table. */
export function Frontier({ plan, curve, onStarted }: { plan: string; curve: string | undefined; onStarted: (job: string | undefined) => void }) {
  const t = useTexts(planningTexts);
  const [started, start] = useMutation(START);
  const answer = started.data?.startFrontier;
  const begin = async () => {
    const { data } = await start({ plan });
    if (data?.startFrontier.__typename === 'StartFrontierSuccess') onStarted(data.startFrontier.job.id);
  };
  return (
    <Section title={t.frontier} hint={t.frontierHint}>
      {started.error && <Failed error={started.error} />}
      <ProblemOf answer={answer} />
      {curve && <Curve key={curve} job={curve} onClose={() => onStarted(undefined)} />}
      <Permitted to={[START]} explain={t.frontierStart}>
        <p>
          <Button kind="secondary" disabled={started.fetching} onClick={() => void begin()}>
            {t.frontierStart}
          </Button>
        </p>
      </Permitted>
    </Section>
  );
}

const nothing = () => undefined;

function Curve({ job: id, onClose }: { job: string; onClose: () => void }) {
  const t = useTexts(planningTexts);
  const { money, count, share, locale } = useFormats();
  const job = useJob(id);
  if (job?.status !== 'DONE') return <PlanningProgress job={id} title={t.frontierRunning} onDone={nothing} onClose={onClose} />;
  const { points } = job.summary as { readonly points: readonly FrontierPoint[] };
  const axis = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', notation: 'compact' });
  return (
    <Chart
      title={t.frontierPicture}
      option={({ text, line, series }) => ({
        textStyle: { color: text },
        tooltip: { trigger: 'axis', confine: true, valueFormatter: (value: number) => count(value) },
        grid: { left: 8, right: 24, bottom: 28, top: 36, containLabel: true },
        xAxis: { type: 'value', name: t.budget, nameLocation: 'middle', nameGap: 26, axisLabel: { color: text, hideOverlap: true, formatter: (value: number) => axis.format(value) }, splitLine: { lineStyle: { color: line } } },
        yAxis: { type: 'value', name: t.points, axisLabel: { color: text }, splitLine: { lineStyle: { color: line } } },
        series: [{ name: t.points, type: 'line', color: series[0], symbolSize: 9, data: points.map(({ budgetCents, value }) => [Math.round(budgetCents / 100), value]) }],
      })}
      table={
        <PlainTable
          caption={t.frontierPicture}
          rows={points}
          keyOf={({ budgetFactor }) => String(budgetFactor)}
          columns={[
            { key: 'share', name: t.ofBudget, isNumeric: true, cell: ({ budgetFactor }) => share(budgetFactor) },
            { key: 'budget', name: t.budget, isNumeric: true, cell: ({ budgetCents }) => money(budgetCents) },
            { key: 'points', name: t.points, isNumeric: true, cell: ({ value }) => count(value) },
            { key: 'cost', name: t.cost, isNumeric: true, cell: ({ costCents }) => money(costCents) },
            { key: 'efficient', name: t.efficient, cell: ({ efficient, value }) => (efficient ? t.isEfficient : value === null ? '–' : t.isNotEfficient) },
          ]}
        />
      }
    />
  );
}
