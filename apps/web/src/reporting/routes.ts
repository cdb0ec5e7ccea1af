// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame.route.js';

const target = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./target-screen.js'), 'TargetScreen'),
});

const council = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rat',
  staticData: { openTo: 'PUBLIC_VIEW' },
  component: lazyRouteComponent(() => import('./council-screen.js'), 'CouncilScreen'),
});

const reports = createRoute({
  getParentRoute: () => frameRoute,
  path: '/berichte',
  component: lazyRouteComponent(() => import('./reports-screen.js'), 'ReportsScreen'),
});

const help = createRoute({
  getParentRoute: () => frameRoute,
  path: '/hilfe',
  staticData: { openTo: 'EVERYBODY' },
  component: lazyRouteComponent(() => import('./help-screen.js'), 'HelpScreen'),
});

export const reportingRoutes = [target, council, reports, help] as const;
