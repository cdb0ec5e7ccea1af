// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { groupBy } from '#kernel';
import type { ContractRecord, DepartmentRecord } from '#importing';
import { AdministrationFilesRepository, type ListedRow } from './administration.repository.js';
import type { Conflict } from './host.repository.js';
import type { ImportScope } from './import-summary.js';
import type { Merge } from './inventory.repository.js';

/** Says which product a name stands for, where that is certain. */
export type Recognise = (titles: readonly { readonly title: string; readonly vendor: string | null }[]) => Promise<readonly (number | null)[]>;

type Merged = { readonly merge: Merge; readonly conflicts: readonly Conflict[] };

/** Turns the rows of contract registers and of plans of the organisation into contracts and departments. */
@Injectable()
export class MergeAdministration {
  constructor(private readonly files: AdministrationFilesRepository) {}

  /** Several rows with one number are items of one contract. A sum of which a part is unknown is unknown. */
  async contracts(records: readonly ContractRecord[], sourceId: number, importId: number, scope: ImportScope, recognise: Recognise): Promise<Merged> {
    const products = await recognise(records.map(({ title, vendor }) => ({ title: title ?? '', vendor })));
    const vendors = await this.files.vendorIds(known(records.map(({ vendor }) => vendor)));
    const departments = await this.files.departmentIds(known(records.map(({ department }) => department)), sourceId, importId);
    const items = groupBy(records.map((record, at) => ({ ...record, productId: record.title === null ? null : (products[at] ?? null) })), ({ number, title, vendor }) => number ?? [title, vendor].filter(Boolean).join(', '));
    const rows = [...items].map(([key, all]): ListedRow => {
      const one = <T>(value: (item: (typeof all)[number]) => T | null): T | null => (all.every((item) => value(item) === value(all[0]!)) ? value(all[0]!) : null);
      const sum = (value: (item: (typeof all)[number]) => number | null): number | null => (all.some((item) => value(item) === null) ? null : all.reduce((total, item) => total + value(item)!, 0));
      const vendor = one((item) => item.vendor);
      const notice = all[0]!.notice;
      return {
        key,
        title: one((item) => item.title) ?? known(all.map(({ title }) => title)).join('; ').slice(0, 1_000),
        product_id: one((item) => item.productId),
        vendor_id: vendor === null ? null : (vendors.get(vendor) ?? null),
        vendor_name: vendor,
        department_id: one((item) => (item.department === null ? null : (departments.get(item.department) ?? null))),
        metric: one((item) => item.metric) ?? 'UNKNOWN',
        seats: one((item) => item.productId) === null && all.length > 1 ? null : sum((item) => item.quantity),
        cost_per_year_cents: sum((item) => item.costPerYearCents),
        starts_on: earliest(all.map(({ startsOn }) => startsOn)),
        ends_on: all.some(({ isOpenEnded }) => isOpenEnded) ? null : earliest(all.map(({ endsOn }) => endsOn)),
        notice_period_months: notice && 'months' in notice ? notice.months : null,
        notice_period_days: notice && 'days' in notice ? notice.days : null,
        notice_to: all[0]!.noticeTo,
        renewal_months: all[0]!.renewalMonths || null,
      };
    });
    return this.files.merge('Contract', rows, sourceId, importId, scope);
  }

  /** A unit is known by its code, else by its name. */
  async departments(records: readonly DepartmentRecord[], sourceId: number, importId: number, scope: ImportScope): Promise<Merged> {
    const keys = await this.files.departmentKeys(records.map(({ name }) => name));
    const keyOf = ({ code, name }: DepartmentRecord) => code ?? keys.get(name) ?? name;
    const rows = records.map((record): ListedRow => ({ key: keyOf(record), name: record.name, users: record.headcount }));
    const merged = await this.files.merge('Department', rows, sourceId, importId, scope);
    await this.files.writeParents(records.flatMap((record) => (record.parent === null ? [] : [{ key: keyOf(record), parent: record.parent }])), importId);
    return merged;
  }
}

function known(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== ''))];
}

function earliest<Day extends string>(days: readonly (Day | null)[]): Day | null {
  return known(days).sort()[0] as Day | undefined ?? null;
}
