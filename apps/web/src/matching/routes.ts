// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { searchOf, text } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';

const queue = createRoute({
  getParentRoute: () => frameRoute,
  path: '/zuordnung',
  validateSearch: searchOf({ q: text }),
  component: lazyScreen(() => import('./queue-screen.js'), 'QueueScreen'),
});

export const matchingRoutes = [queue] as const;
