// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';

const licenseCheck = createRoute({
  getParentRoute: () => frameRoute,
  path: '/lizenzpruefung',
  validateSearch: searchOf({ text, policy: text, usage: oneOf(['INTERNAL', 'NETWORK', 'DISTRIBUTION', 'PUBLICATION']) }),
  component: lazyScreen(() => import('./license-check-screen.js'), 'LicenseCheckScreen'),
});

export const licensingRoutes = [licenseCheck] as const;
