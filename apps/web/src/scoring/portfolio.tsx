// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Chart, type ChartColors } from '../ui/chart.js';
import { DataTable } from '../ui/data-table.js';
import type { Ranked } from './candidates.js';

const LEAST_PX = 6;
const MOST_PX = 48;
/** From so many points on they become smaller and lighter, so that a crowd can be told from a few. */
const CROWD = 300;

/** Contribution against feasibility; the size is the number of installations. */
export function Portfolio({ ranked }: { ranked: readonly Ranked[] }) {
  const t = useTexts(scoringTexts);
  const { count, decimal } = useFormats();
  const option = useMemo(() => {
    const largest = Math.max(1, ...ranked.map(({ candidate }) => candidate.product.installationCount));
    const crowding = Math.min(1, Math.sqrt(CROWD / Math.max(1, ranked.length)));
    // the large ones first, so that none hides a small one
    const data = ranked
      .toSorted((one, other) => other.candidate.product.installationCount - one.candidate.product.installationCount)
      .map(({ candidate, score }) => ({
        name: candidate.product.name,
        value: [score.feasibility.expected, score.goalContribution.expected, candidate.product.installationCount],
        symbolSize: LEAST_PX + (MOST_PX * crowding - LEAST_PX) * Math.sqrt(candidate.product.installationCount / largest),
      }));
    return ({ text, line, series }: ChartColors) => ({
      grid: { left: 56, right: 24, top: 24, bottom: 56 },
      tooltip: { renderMode: 'richText', formatter: ({ name, value }: { name: string; value: number[] }) => `${name}\n${t.goal}: ${decimal(value[1], 0)}, ${t.feasibility}: ${decimal(value[0], 0)}\n${t.installations}: ${count(value[2])}` },
      xAxis: { name: t.feasibility, nameLocation: 'middle', nameGap: 32, min: 0, max: 100, axisLabel: { color: text }, nameTextStyle: { color: text }, splitLine: { lineStyle: { color: line } } },
      yAxis: { name: t.goal, nameLocation: 'middle', nameGap: 36, min: 0, max: 100, axisLabel: { color: text }, nameTextStyle: { color: text }, splitLine: { lineStyle: { color: line } } },
      series: [{ type: 'scatter', data, itemStyle: { color: series[0], opacity: 0.25 + 0.35 * crowding } }],
    });
  }, [ranked, t, count, decimal]);
  return (
    <Chart
      title={t.picture}
      option={option}
      table={
        <DataTable<Ranked>
          caption={t.picture}
          columns={[
            { key: 'product', name: t.product, width: 2, cell: ({ candidate }) => candidate.product.name },
            { key: 'goal', name: t.goal, isNumeric: true, cell: ({ score }) => decimal(score.goalContribution.expected, 0) },
            { key: 'feasibility', name: t.feasibility, isNumeric: true, cell: ({ score }) => decimal(score.feasibility.expected, 0) },
            { key: 'installations', name: t.installations, isNumeric: true, cell: ({ candidate }) => count(candidate.product.installationCount) },
          ]}
          rows={ranked}
          keyOf={({ candidate }) => candidate.id}
        />
      }
    />
  );
}
