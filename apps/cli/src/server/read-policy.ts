// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import type { CompatibilityMatrix, LicensePolicy, Outcome, RuleCondition } from '#licensing';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { word } from '../i18n/words.js';
import { readMatrixRow } from './check-compatibility.js';
import { withServer } from './server.js';
import { serverDocument } from './server-document.js';

interface Answer {
  readonly policy: {
    readonly name: string;
    readonly version: string;
    readonly outbound: string | null;
    readonly rules: readonly { readonly key: string; readonly when: RuleCondition; readonly outcome: Outcome; readonly sentenceDe: string; readonly sentenceEn: string }[];
    readonly waivers: readonly { readonly component: string; readonly license: string | null; readonly author: string; readonly reason: string; readonly expiresOn: CalendarDate; readonly revokedAt: string | null }[];
  } | null;
  readonly policies: { readonly nodes: readonly { readonly name: string; readonly version: string }[] };
}

const QUERY = serverDocument(`query ($name: String!, $version: String) {
  policy(name: $name, version: $version) { name version outbound rules { key when outcome sentenceDe sentenceEn } waivers { component license author reason expiresOn revokedAt } }
  policies(first: 20) { nodes { name version } }
}`);

/** A policy, and the compatibility matrix that its checks go by where one was loaded. */
export interface PolicyAtHand {
  readonly policy: LicensePolicy;
  readonly matrix: CompatibilityMatrix | undefined;
}

/**
 * A policy as the server keeps it, with its waivers, and what the server's matrix says of its outbound license.
 *
 * @param version the newest unless given
 * @throws CommandFailure NOT_FOUND that names the policies there are
 */
export async function readPolicy(name: string, version: string | undefined, context: CommandContext): Promise<PolicyAtHand> {
  const { policy, policies, matrix } = await withServer(context, async (server) => {
    const answer = await server.ask<Answer>(QUERY, { name, version });
    const outbound = answer.policy?.outbound ?? null;
    return { ...answer, matrix: outbound === null ? undefined : await readMatrixRow(outbound, server) };
  });
  if (policy === null) {
    const known = policies.nodes.map((one) => `${one.name} ${one.version}`).join(', ');
    throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: word('policy', context.language), name: version === undefined ? name : `${name} ${version}`, hint: ` ${known}` }, ExitStatus.NOT_FOUND);
  }
  return { policy: policyOf(policy), matrix };
}

function policyOf(policy: NonNullable<Answer['policy']>): LicensePolicy {
  return {
    name: policy.name,
    version: policy.version,
    ...(policy.outbound === null ? {} : { outbound: policy.outbound }),
    rules: policy.rules.map(({ key, when, outcome, sentenceDe, sentenceEn }) => ({ id: key, when, outcome, sentence: { de: sentenceDe, en: sentenceEn } })),
    waivers: policy.waivers.filter(({ revokedAt }) => revokedAt === null).map(({ component, license, author, reason, expiresOn }) => ({ component, author, reason, expiresOn, ...(license === null ? {} : { license }) })),
  };
}
