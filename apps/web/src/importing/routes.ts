// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';

const imports = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  component: lazyScreen(() => import('./import-screen.js'), 'ImportScreen'),
});

export const importingRoutes = [imports] as const;
