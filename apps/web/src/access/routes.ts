// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';

const signIn = createRoute({
  getParentRoute: () => frameRoute,
  path: '/anmelden',
  staticData: { openTo: 'EVERYBODY' },
  validateSearch: searchOf({ reason: oneOf(['ACCESS.LINK_REFUSED', 'ACCESS.SIGN_IN_FAILED', 'ACCESS.PROVIDER_SILENT', 'ACCESS.HOST_NOT_ALLOWED']), signedOut: oneOf(['HERE', 'OFFER']) }),
  component: lazyScreen(() => import('./sign-in-screen.js'), 'SignInScreen'),
});

export const accessRoutes = [signIn] as const;
