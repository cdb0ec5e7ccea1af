// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { flag, oneOf, searchOf, text, whole } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';

const candidates = createRoute({
  getParentRoute: () => frameRoute,
  path: '/kandidaten',
  validateSearch: searchOf({ q: text, one: text, other: text }),
  component: lazyScreen(() => import('./candidates-screen.js'), 'CandidatesScreen'),
});

const questions = createRoute({
  getParentRoute: () => frameRoute,
  path: '/kandidaten/fragen',
  validateSearch: searchOf({ q: text, about: oneOf(['ARCHETYPES']) }),
  component: lazyScreen(() => import('./questions-screen.js'), 'QuestionsScreen'),
});

const exemptions = createRoute({
  getParentRoute: () => frameRoute,
  path: '/ausnahmen',
  validateSearch: searchOf({ state: oneOf(['HOLDS', 'NOT_YET', 'EXPIRED', 'REVOKED']), recheck: flag, within: whole }),
  component: lazyScreen(() => import('./exemptions-screen.js'), 'ExemptionsScreen'),
});

export const scoringRoutes = [candidates, questions, exemptions] as const;
