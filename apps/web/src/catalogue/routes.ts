// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { flag, oneOf, searchOf, someOf, text, whole } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';
import { PRODUCT_COLUMNS } from './product-columns.js';

const products = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inventar',
  validateSearch: searchOf({
    q: text,
    inUse: flag,
    openSource: oneOf(['ALLOWED', 'DENIED', 'UNKNOWN']),
    standing: oneOf(['COMPLIES', 'PLANNED', 'EXEMPT', 'WEIGHED', 'OPEN']),
    hasAlternative: flag,
    procedure: flag,
    category: text,
    vendor: text,
    department: text,
    sort: oneOf(['NAME', 'VENDOR', 'INSTALLATIONS']),
    direction: oneOf(['ASC', 'DESC']),
    columns: someOf(PRODUCT_COLUMNS),
  }),
  component: lazyScreen(() => import('./products-screen.js'), 'ProductsScreen'),
});

const titles = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inventar/rohnamen',
  validateSearch: searchOf({ q: text, sort: oneOf(['INSTALLATIONS', 'RAW']), direction: oneOf(['ASC', 'DESC']) }),
  component: lazyScreen(() => import('./titles-screen.js'), 'TitlesScreen'),
});

const product = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inventar/$key',
  component: lazyScreen(() => import('./product-screen.js'), 'ProductScreen'),
});

const contracts = createRoute({
  getParentRoute: () => frameRoute,
  path: '/vertraege',
  validateSearch: searchOf({ q: text, contract: text, within: whole, sort: oneOf(['NOTICE_BY', 'ENDS_ON', 'COST', 'NUMBER']), direction: oneOf(['ASC', 'DESC']) }),
  component: lazyScreen(() => import('./contracts-screen.js'), 'ContractsScreen'),
});

const positions = createRoute({
  getParentRoute: () => frameRoute,
  path: '/vertraege/bilanz',
  validateSearch: searchOf({ status: oneOf(['UNDER', 'OVER', 'BALANCED', 'UNKNOWN']) }),
  component: lazyScreen(() => import('./positions-screen.js'), 'PositionsScreen'),
});

export const catalogueRoutes = [products, titles, product, contracts, positions] as const;
