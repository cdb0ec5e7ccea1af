// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { reportingTexts } from '../i18n/reporting.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Link } from '@tanstack/react-router';
import { Badge } from '../ui/badge.js';
import { Chart } from '../ui/chart.js';
import { PlainTable } from '../ui/plain-table.js';
import { PrincipleList } from '../ui/principles.js';

interface Range {
  readonly low: number | null;
  readonly high: number | null;
}
/** What makes a range of a number, in units of what is measured. */
interface Unsure {
  readonly unknown: number;
  readonly unrecognised: number;
  readonly uncounted: number;
}
interface Target {
  readonly name: string;
  readonly unit: 'COUNT' | 'SHARE';
  readonly goal: number;
  readonly dueOn: string;
  readonly standing: 'REACHED' | 'NOT_REACHED' | 'UNCERTAIN' | 'UNKNOWN';
  readonly outlook: 'ON_COURSE' | 'OFF_COURSE' | 'UNCERTAIN' | 'UNKNOWN';
  readonly principles: readonly string[];
  readonly current: (Range & Unsure & { readonly measuredAt: string }) | null;
  readonly nextStop: (Range & { readonly on: string }) | null;
  readonly history: readonly (Range & { readonly id: string; readonly measuredAt: string })[];
  readonly forecast: readonly (Range & { readonly on: string })[];
}

const OUTLOOK_TONES = { ON_COURSE: 'success', OFF_COURSE: 'danger', UNCERTAIN: 'warning', UNKNOWN: 'warning' } as const;

/** One target: where it stands, where the plan leads, and the curve of both; what is not known for sure is a band, not a line. */
export function TargetProgress({ target }: { target: Target }) {
  const t = useTexts(reportingTexts);
  const { count, share, day } = useFormats();
  const write = (value: number | null) => (target.unit === 'SHARE' ? share(value, 1) : count(value));
  const range = ({ low, high }: Range) => (low === high ? write(low) : t.between(write(low), write(high)));
  const points = [
    ...target.history.map(({ measuredAt, low, high }) => ({ on: measuredAt.slice(0, 10), low, high, isForecast: false })),
    ...target.forecast.map(({ on, low, high }) => ({ on, low, high, isForecast: true })),
  ].toSorted((left, right) => left.on.localeCompare(right.on));
  return (
    <article className="stack">
      <h3 className="kern-heading-small">
        {target.name} <Badge tone={OUTLOOK_TONES[target.outlook]}>{t.outlooks[target.outlook]}</Badge>
      </h3>
      <dl className="facts">
        <dt>{t.now}</dt>
        <dd>
          {target.current ? range(target.current) : t.notMeasured} – {t.standings[target.standing]}
        </dd>
        {target.current && target.current.low !== target.current.high && (
          <>
            <dt>{t.why}</dt>
            <dd>
              <Narrow {...target.current} />
            </dd>
          </>
        )}
        <dt>{t.goal}</dt>
        <dd>{t.goalUntil(write(target.goal), day(target.dueOn))}</dd>
        {target.nextStop && (
          <>
            <dt>{t.nextStop}</dt>
            <dd>{t.goalUntil(range(target.nextStop), day(target.nextStop.on))}</dd>
          </>
        )}
        <dt>{t.serves}</dt>
        <dd>{target.principles.length === 0 ? '–' : <PrincipleList ids={target.principles} />}</dd>
      </dl>
      {points.length > 0 && (
        <Chart
          title={t.curve(target.name)}
          heightRem={16}
          option={({ text, line, series }) => ({
            grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
            xAxis: { type: 'time', axisLabel: { color: text, hideOverlap: true }, axisLine: { lineStyle: { color: line } } },
            yAxis: { type: 'value', axisLabel: { color: text, formatter: (value: number) => write(value) }, splitLine: { lineStyle: { color: line, opacity: 0.4 } } },
            series: [
              { type: 'line', stack: 'band', symbol: 'none', lineStyle: { color: series[0] }, data: points.map(({ on, low }) => [on, low]), markLine: { symbol: 'none', data: [{ yAxis: target.goal }], lineStyle: { color: series[1] }, label: { color: text, formatter: t.goal } } },
              { type: 'line', stack: 'band', symbol: 'none', lineStyle: { color: series[0], type: 'dashed' }, areaStyle: { color: series[0], opacity: 0.25 }, data: points.map(({ on, low, high }) => [on, low === null || high === null ? null : high - low]) },
            ],
          })}
          table={
            <PlainTable
              caption={t.curve(target.name)}
              rows={points}
              keyOf={({ on, isForecast }) => `${on} ${isForecast}`}
              columns={[
                { key: 'on', name: t.day, cell: ({ on }) => day(on) },
                { key: 'value', name: t.value, cell: (point) => range(point) },
                { key: 'kind', name: t.kind, cell: ({ isForecast }) => (isForecast ? t.forecast : t.measured) },
              ]}
            />
          }
        />
      )}
    </article>
  );
}

/** What has to be settled for a range to become narrower, each the way to settle it. */
function Narrow({ unknown, unrecognised, uncounted }: Unsure) {
  const t = useTexts(reportingTexts);
  return (
    <>
      {t.narrow}
      <ul>
        {unrecognised > 0 && (
          <li>
            <Link to="/zuordnung" className="kern-link">
              {t.unrecognised}
            </Link>
          </li>
        )}
        {unknown > 0 && (
          <li>
            <Link to="/inventar" search={{ openSource: 'UNKNOWN' }} className="kern-link">
              {t.unknownLicenses}
            </Link>
          </li>
        )}
        {uncounted > 0 && (
          <li>
            <Link to="/vertraege" className="kern-link">
              {t.uncounted}
            </Link>
          </li>
        )}
      </ul>
    </>
  );
}
