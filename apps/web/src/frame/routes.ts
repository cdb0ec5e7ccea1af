// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { frameRoute } from './frame.route.js';
import { lazyScreen } from './lazy-screen.js';

const accessibility = createRoute({
  getParentRoute: () => frameRoute,
  path: '/barrierefreiheit',
  staticData: { openTo: 'EVERYBODY' },
  component: lazyScreen(() => import('./accessibility-screen.js'), 'AccessibilityScreen'),
});

export const frameRoutes = [accessibility] as const;
