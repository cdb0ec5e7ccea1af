// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readDatabaseAddress } from '../database/database-address.js';
import { operatorIn, operatorVariables, type OperatorSettings } from './operator-settings.js';
import { providerIn, providerVariables, type ProviderSettings } from './provider-settings.js';
import { SECRET_VARIABLES, withSecretsFromFiles } from './secrets-from-files.js';
import { TRUST_MODES } from '../graphql/trusted-documents.js';
import type { TrustSettings } from '../graphql/load-trusted-documents.js';
import { tracingIn, tracingVariables, type TracingSettings } from './tracing-settings.js';
import { err, ok, type Language, type Problem, type Result } from '#kernel';

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

/** Characters of the shortest key for pseudonyms that is taken. */
const SHORTEST_KEY = 32;

/** Where a provider signs people in: far above what a page or the command line asks for. */
const REQUESTS_PER_MINUTE = 1_200;

const databaseAddress = z.string().refine((address) => readDatabaseAddress(address, 'any') !== null, 'an address has the form postgres://user:password@host:port/database; several hosts are separated by commas');

function isNetwork(text: string): boolean {
  const [, address = '', prefix = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(prefix) <= (version === 4 ? 32 : 128);
}

const networks = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .refine((list) => list.every(isNetwork), 'addresses of machines or networks, separated by commas: 127.0.0.1, 10.0.0.0/24');

/** All that may be said from outside. */
export const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_ADMIN_URL: databaseAddress.optional(),
  DATABASE_READ_URL: databaseAddress.optional(),
  DATABASE_POOLER: z.enum(['none', 'transaction']).default('none'),
  FAHRPLAN_DATA: z.string().min(1).default('./data'),
  FAHRPLAN_DEMO: z.enum(['city', 'large', 'none']).default('none'),
  FAHRPLAN_DEMO_SEED: z.coerce.number().int().min(0).default(2021),
  FAHRPLAN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  FAHRPLAN_WORKERS: z.enum(['on', 'off']).default('on'),
  FAHRPLAN_MOST_REQUESTS: z.coerce.number().int().min(1).max(100_000).default(200),
  FAHRPLAN_MOST_SUBSCRIPTIONS: z.coerce.number().int().min(1).max(100_000).default(400),
  FAHRPLAN_SLOW_QUERY_MS: z.coerce.number().int().min(1).optional(),
  FAHRPLAN_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  FAHRPLAN_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  FAHRPLAN_DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(0),
  FAHRPLAN_PSEUDONYM_KEY: z.string().min(SHORTEST_KEY, `a key has at least ${SHORTEST_KEY} characters`).optional(),
  ...providerVariables,
  ...operatorVariables,
  ...tracingVariables,
  FAHRPLAN_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).optional(),
  FAHRPLAN_EXPLORER: z.enum(['on', 'off']).optional(),
  FAHRPLAN_TRUSTED_DOCUMENTS: z.enum(TRUST_MODES).default('off'),
  FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER: z.string().min(1).optional(),
  FAHRPLAN_FORGET_AFTER_DAYS: z.coerce.number().int().min(1).max(3_650).default(1_095),
  FAHRPLAN_TRUSTED_PROXIES: networks.optional(),
  FAHRPLAN_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  FAHRPLAN_PUBLIC_VIEW: z.enum(['on', 'off']).default('off'),
  FAHRPLAN_SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  FAHRPLAN_PARENT: z.enum(['pipe']).optional(),
});

/** Everything the process may be told from outside, checked once at start; the environment is read nowhere else. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** A PostgreSQL server to use; without it the embedded one is brought up in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  /** The same database as the role that owns its tables; null where `databaseUrl` is that role's, or the server is the embedded one. */
  readonly databaseAdminUrl: string | null;
  /** Where the same data may be read, once they are there; null where the primary answers everything. */
  readonly databaseReadUrl: string | null;
  /** Whether a pooler gives sessions away after each transaction. */
  readonly isDatabasePooled: boolean;
  /** Absolute path: the embedded server's folder, uploads, the address of the running server. */
  readonly dataFolder: string;
  /** What an empty database is filled with. */
  readonly demo: 'city' | 'large' | 'none';
  readonly demoSeed: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Key of the pseudonyms of machines; null where none was given. Never stored, never logged. */
  readonly pseudonymKey: string | null;
  /** Whether this process works on queued jobs too. */
  readonly runsJobs: boolean;
  /** So many requests may be under way at once; more are told to come again. */
  readonly mostRequests: number;
  /** So many web sockets, and so many subscriptions over them, there may be. */
  readonly mostSubscriptions: number;
  /** Statements that take longer are logged; null: none are. */
  readonly slowQueryMs: number | null;
  /** Where figures of the process are served; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Where traces go; null: none are taken. */
  readonly tracing: TracingSettings | null;
  /** What must never stand in a log. */
  readonly secrets: readonly string[];
  /** So long it says that it is not ready, and still answers, before it stops: time for a load balancer to notice. */
  readonly drainSeconds: number;
  /** Address under which browsers reach the program, where that is not the one it listens on; without a slash at its end. */
  readonly publicUrl: string | null;
  /** Whom it is believed for whom they ask (`X-Forwarded-For`): addresses of proxies and their networks. */
  readonly trustedProxies: readonly string[];
  /** Whether whoever is not signed in sees the public view. */
  readonly isPublicViewOn: boolean;
  /** Who signs people in; null where the person at this machine is the only one. */
  readonly provider: ProviderSettings | null;
  /** Who runs the program, and what the page tells everybody of them. */
  readonly operator: OperatorSettings;
  /** What one person, program or stranger may ask a process for in a minute; 0 where nothing limits them. */
  readonly requestsPerMinute: number;
  /** Whether the explorer and introspection are there. */
  readonly isExplorerOn: boolean;
  /** Which GraphQL documents are answered, and from where. */
  readonly trustedDocuments: TrustSettings;
  /** So long after somebody was last seen it is forgotten who they are. */
  readonly forgetAfterDays: number;
  /** How long somebody stays signed in. */
  readonly sessionHours: number;
  /** Whether the address is left in the data folder for the command line; not for a server that a command started for itself. */
  readonly isAnnounced: boolean;
}

/** Of an address only the password is secret; it may also stand behind the question mark. */
function passwordsOf(address: string | undefined): readonly string[] {
  const url = address === undefined ? undefined : readDatabaseAddress(address, 'any')?.urls[0];
  if (url === undefined) return [];
  const { password, searchParams } = new URL(url);
  return [/%(?![\da-f]{2})/i.test(password) ? password : decodeURIComponent(password), searchParams.get('password') ?? ''].filter((text) => text !== '');
}

/** The language that a process speaks to whoever started it; needed before its settings are known to be usable. */
export function languageOfProcess(variables: Readonly<Record<string, string | undefined>>): Language {
  return /^de/i.test(variables['LC_ALL'] || variables['LANG'] || '') ? 'de' : 'en';
}

/** Checks the environment and lists every fault at once. Empty strings count as not set. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Result<Config, Problem[]> {
  const { given, faults } = withSecretsFromFiles(variables);
  const parsed = environment.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const variable = issue.path.join('.');
    faults.push({ code: 'PLATFORM.ENVIRONMENT_INVALID', variable, value: SECRET_VARIABLES.has(variable) ? '…' : String(given[variable] ?? ''), reason: issue.message });
  }
  const host = given['HOST'] ?? LOOPBACK_HOSTS[0]!;
  const isChild = given['FAHRPLAN_PARENT'] !== undefined; // whoever starts it may read the database as well
  const publicUrl = parsed.data?.FAHRPLAN_PUBLIC_URL?.replace(/\/+$/, '') ?? null;
  const { provider, lacks } = parsed.success && !isChild ? providerIn(parsed.data, publicUrl) : { provider: null, lacks: [] };
  for (const variable of ['DATABASE_ADMIN_URL', 'DATABASE_READ_URL']) {
    if (given[variable] !== undefined && given['DATABASE_URL'] === undefined) faults.push({ code: 'PLATFORM.ENVIRONMENT_INVALID', variable: 'DATABASE_URL', value: '', reason: `needed beside ${variable}` });
  }
  if (given['FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER'] !== undefined && (given['FAHRPLAN_TRUSTED_DOCUMENTS'] ?? 'off') === 'off') {
    faults.push({ code: 'PLATFORM.ENVIRONMENT_INVALID', variable: 'FAHRPLAN_TRUSTED_DOCUMENTS', value: 'off', reason: 'known or only is needed beside FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER' });
  }
  for (const variable of lacks) faults.push({ code: 'PLATFORM.ENVIRONMENT_INVALID', variable, value: '', reason: 'needed beside FAHRPLAN_OIDC_ISSUER' });
  const { tracing, faults: faultsOfTracing } = tracingIn(given);
  for (const { variable, reason } of faultsOfTracing) faults.push({ code: 'PLATFORM.ENVIRONMENT_INVALID', variable, value: SECRET_VARIABLES.has(variable) ? '…' : (given[variable] ?? ''), reason });
  if (!LOOPBACK_HOSTS.includes(host) && !(parsed.success ? provider : given['FAHRPLAN_OIDC_ISSUER'])) faults.push({ code: 'PLATFORM.SIGN_IN_NOT_CONFIGURED', variable: 'HOST', value: host });
  if (!parsed.success || faults.length > 0) return err(faults);
  const env = parsed.data;
  return ok({
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseAdminUrl: env.DATABASE_ADMIN_URL ?? null,
    databaseReadUrl: env.DATABASE_READ_URL ?? null,
    isDatabasePooled: env.DATABASE_POOLER === 'transaction',
    dataFolder: resolve(env.FAHRPLAN_DATA),
    demo: env.FAHRPLAN_DEMO,
    demoSeed: env.FAHRPLAN_DEMO_SEED,
    logLevel: env.FAHRPLAN_LOG,
    pseudonymKey: env.FAHRPLAN_PSEUDONYM_KEY ?? null,
    publicUrl,
    trustedProxies: env.FAHRPLAN_TRUSTED_PROXIES ?? [],
    provider,
    operator: operatorIn(env),
    requestsPerMinute: env.FAHRPLAN_REQUESTS_PER_MINUTE ?? (provider === null ? 0 : REQUESTS_PER_MINUTE),
    isExplorerOn: env.FAHRPLAN_EXPLORER === undefined ? provider === null && env.FAHRPLAN_TRUSTED_DOCUMENTS !== 'only' : env.FAHRPLAN_EXPLORER === 'on',
    trustedDocuments: { mode: env.FAHRPLAN_TRUSTED_DOCUMENTS, folder: env.FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER === undefined ? null : resolve(env.FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER) },
    forgetAfterDays: env.FAHRPLAN_FORGET_AFTER_DAYS,
    isPublicViewOn: env.FAHRPLAN_PUBLIC_VIEW === 'on',
    sessionHours: env.FAHRPLAN_SESSION_HOURS,
    runsJobs: env.FAHRPLAN_WORKERS === 'on',
    mostRequests: env.FAHRPLAN_MOST_REQUESTS,
    mostSubscriptions: env.FAHRPLAN_MOST_SUBSCRIPTIONS,
    slowQueryMs: env.FAHRPLAN_SLOW_QUERY_MS ?? null,
    metrics: env.FAHRPLAN_METRICS_PORT === undefined ? null : { host: env.FAHRPLAN_METRICS_HOST, port: env.FAHRPLAN_METRICS_PORT },
    tracing,
    secrets: [env.FAHRPLAN_PSEUDONYM_KEY, env.FAHRPLAN_OIDC_CLIENT_SECRET, ...Object.values(tracing?.headers ?? {}), ...passwordsOf(env.DATABASE_URL), ...passwordsOf(env.DATABASE_ADMIN_URL), ...passwordsOf(env.DATABASE_READ_URL)].filter((secret) => secret !== undefined),
    drainSeconds: env.FAHRPLAN_DRAIN_SECONDS,
    isAnnounced: env.FAHRPLAN_PARENT === undefined,
  });
}
