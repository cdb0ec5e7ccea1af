// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { GraphQLSchema } from 'graphql';
import type { GuardedRoute } from '../platform/permissions/guard-routes.js';
import { OPEN, type Need } from '../platform/permissions/needs.js';
import { PERMISSIONS } from '../platform/permissions/permission.js';
import type { Reach } from '../platform/permissions/reach.js';
import { publicView } from './public-view.js';
import { permissionsOf, ROLES } from './roles.js';

interface Operation {
  readonly name: string;
  readonly kind: string;
  readonly needs: Need;
  readonly isPublic: boolean;
  readonly reach?: Reach | undefined;
}

/** The table role × operation as a page of the documentation. */
export function operationsTable(schema: GraphQLSchema, routes: readonly GuardedRoute[]): string {
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field): Operation => ({ name: field.name, kind: root!.name, needs: field.extensions['needs'] as Need, isPublic: root!.name === 'Query' && publicView['Query']?.[field.name] !== undefined, reach: field.extensions['reach'] as Reach | undefined })),
  );
  const paths = routes.map(({ method, path, needs }): Operation => ({ name: path, kind: method, needs, isPublic: needs === OPEN }));
  const all = [...fields, ...paths].sort((a, b) => order(a.kind) - order(b.kind) || (a.name < b.name ? -1 : 1));
  const unique = all.filter((one, position) => all.findIndex((other) => other.kind === one.kind && other.name === one.name) === position);
  const granted = ROLES.map((role) => permissionsOf([role]));
  const rows = unique.map(({ name, kind, needs, isPublic, reach }) => [kind, `\`${name}\``, needs === OPEN ? '–' : `\`${needs}\``, isPublic ? '✓' : '', ...granted.map((held) => (needs === OPEN || held.has(needs) ? '✓' : '')), reachInWords(reach)]);
  const permissions = Object.entries(PERMISSIONS).map(([name, text]) => [`\`${name}\``, text, name === 'public:read' ? '✓' : '', ...granted.map((held) => (held.has(name as keyof typeof PERMISSIONS) ? '✓' : ''))]);
  return [
    '# Who may do what',
    '',
    'A stranger (nobody signed in) sees what is marked *public* only where `FAHRPLAN_PUBLIC_VIEW=on`, and of it only the fields that `apps/api/src/access/public-view.ts` lists. A read that goes from one type to',
    'another needs what both need. [access.md](access.md) says how the roles are given. *With departments* says what is left of it to people who are limited to departments: all of it unless something stands there.',
    '',
    '## Operations',
    '',
    table(['kind', 'operation', 'needs', 'public', ...ROLES, 'with departments'], rows),
    '',
    '## Permissions',
    '',
    table(['permission', 'what it allows', 'public', ...ROLES], permissions),
    '',
  ].join('\n');
}

function reachInWords(reach: Reach | undefined): string {
  if (reach === undefined || reach === 'SHARED') return '';
  return reach === 'WHOLE' ? 'closed' : `own ${reach.changes.type}`;
}

function order(kind: string): number {
  return ['Query', 'Mutation', 'Subscription'].indexOf(kind) + 1 || 9;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
