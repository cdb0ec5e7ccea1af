// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRoute } from '@tanstack/react-router';
import { flag, oneOf, searchOf, text } from '../address/address.js';
import { frameRoute } from '../frame/frame.route.js';
import { lazyScreen } from '../frame/lazy-screen.js';

const departments = createRoute({
  getParentRoute: () => frameRoute,
  path: '/aemter',
  validateSearch: searchOf({ q: text }),
  component: lazyScreen(() => import('./departments-screen.js'), 'DepartmentsScreen'),
});

const department = createRoute({
  getParentRoute: () => frameRoute,
  path: '/aemter/$key',
  component: lazyScreen(() => import('./department-screen.js'), 'DepartmentScreen'),
});

const hosts = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rechner',
  validateSearch: searchOf({ q: text, department: text, product: text, assigned: flag, direction: oneOf(['ASC', 'DESC']) }),
  component: lazyScreen(() => import('./hosts-screen.js'), 'HostsScreen'),
});

const host = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rechner/$id',
  component: lazyScreen(() => import('./host-screen.js'), 'HostScreen'),
});

export const unitsRoutes = [departments, department, hosts, host] as const;
