// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, equals, globalId, instant, ReadModel, value } from '../platform/graphql/reading/index.js';

/** How loaded compatibility matrices are read. */
@Injectable()
export class CompatibilityQueries {
  constructor(model: ReadModel) {
    model.define({
      name: 'CompatibilityCell',
      relation: 'compatibility_cell',
      fields: { outbound: column('outbound'), inbound: column('inbound'), cell: column('cell') },
      filters: { outbound: equals((row) => `${row}.outbound`), inbound: equals((row) => `${row}.inbound`) },
      orders: { PLACE: { type: 'integer', sql: (row) => `${row}.id` } },
    });
    model.define({
      name: 'CompatibilityMatrix',
      relation: 'compatibility_matrix',
      fields: {
        id: globalId('CompatibilityMatrix'),
        source: value((row) => `'OSADL (v' || ${row}.version || ')'`),
        version: value((row) => `${row}.version::text`),
        isNewest: value((row) => `${row}.version = (SELECT max(m.version) FROM compatibility_matrix m)`),
        fileName: column('file_name'),
        sha256: column('sha256'),
        licenseCount: column('licenses'),
        loadedAt: instant('loaded_at'),
        cells: { kind: 'connection', type: 'CompatibilityCell', on: (row, other) => `${other}.matrix_id = ${row}.id`, defaultOrder: { field: 'PLACE', direction: 'ASC' } },
      },
      filters: { version: equals((row) => `${row}.version::text`) },
      orders: { VERSION: { type: 'integer', sql: (row) => `${row}.version` } },
    });
    model.root('compatibilityMatrices', { kind: 'connection', type: 'CompatibilityMatrix', defaultOrder: { field: 'VERSION', direction: 'DESC' } });
  }
}
