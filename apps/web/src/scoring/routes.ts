// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, searchOf, text, whole } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';

const candidates = createRoute({
  getParentRoute: () => frameRoute,
  path: '/kandidaten',
  validateSearch: searchOf({ q: text, one: text, other: text }),
  component: lazyRouteComponent(() => import('./candidates-screen.js'), 'CandidatesScreen'),
});

const questions = createRoute({
  getParentRoute: () => frameRoute,
  path: '/kandidaten/fragen',
  validateSearch: searchOf({ q: text }),
  component: lazyRouteComponent(() => import('./questions-screen.js'), 'QuestionsScreen'),
});

const exemptions = createRoute({
  getParentRoute: () => frameRoute,
  path: '/ausnahmen',
  validateSearch: searchOf({ state: oneOf(['HOLDS', 'NOT_YET', 'EXPIRED', 'REVOKED']), recheck: flag, within: whole }),
  component: lazyRouteComponent(() => import('./exemptions-screen.js'), 'ExemptionsScreen'),
});

export const scoringRoutes = [candidates, questions, exemptions] as const;
