// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** What somebody may do, each said once in plain words; a role is a set of them (`access/roles.ts`). */
export const PERMISSIONS = {
  'public:read': 'the public view alone: what holds neither names of people nor of machines',
  'schema:read': 'ask which fields there are (introspection)',
  'documents:any': 'with a token, ask documents of one’s own where only trusted ones are answered',
  'jobs:read': 'see long work and how far it is',
  'catalogue:read': 'products, vendors, licences, alternatives, departments',
  'inventory:read': 'machines, installations, raw titles, imports, matching',
  'contracts:read': 'contracts, rights of use, counts of use, prices',
  'licensing:read': 'policies, waivers, own software, checks of licences and bills of materials',
  'scoring:read': 'models, runs, candidates, answers, exemptions',
  'planning:read': 'scenarios, plans, migrations',
  'audit:read': 'the audit trail',
  'files:write': 'hand files in, for whatever reads them',
  'inventory:write': 'import, take imports back, correct machines and departments',
  'matching:decide': 'decide what a raw title is',
  'catalogue:write': 'add and correct products and alternatives, load catalogue files',
  'contracts:write': 'contracts, rights of use, counts of use',
  'licensing:write': 'own software, compatibility tables',
  'licensing:approve': 'policies and waivers from them',
  'scoring:write': 'answer questions, sort products into archetypes',
  'scoring:run': 'start scoring runs, copy scoring models',
  'scoring:approve': 'exemptions, weighings, the reading of M1',
  'planning:write': 'scenarios, start planning',
  'planning:steer': 'say how far migrations are',
  'planning:approve': 'put a plan in force',
  'jobs:cancel': 'end long work',
  'tokens:own': 'make, list and revoke access tokens of one’s own',
  'access:admin': 'people, tokens of others, forgetting personal data',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a text names a permission. */
export function isPermission(text: string): text is Permission {
  return Object.hasOwn(PERMISSIONS, text);
}
