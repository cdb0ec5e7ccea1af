// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Chart } from '../ui/chart.js';
import { PlainTable } from '../ui/plain-table.js';

interface UsageChange {
  readonly importedAt: string;
  readonly fileName: string;
  readonly added: number;
  readonly removed: number;
  readonly installations: number;
}

/** How many installations there were after each import, and which import brought or took how many. */
export function UsageHistory({ changes }: { changes: readonly UsageChange[] }) {
  const t = useTexts(catalogueTexts);
  const { count, instant } = useFormats();
  return (
    <Chart
      title={t.usageHistoryPicture}
      heightRem={14}
      option={({ text, line, series }) => ({
        grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
        xAxis: { type: 'time', axisLabel: { color: text }, axisLine: { lineStyle: { color: line } } },
        yAxis: { type: 'value', min: 0, axisLabel: { color: text, formatter: (value: number) => count(value) }, splitLine: { lineStyle: { color: line, opacity: 0.4 } } },
        series: [{ type: 'line', step: 'end', symbolSize: 7, lineStyle: { color: series[0] }, itemStyle: { color: series[0] }, data: changes.map(({ importedAt, installations }) => [importedAt, installations]) }],
      })}
      table={
        <PlainTable
          caption={t.usageHistory}
          rows={changes}
          keyOf={({ importedAt, fileName }) => `${importedAt} ${fileName}`}
          columns={[
            { key: 'at', name: t.day, cell: ({ importedAt }) => instant(importedAt) },
            { key: 'file', name: t.importFile, cell: ({ fileName }) => fileName },
            { key: 'added', name: t.added, isNumeric: true, cell: ({ added }) => count(added) },
            { key: 'removed', name: t.removed, isNumeric: true, cell: ({ removed }) => count(removed) },
            { key: 'installations', name: t.installations, isNumeric: true, cell: ({ installations }) => count(installations) },
          ]}
        />
      }
    />
  );
}
