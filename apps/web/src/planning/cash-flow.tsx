// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Chart } from '../ui/chart.js';
import { Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import type { WavesPlan } from './plan-queries.js';
import type { PeriodNames } from './use-periods.js';

/** What comes in and goes out in each period, and since the first one. */
export function CashFlow({ plan: { periods }, names }: { plan: WavesPlan; names: PeriodNames }) {
  const t = useTexts(planningTexts);
  const { money, count, locale } = useFormats();
  const axis = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', notation: 'compact' });
  const euro = (cents: number) => Math.round(cents / 100);
  return (
    <Section title={t.cash} hint={t.cashHint}>
      <Chart
        title={t.cashPicture}
        option={({ text, line, series }) => ({
          textStyle: { color: text },
          tooltip: { trigger: 'axis', confine: true, valueFormatter: (value: number) => money(value * 100) },
          legend: { top: 0, textStyle: { color: text } },
          grid: { left: 8, right: 8, bottom: 8, top: 40, containLabel: true },
          xAxis: { type: 'category', data: periods.map(({ period }) => names.name(period)), axisLabel: { color: text, hideOverlap: true }, axisLine: { lineStyle: { color: line } } },
          yAxis: { type: 'value', axisLabel: { color: text, formatter: (value: number) => axis.format(value) }, splitLine: { lineStyle: { color: line } } },
          series: [
            { name: t.saving, type: 'bar', stack: 'flow', color: series[2], data: periods.map(({ savingCents }) => euro(savingCents)) },
            { name: t.cost, type: 'bar', stack: 'flow', color: series[1], data: periods.map(({ savingCents, cashFlowCents }) => euro(cashFlowCents - savingCents)) },
            { name: t.cumulated, type: 'line', color: series[0], data: periods.map(({ cumulatedCashCents }) => euro(cumulatedCashCents)) },
          ],
        })}
        table={
          <PlainTable
            caption={t.cash}
            rows={periods}
            keyOf={({ period }) => String(period)}
            columns={[
              { key: 'period', name: t.period, cell: ({ period }) => names.name(period) },
              { key: 'budget', name: t.budget, isNumeric: true, cell: ({ budgetCents }) => (budgetCents === null ? t.noLimit : money(budgetCents)) },
              { key: 'used', name: t.budgetUsed, isNumeric: true, cell: ({ budgetUsedCents }) => money(budgetUsedCents) },
              { key: 'dual', name: t.dualRunCost, isNumeric: true, cell: ({ dualRunCents }) => money(dualRunCents) },
              { key: 'saving', name: t.saving, isNumeric: true, cell: ({ savingCents }) => money(savingCents) },
              { key: 'flow', name: t.cashFlow, isNumeric: true, cell: ({ cashFlowCents }) => money(cashFlowCents) },
              { key: 'cumulated', name: t.cumulated, isNumeric: true, cell: ({ cumulatedCashCents }) => money(cumulatedCashCents) },
              { key: 'points', name: t.cumulatedPoints, isNumeric: true, cell: ({ cumulatedValue }) => count(cumulatedValue) },
            ]}
          />
        }
      />
    </Section>
  );
}
