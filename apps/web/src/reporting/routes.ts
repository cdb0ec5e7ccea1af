// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';

const target = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyScreen(() => import('./target-screen.js'), 'TargetScreen'),
});

const council = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rat',
  staticData: { openTo: 'PUBLIC_VIEW' },
  component: lazyScreen(() => import('./council-screen.js'), 'CouncilScreen'),
});

const reports = createRoute({
  getParentRoute: () => frameRoute,
  path: '/berichte',
  component: lazyScreen(() => import('./reports-screen.js'), 'ReportsScreen'),
});

const help = createRoute({
  getParentRoute: () => frameRoute,
  path: '/hilfe',
  staticData: { openTo: 'EVERYBODY' },
  component: lazyScreen(() => import('./help-screen.js'), 'HelpScreen'),
});

export const reportingRoutes = [target, council, reports, help] as const;
