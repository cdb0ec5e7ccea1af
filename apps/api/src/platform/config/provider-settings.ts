// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** How an OpenID Connect provider signs people in. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** For whom an access token has to be made; null where none are taken. */
  readonly audience: string | null;
  readonly scope: string;
  /** Path to the claim that holds the roles: `realm_access.roles`. */
  readonly rolesClaim: string;
  /** What a value of that claim stands for; null where its values are the roles themselves. */
  readonly roleNames: ReadonlyMap<string, string> | null;
  /** Path to the claim that holds keys or names of departments; null where departments limit nobody. */
  readonly departmentsClaim: string | null;
  /** Hosts that the program may ask. */
  readonly hosts: readonly string[];
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Variables of the environment that make a provider known. */
export const providerVariables = {
  FAHRPLAN_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || LOOPBACK_NAMES.includes(new URL(text).hostname), 'only https is allowed, but on this machine')
    .optional(),
  FAHRPLAN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  FAHRPLAN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  FAHRPLAN_OIDC_AUDIENCE: z.string().min(1).optional(),
  FAHRPLAN_OIDC_SCOPE: z.string().regex(/\bopenid\b/, 'openid is needed').default('openid profile'),
  FAHRPLAN_OIDC_ROLES_CLAIM: z.string().min(1).default('roles'),
  FAHRPLAN_OIDC_ROLES: z
    .string()
    .regex(/^[^=,]+=(reader|editor|procurement|planner|approver|admin)(,[^=,]+=(reader|editor|procurement|planner|approver|admin))*$/, 'expected: value=role,value=role')
    .optional(),
  FAHRPLAN_OIDC_DEPARTMENTS_CLAIM: z.string().min(1).optional(),
  FAHRPLAN_OIDC_HOSTS: z.string().optional(),
};

/** The provider, where one is named; the names of variables that it lacks. */
export function providerIn(env: z.infer<z.ZodObject<typeof providerVariables>>, publicUrl: string | null): { readonly provider: ProviderSettings | null; readonly lacks: readonly string[] } {
  const issuer = env.FAHRPLAN_OIDC_ISSUER;
  if (issuer === undefined) return { provider: null, lacks: [] };
  const lacks = [...(env.FAHRPLAN_OIDC_CLIENT_ID === undefined ? ['FAHRPLAN_OIDC_CLIENT_ID'] : []), ...(publicUrl === null ? ['FAHRPLAN_PUBLIC_URL'] : [])];
  const provider: ProviderSettings = {
    issuer,
    clientId: env.FAHRPLAN_OIDC_CLIENT_ID ?? '',
    clientSecret: env.FAHRPLAN_OIDC_CLIENT_SECRET ?? null,
    audience: env.FAHRPLAN_OIDC_AUDIENCE ?? null,
    scope: env.FAHRPLAN_OIDC_SCOPE,
    rolesClaim: env.FAHRPLAN_OIDC_ROLES_CLAIM,
    roleNames: env.FAHRPLAN_OIDC_ROLES === undefined ? null : new Map(env.FAHRPLAN_OIDC_ROLES.split(',').map((pair) => pair.split('=') as [string, string])),
    departmentsClaim: env.FAHRPLAN_OIDC_DEPARTMENTS_CLAIM ?? null,
    hosts: [new URL(issuer).host, ...(env.FAHRPLAN_OIDC_HOSTS ?? '').split(',').map((host) => host.trim()).filter((host) => host !== '')],
  };
  return { provider, lacks };
}
