// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Jurisdiction } from './candidate-facts.js';

/** EU and EEA. */
const EU = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' '));
/** Countries for which the Commission has decided that data is protected adequately (Canada: commercial organisations). */
const ADEQUATE = new Set('AD AR CA CH FO GB GG IL IM JE JP KR NZ UY'.split(' '));

/**
 * Says which law can reach data held by a vendor from a country.
 *
 * @param country ISO 3166-1 alpha-2, in any case
 * @returns `CONDITIONAL` for the USA, where adequacy holds only for companies certified under the Data Privacy Framework; null for anything that is no country code
 * @source adequacy decisions under Art. 45 GDPR as listed by the European Commission, state of 2025; Decision (EU) 2023/1795 for the USA
 */
export function jurisdictionOf(country: string): Jurisdiction | null {
  const code = country.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return null;
  if (EU.has(code)) return 'EU';
  if (ADEQUATE.has(code)) return 'ADEQUATE';
  return code === 'US' ? 'CONDITIONAL' : 'THIRD_COUNTRY';
}
