// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Chart } from '../ui/chart.js';
import { DepartmentLink } from '../ui/department-link.js';
import { PlainTable } from '../ui/plain-table.js';

interface Usage {
  readonly department: { readonly key: string; readonly name: string };
  readonly installations: number;
}

/** Bars that a picture shows; the table has all. */
const MOST_BARS = 15;
const BAR_REM = 1.8;

export function UsageByDepartment({ usage }: { usage: readonly Usage[] }) {
  const t = useTexts(catalogueTexts);
  const { count } = useFormats();
  if (usage.length === 0) return <p className="muted">{t.noUsage}</p>;
  const ordered = usage.toSorted((left, right) => right.installations - left.installations);
  const bars = ordered.slice(0, MOST_BARS).toReversed();
  return (
    <Chart
      title={t.usagePicture}
      heightRem={3 + bars.length * BAR_REM}
      option={({ text, line, series }) => ({
        grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
        xAxis: { type: 'value', axisLabel: { color: text, hideOverlap: true }, splitLine: { lineStyle: { color: line, opacity: 0.4 } } },
        yAxis: { type: 'category', data: bars.map(({ department }) => department.name), axisLabel: { color: text, width: Math.min(260, innerWidth * 0.35), overflow: 'truncate' } },
        series: [{ type: 'bar', data: bars.map(({ installations }) => installations), itemStyle: { color: series[0] }, label: { show: true, position: 'right', color: text, formatter: ({ value }: { value: number }) => count(value) } }],
      })}
      table={
        <PlainTable
          caption={t.usage}
          rows={ordered}
          keyOf={({ department }) => department.key}
          columns={[
            { key: 'department', name: t.department, cell: ({ department }) => <DepartmentLink to={department} /> },
            { key: 'installations', name: t.installations, isNumeric: true, cell: ({ installations }) => count(installations) },
          ]}
        />
      }
    />
  );
}
