// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, contains, equals, globalId, oneOf, ReadModel, value } from '../platform/graphql/reading/index.js';

const isPublished = (row: string) => `(${row}.is_open AND ${row}.repository_url IS NOT NULL)`;

/** How the register of own software is read. */
@Injectable()
export class OwnSoftwareQueries {
  constructor(model: ReadModel) {
    model.define({
      name: 'OwnSoftwarePart',
      relation: 'own_software_part',
      fields: { name: column('name'), version: column('version'), purl: column('purl'), license: column('license') },
      filters: { search: contains((row) => `${row}.name`) },
      orders: { PLACE: { type: 'integer', sql: (row) => `${row}.id` } },
    });
    model.define({
      name: 'OwnSoftware',
      relation: 'own_software',
      fields: {
        id: globalId('OwnSoftware'),
        key: column('key'),
        name: column('name'),
        license: column('license'),
        isOpen: column('is_open'),
        repositoryUrl: column('repository_url'),
        isPublished: value(isPublished),
        developmentStatus: value((row) => `${row}.publiccode ->> 'developmentStatus'`),
        softwareVersion: value((row) => `${row}.publiccode ->> 'softwareVersion'`),
        publiccode: column('publiccode'),
        partsFile: column('parts_file'),
        partCount: value((row) => `(SELECT count(*) FROM own_software_part p WHERE p.own_software_id = ${row}.id)`),
        parts: { kind: 'connection', type: 'OwnSoftwarePart', on: (row, other) => `${other}.own_software_id = ${row}.id`, defaultOrder: { field: 'PLACE', direction: 'ASC' } },
        revision: column('revision'),
      },
      filters: { search: contains((row) => `${row}.name`), keys: oneOf((row) => `${row}.key`), isPublished: equals(isPublished, 'boolean') },
      orders: { NAME: { type: 'text', sql: (row) => `${row}.name` } },
    });
    model.root('ownSoftware', { kind: 'connection', type: 'OwnSoftware', defaultOrder: { field: 'NAME', direction: 'ASC' } });
  }
}
