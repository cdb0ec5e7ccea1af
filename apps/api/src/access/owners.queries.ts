// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Owners, type NamedObject, type OwnedType } from '../platform/permissions/reach.js';

/** Table of each type, column by which people name it, and its unit. A right belongs to whom its contract does. */
const OWNED: Readonly<Record<OwnedType, { readonly table: string; readonly key: string; readonly unit: string }>> = {
  Host: { table: 'host', key: 'name', unit: 't.department_id' },
  Department: { table: 'department', key: 'key', unit: 't.id' },
  Contract: { table: 'contract', key: 'number', unit: 't.department_id' },
  Entitlement: { table: 'entitlement', key: 'number', unit: '(SELECT c.department_id FROM contract c WHERE c.id = t.contract_id)' },
};

/** To which organisational unit things belong, as of now. */
@Injectable()
export class OwnersQueries extends Owners {
  constructor(private readonly source: DataSource) {
    super();
  }

  async unitOf(type: OwnedType, by: NamedObject['by'], name: string): Promise<number | null | undefined> {
    const { table, key, unit } = OWNED[type];
    const id = new RegExp(`^${type}:(\\d{1,9})$`).exec(name)?.[1];
    if (by === 'ID' ? id === undefined : name.includes('\0')) return undefined;
    const [row] = (await this.source.query(`SELECT ${unit} AS unit FROM ${table} t WHERE t.${by === 'ID' ? 'id' : key} = $1`, [by === 'ID' ? Number(id) : name])) as { unit: number | null }[];
    return row?.unit;
  }
}
