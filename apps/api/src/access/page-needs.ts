// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { GraphQLSchema } from 'graphql';
import type { GuardedRoute } from '../platform/permissions/guard-routes.js';
import { OPEN, type Need } from '../platform/permissions/needs.js';
import type { Reach } from '../platform/permissions/reach.js';
import { permissionsOf, ROLES } from './roles.js';

/** What every change needs and which roles have it, as a source file of the page, so that it offers nobody what the server would refuse. */
export function pageNeeds(schema: GraphQLSchema, routes: readonly GuardedRoute[]): string {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field): [string, Need] => [field.name, field.extensions['needs'] as Need]);
  const whole = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => ((field.extensions['reach'] as Reach) === 'WHOLE' ? [field.name] : [])).sort();
  const posts = routes.filter(({ method, path }) => method === 'POST' && path !== '/graphql').map(({ path, needs }): [string, Need] => [`POST ${path}`, needs]);
  const needs = [...new Map([...mutations, ...posts].filter(([, need]) => need !== OPEN))].sort(([one], [other]) => (one < other ? -1 : 1));
  const held = [...new Set(needs.map(([, need]) => need))].sort();
  const roles = new Map(ROLES.map((role) => [role, permissionsOf([role]) as ReadonlySet<string>]));
  return [
    '/** What each mutation and each route that changes something needs. */',
    'export const NEEDS = {',
    ...needs.map(([name, need]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: '${need}',`),
    '} as const;',
    '',
    '/** Mutations that speak for the whole administration: closed to people who are limited to departments. */',
    `export const WHOLE: readonly string[] = [${whole.map((name) => `'${name}'`).join(', ')}];`,
    '',
    '/** Roles that have a permission. */',
    'export const HOLDERS = {',
    ...held.map((need) => `  '${need}': [${ROLES.filter((role) => roles.get(role)!.has(need)).map((role) => `'${role}'`).join(', ')}],`),
    '} as const;',
    '',
  ].join('\n');
}
