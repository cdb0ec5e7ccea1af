// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { PERMISSIONS, type Permission } from '../platform/permissions/permission.js';

export const ROLES = ['reader', 'editor', 'procurement', 'planner', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const READER: readonly Permission[] = ['public:read', 'schema:read', 'jobs:read', 'catalogue:read', 'inventory:read', 'contracts:read', 'licensing:read', 'scoring:read', 'planning:read', 'tokens:own'];

/**
 * What each role may do. Everybody who is known may read; nobody but an administrator reads the audit trail. Whoever prepares something does not approve it: exemptions, waivers,
 * policies and the plan in force are the approver's, who changes nothing else.
 */
const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  reader: READER,
  editor: [...READER, 'files:write', 'inventory:write', 'matching:decide', 'catalogue:write', 'licensing:write', 'scoring:write', 'planning:steer', 'jobs:cancel'],
  procurement: [...READER, 'files:write', 'contracts:write', 'licensing:write', 'scoring:write'],
  planner: [...READER, 'files:write', 'scoring:write', 'scoring:run', 'planning:write', 'planning:steer', 'jobs:cancel'],
  approver: [...READER, 'licensing:approve', 'scoring:approve', 'planning:approve'],
  admin: Object.keys(PERMISSIONS) as Permission[],
};

/** All that somebody with these roles may do; nothing without a role. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => PERMISSIONS_OF[role]));
}

/** Departments whose things somebody may change: an administrator’s are all, whatever the provider names. */
export function departmentsOf(roles: readonly Role[], departments: Iterable<number> | null): ReadonlySet<number> | 'ALL' {
  return departments === null || roles.includes('admin') ? 'ALL' : new Set(departments);
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
