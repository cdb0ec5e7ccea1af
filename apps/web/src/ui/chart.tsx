// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';
import { Button } from './button.js';
import { usePrinting } from './use-printing.js';

/** Colours of the design system as they are at the moment, for pictures that are drawn. */
export interface ChartColors {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
  readonly series: readonly string[];
}

interface ChartProps {
  /** What the picture shows, in a sentence; read out instead of it. */
  readonly title: string;
  readonly option: (colors: ChartColors) => EChartsCoreOption;
  /** The same content as a table. */
  readonly table: ReactNode;
  readonly heightRem?: number;
  readonly onSelect?: (selected: { readonly name: string; readonly dataIndex: number; readonly seriesIndex: number }) => void;
}

/** A picture with a table twin, which is what goes to paper. The drawing library is fetched when the first picture comes into sight. */
export function Chart({ title, option, table, heightRem = 22, onSelect }: ChartProps) {
  const t = useTexts(uiTexts);
  const [isTable, setIsTable] = useState(false);
  const isPrinting = usePrinting();
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <span>{title}</span>
        <Button kind="tertiary" small onClick={() => setIsTable(!isTable)}>
          {isTable ? t.pictureTwin : t.tableTwin}
        </Button>
      </figcaption>
      {isTable || isPrinting ? table : <Picture title={title} option={option} heightRem={heightRem} onSelect={onSelect} />}
    </figure>
  );
}

function Picture({ title, option, heightRem, onSelect }: Pick<ChartProps, 'title' | 'option' | 'onSelect'> & { heightRem: number }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const latest = useRef({ option, onSelect });
  const draw = () => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { textStyle, ...drawn } = latest.current.option(colorsNow());
    const { fontFamily } = getComputedStyle(place.current!);
    chart.current?.setOption({ animation: !isStill, textStyle: { fontFamily, ...(textStyle as object) }, ...drawn }, { notMerge: true });
  };
  useEffect(() => {
    latest.current = { option, onSelect };
    draw();
  });
  useEffect(() => {
    let isGone = false;
    const resized = new ResizeObserver(() => chart.current?.resize());
    const recoloured = new MutationObserver(draw);
    const begin = async () => {
      seen.disconnect();
      const { init } = await import('./echarts.js');
      if (isGone || !place.current || chart.current) return;
      chart.current = init(place.current);
      chart.current.on('click', (event) => latest.current.onSelect?.({ name: event.name, dataIndex: event.dataIndex, seriesIndex: event.seriesIndex ?? 0 }));
      draw();
      resized.observe(place.current);
      recoloured.observe(document.documentElement, { attributeFilter: ['data-kern-theme'] });
    };
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void begin();
    });
    seen.observe(place.current!);
    return () => {
      isGone = true;
      seen.disconnect();
      resized.disconnect();
      recoloured.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);
  return <div ref={place} role="img" aria-label={title} className="chart-picture" style={{ height: `${heightRem}rem` }} />;
}

function colorsNow(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: color('--fp-text'),
    muted: color('--fp-muted'),
    line: color('--fp-line'),
    ground: color('--fp-ground'),
    series: ['--fp-series-1', '--fp-series-2', '--fp-series-3', '--fp-series-4', '--fp-series-5'].map(color),
  };
}
