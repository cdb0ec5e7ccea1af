// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useNavigate } from '@tanstack/react-router';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { Chart } from '../ui/chart.js';
import { PlainTable } from '../ui/plain-table.js';
import { ProductLink } from '../ui/product-link.js';

interface Named {
  readonly key: string;
  readonly name: string;
}
interface Interface {
  readonly from: Named;
  readonly to: Named;
  readonly kind: string;
  readonly openStandard: boolean | null;
}

const ROW_REM = 1.7;
const SIDE = 400;

/** What a product is connected with: on its left what uses it, on its right what it uses. Solid lines are open standards. */
export function InterfacesPicture({ product, interfaces }: { product: Named; interfaces: readonly Interface[] }) {
  const t = useTexts(catalogueTexts);
  const ui = useTexts(uiTexts);
  const navigate = useNavigate();
  if (interfaces.length === 0) return <p className="muted">{t.noInterfaces}</p>;
  const left = unique(interfaces.filter(({ to }) => to.key === product.key).map(({ from }) => from));
  const right = unique(interfaces.filter(({ from }) => from.key === product.key).map(({ to }) => to)).filter(({ key }) => !left.some((other) => other.key === key));
  const rows = Math.max(left.length, right.length);
  const placed = (side: readonly Named[], x: number) => side.map(({ key, name }, index) => ({ id: key, name, x, y: ((index + 0.5) * 100 * rows) / side.length }));
  const nodes = [...placed(left, -SIDE), ...placed(right, SIDE)];
  return (
    <Chart
      title={t.interfacePicture(product.name)}
      heightRem={Math.max(10, rows * ROW_REM)}
      onSelect={({ dataIndex }) => {
        const chosen = [product.key, ...nodes.map(({ id }) => id)][dataIndex];
        if (chosen !== undefined && chosen !== product.key) void navigate({ to: '/inventar/$key', params: { key: chosen } });
      }}
      option={({ text, series }) => ({
        series: [
          {
            type: 'graph',
            layout: 'none',
            left: 220,
            right: 220,
            top: 16,
            bottom: 16,
            edgeSymbol: ['none', 'arrow'],
            edgeSymbolSize: 7,
            label: { show: true, color: text },
            data: [
              { id: product.key, name: product.name, x: 0, y: rows * 50, symbolSize: 18, itemStyle: { color: series[1] }, label: { position: 'top', fontWeight: 600 } },
              ...nodes.map((node) => ({ ...node, symbolSize: 9, itemStyle: { color: series[0] }, label: { position: node.x < 0 ? 'left' : 'right' } })),
            ],
            links: interfaces.filter(({ from, to }) => from.key !== to.key).map(({ from, to, openStandard }) => ({ source: from.key, target: to.key, lineStyle: { color: openStandard ? series[2] : series[4], type: openStandard ? 'solid' : 'dashed', width: 1.5 } })),
          },
        ],
      })}
      table={
        <PlainTable
          caption={t.interfaces}
          rows={interfaces}
          keyOf={({ from, to, kind }) => `${from.key} ${to.key} ${kind}`}
          columns={[
            { key: 'from', name: t.from, cell: ({ from }) => <ProductLink to={from} /> },
            { key: 'to', name: t.to, cell: ({ to }) => <ProductLink to={to} /> },
            { key: 'kind', name: t.kind, cell: ({ kind }) => kindInWords(kind, t.interfaceKinds) },
            { key: 'open', name: t.openStandard, cell: ({ openStandard }) => (openStandard === null ? ui.unknown : openStandard ? ui.yes : ui.no) },
          ]}
        />
      }
    />
  );
}

/** What stands before the colon is one of a few kinds, which have words; the rest is the standard's own name. */
function kindInWords(kind: string, words: Readonly<Record<string, string>>): string {
  const [, name = '', rest = ''] = /^([A-Z_]+)(.*)$/.exec(kind) ?? [];
  return Object.hasOwn(words, name) ? `${words[name]}${rest}` : kind;
}

const unique = (products: readonly Named[]): Named[] => [...new Map(products.map((product) => [product.key, product])).values()];
