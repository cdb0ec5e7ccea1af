// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame.route.js';

const target = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./target-screen.js'), 'TargetScreen'),
});

const help = createRoute({
  getParentRoute: () => frameRoute,
  path: '/hilfe',
  component: lazyRouteComponent(() => import('./help-screen.js'), 'HelpScreen'),
});

export const reportingRoutes = [target, help] as const;
