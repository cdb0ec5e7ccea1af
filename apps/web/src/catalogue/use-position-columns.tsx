// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Badge } from '../ui/badge.js';
import type { Column } from '../ui/data-table.js';
import { ProductLink } from '../ui/product-link.js';

export const POSITION_FIELDS = graphql(`
  fragment PositionFields on LicensePosition @_unmask {
    productKey
    productName
    metric
    status
    entitledSeats
    isCountless
    usedSeats
    underSeats
    underCents
    unusedSeats
    unusedCents
  }
`);

export type Position = ResultOf<typeof POSITION_FIELDS>;

const TONES = { UNDER: 'danger', OVER: 'warning', BALANCED: 'success', UNKNOWN: 'info' } as const;

/** A product is counted once in each metric that something was bought in. */
export const keyOfPosition = ({ productKey, metric }: Position): string => `${productKey} ${metric}`;

/** Whether any right was entered at all; without one there is nothing to balance. */
export const hasRights = ({ underSeats }: Position): boolean => underSeats !== null;

/** What was bought against what is used; the first column, the product, is left out where all rows are of one. */
export function usePositionColumns(): readonly [Column<Position>, ...Column<Position>[]] {
  const t = useTexts(catalogueTexts);
  const { count, money } = useFormats();
  return [
    { key: 'product', name: t.name, width: 2, cell: ({ productKey: key, productName: name }) => <ProductLink to={{ key, name }} /> },
    { key: 'metric', name: t.metric, width: 1.4, cell: ({ metric }) => t.metrics[metric] },
    { key: 'status', name: t.position, width: 1.2, cell: ({ status }) => <Badge tone={TONES[status]}>{t.positionStates[status]}</Badge> },
    { key: 'entitled', name: t.entitled, isNumeric: true, cell: ({ entitledSeats, isCountless }) => (isCountless ? t.countless : count(entitledSeats)) },
    { key: 'used', name: t.used, isNumeric: true, cell: ({ usedSeats }) => count(usedSeats) },
    { key: 'under', name: t.underSeats, isNumeric: true, cell: ({ underSeats, usedSeats }) => (underSeats && usedSeats === null ? t.atLeast(count(underSeats)) : count(underSeats)) },
    { key: 'underCost', name: t.underCost, isNumeric: true, cell: ({ underCents }) => money(underCents) },
    { key: 'unused', name: t.unusedSeats, isNumeric: true, cell: ({ unusedSeats }) => count(unusedSeats) },
    { key: 'unusedCost', name: t.unusedCost, isNumeric: true, cell: ({ unusedCents }) => money(unusedCents) },
  ];
}
