// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';
import { MIGRATION_STATUSES } from './migration-statuses.js';

const waves = createRoute({
  getParentRoute: () => frameRoute,
  path: '/wellen',
  validateSearch: searchOf({ plan: text, job: text, view: oneOf(['list']), by: oneOf(['team']), q: text }),
  component: lazyScreen(() => import('./waves-screen.js'), 'WavesScreen'),
});

const variants = createRoute({
  getParentRoute: () => frameRoute,
  path: '/wellen/varianten',
  validateSearch: searchOf({ before: text, after: text, job: text, curve: text }),
  component: lazyScreen(() => import('./variants-screen.js'), 'VariantsScreen'),
});

const steering = createRoute({
  getParentRoute: () => frameRoute,
  path: '/wellen/umsetzung',
  validateSearch: searchOf({ status: oneOf(MIGRATION_STATUSES) }),
  component: lazyScreen(() => import('./steering-screen.js'), 'SteeringScreen'),
});

export const planningRoutes = [waves, variants, steering] as const;
