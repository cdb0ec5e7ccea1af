// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf, text } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';

const queue = createRoute({
  getParentRoute: () => frameRoute,
  path: '/zuordnung',
  validateSearch: searchOf({ q: text }),
  component: lazyRouteComponent(() => import('./queue-screen.js'), 'QueueScreen'),
});

export const matchingRoutes = [queue] as const;
