// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { readyPolicies, type LicensePolicy, type Usage } from '#licensing';

/** The policy of a name, or the problem that names the ones there are. */
export function findPolicy(name: string): Result<LicensePolicy, Problem> {
  const policy = Object.hasOwn(readyPolicies, name) ? readyPolicies[name] : undefined;
  return policy ? ok(policy) : err({ code: 'LICENSING.NOT_FOUND', what: 'LicensePolicy', id: name, known: Object.keys(readyPolicies).join(', ') });
}

/** What software is used for where nobody said: a policy with an outbound license is about publication. */
export function usageOr(usage: Usage | null | undefined, policy: LicensePolicy): Usage {
  return usage ?? (policy.outbound === undefined ? 'internal' : 'publication');
}
