// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { EditedRow } from './contract.repository.js';
import type { RecordUsageCountInput, UpsertContractInput, UpsertEntitlementInput } from './entitlement.types.js';
import type { Draft } from './keep-contracts.use-case.js';

/** A contract as the interface takes it, as a row. */
export function contractDraft(input: UpsertContractInput): Draft {
  const number = input.number.trim();
  const { revision, product, vendor, department, ...fields } = input;
  return {
    table: 'contract',
    fields: { ...fields, number },
    row: {
      number,
      metric: input.metric,
      seats: input.metric === 'SITE' ? null : (input.seats ?? null),
      cost_per_year_cents: input.costPerYearCents ?? null,
      starts_on: input.startsOn ?? null,
      ends_on: input.endsOn ?? null,
      notice_period_months: input.noticePeriodMonths ?? null,
      notice_period_days: input.noticePeriodDays ?? null,
      renewal_months: input.renewalMonths ?? null,
    },
    references: [
      { column: 'product_id', path: 'product', type: 'Product', key: product ?? null },
      { column: 'vendor_id', path: 'vendor', type: 'Vendor', key: vendor ?? null },
      { column: 'department_id', path: 'department', type: 'Department', key: department ?? null },
    ],
    revision: revision ?? null,
  };
}

/** A right of use as the interface takes it, as a row. */
export function entitlementDraft(input: UpsertEntitlementInput): Draft {
  const number = input.number.trim();
  const { revision, product, contract, ...fields } = input;
  return {
    table: 'entitlement',
    fields: { ...fields, number },
    row: {
      number,
      metric: input.metric,
      quantity: input.metric === 'SITE' ? null : (input.quantity ?? null),
      site: textOf(input.site),
      up_to_version: textOf(input.upToVersion),
      valid_from: input.validFrom ?? null,
      valid_until: input.validUntil ?? null,
      unit_cost_cents: input.unitCostCents ?? null,
    },
    references: [
      { column: 'product_id', path: 'product', type: 'Product', key: product },
      { column: 'contract_id', path: 'contract', type: 'Contract', key: contract ?? null },
    ],
    revision: revision ?? null,
  };
}

/** A count as the interface takes it, as a row without its product. */
export function countRow(input: RecordUsageCountInput): EditedRow & { readonly author: string } {
  return { metric: input.metric, version: textOf(input.version), site: textOf(input.site), quantity: input.quantity, counted_on: input.countedOn, author: input.author.trim() };
}

function textOf(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
