// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { wrongUsage } from '../failure.js';
import { word } from '../i18n/words.js';
import { printTable } from '../output/table.js';
import { payloadOf, PROBLEM_FIELDS } from '../server/payload.js';
import { withServer } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Token {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly expiresAt: string;
  readonly lastUsedOn: string | null;
  readonly revokedAt: string | null;
}

interface Options {
  readonly scope?: readonly string[];
  readonly days?: number;
}

const FIELDS = 'id name permissions createdAt expiresAt lastUsedOn revokedAt';
const CREATE = serverDocument(`mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ${PROBLEM_FIELDS} ... on CreateAccessTokenSuccess { secret token { ${FIELDS} } } } }`);
const REVOKE = serverDocument(`mutation ($input: RevokeAccessTokenInput!) { revokeAccessToken(input: $input) { ${PROBLEM_FIELDS} ... on RevokeAccessTokenSuccess { token { ${FIELDS} } } } }`);

/** `token create NAME --scope PERMISSION… [--days N]`, `token list`, `token revoke ID`. */
export async function run([what = '', subject]: readonly string[], { scope, days }: Options, context: CommandContext): Promise<ExitStatus> {
  if (what !== 'create' && what !== 'list' && what !== 'revoke') throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'token', value: what, allowed: ['create', 'list', 'revoke'] });
  if (what === 'list') return list(context);
  if (subject === undefined) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: what === 'create' ? 'name' : 'id', verb: 'token ' });
  if (what === 'revoke') return revoke(subject, context);
  if (scope === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--scope', verb: 'token ' });
  return create({ name: subject, permissions: scope, days }, context);
}

/** The secret stands alone on standard output, so that it can be piped to where it is kept. */
async function create(input: { readonly name: string; readonly permissions: readonly string[]; readonly days?: number }, context: CommandContext): Promise<ExitStatus> {
  const made = await withServer(context, async (server) => {
    const { createAccessToken } = await server.ask<{ createAccessToken: { readonly secret: string; readonly token: Token } | Problem }>(CREATE, { input });
    return payloadOf<{ readonly secret: string; readonly token: Token }>(createAccessToken);
  });
  if (context.json) await context.output.json(made);
  else await context.output.line(made.secret);
  return ExitStatus.DONE;
}

const LIST = serverDocument(`{ accessTokens { ${FIELDS} } }`);

async function list(context: CommandContext): Promise<ExitStatus> {
  const { accessTokens } = await withServer(context, (server) => server.ask<{ accessTokens: readonly Token[] }>(LIST));
  await show(accessTokens, accessTokens, context);
  return ExitStatus.DONE;
}

async function revoke(id: string, context: CommandContext): Promise<ExitStatus> {
  const { token } = await withServer(context, async (server) => {
    const { revokeAccessToken } = await server.ask<{ revokeAccessToken: { readonly token: Token } | Problem }>(REVOKE, { input: { id } });
    return payloadOf<{ readonly token: Token }>(revokeAccessToken);
  });
  await show(token, [token], context);
  return ExitStatus.DONE;
}

async function show(document: object, tokens: readonly Token[], { json, language, output }: CommandContext): Promise<void> {
  if (json) return output.json(document);
  await printTable(
    output,
    [{ title: 'ID', align: 'right' }, { title: word('tokenName', language) }, { title: word('tokenMay', language), wrapAt01: 0.4 }, { title: word('tokenUntil', language) }, { title: word('tokenUsed', language) }],
    tokens.map(({ id, name, permissions, expiresAt, lastUsedOn, revokedAt }) => [id, name, permissions.join(', '), revokedAt === null ? expiresAt.slice(0, 10) : `${word('tokenRevoked', language)} ${revokedAt.slice(0, 10)}`, lastUsedOn ?? '–']),
  );
}
