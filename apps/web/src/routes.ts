// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRouter } from '@tanstack/react-router';
import { accessRoutes } from './access/routes.js';
import { catalogueRoutes } from './catalogue/routes.js';
import { frameRoute } from './frame/frame.route.js';
import { frameRoutes } from './frame/routes.js';
import { importingRoutes } from './importing/routes.js';
import { licensingRoutes } from './licensing/routes.js';
import { matchingRoutes } from './matching/routes.js';
import { planningRoutes } from './planning/routes.js';
import { reportingRoutes } from './reporting/routes.js';
import { scoringRoutes } from './scoring/routes.js';
import { unitsRoutes } from './units/routes.js';

/** The one list of all routes: each stage brings its own. */
const tree = frameRoute.addChildren([...frameRoutes, ...accessRoutes, ...reportingRoutes, ...catalogueRoutes, ...unitsRoutes, ...importingRoutes, ...matchingRoutes, ...licensingRoutes, ...scoringRoutes, ...planningRoutes]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

// what changes on a screen goes into its address; only the way to another screen begins at its top
const go = router.navigate;
router.navigate = ((options: Parameters<typeof go>[0]) => go(options.to === undefined && options.href === undefined ? { resetScroll: false, ...options } : options)) as typeof go;

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
