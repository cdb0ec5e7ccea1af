// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Chart, type ChartColors } from '../ui/chart.js';
import { PlainTable } from '../ui/plain-table.js';
import type { Ranked } from './candidates.js';

/** Points drawn at most; further ones would only cover each other. */
const MOST_POINTS = 300;
const LEAST_PX = 6;
const MOST_PX = 48;

/** Contribution against feasibility; the size is the number of installations. */
export function Portfolio({ ranked }: { ranked: readonly Ranked[] }) {
  const t = useTexts(scoringTexts);
  const { count, decimal } = useFormats();
  const points = useMemo(() => ranked.slice(0, MOST_POINTS), [ranked]);
  const option = useMemo(() => {
    const largest = Math.max(1, ...points.map(({ candidate }) => candidate.product.installationCount));
    const data = points.map(({ candidate, score }) => ({
      name: candidate.product.name,
      value: [score.feasibility.expected, score.goalContribution.expected, candidate.product.installationCount],
      symbolSize: LEAST_PX + (MOST_PX - LEAST_PX) * Math.sqrt(candidate.product.installationCount / largest),
    }));
    return ({ text, line, series }: ChartColors) => ({
      grid: { left: 56, right: 24, top: 24, bottom: 56 },
      tooltip: { renderMode: 'richText', formatter: ({ name, value }: { name: string; value: number[] }) => `${name}\n${t.goal}: ${decimal(value[1], 0)}, ${t.feasibility}: ${decimal(value[0], 0)}\n${t.installations}: ${count(value[2])}` },
      xAxis: { name: t.feasibility, nameLocation: 'middle', nameGap: 32, min: 0, max: 100, axisLabel: { color: text }, nameTextStyle: { color: text }, splitLine: { lineStyle: { color: line } } },
      yAxis: { name: t.goal, nameLocation: 'middle', nameGap: 36, min: 0, max: 100, axisLabel: { color: text }, nameTextStyle: { color: text }, splitLine: { lineStyle: { color: line } } },
      series: [{ type: 'scatter', data, itemStyle: { color: series[0], opacity: 0.6 } }],
    });
  }, [points, t, count, decimal]);
  return (
    <Chart
      title={t.picture}
      option={option}
      table={
        <PlainTable
          caption={t.picture}
          columns={[
            { key: 'product', name: t.product, cell: ({ candidate }) => candidate.product.name },
            { key: 'goal', name: t.goal, isNumeric: true, cell: ({ score }) => decimal(score.goalContribution.expected, 0) },
            { key: 'feasibility', name: t.feasibility, isNumeric: true, cell: ({ score }) => decimal(score.feasibility.expected, 0) },
            { key: 'installations', name: t.installations, isNumeric: true, cell: ({ candidate }) => count(candidate.product.installationCount) },
          ]}
          rows={points}
          keyOf={({ candidate }) => candidate.id}
        />
      }
    />
  );
}
