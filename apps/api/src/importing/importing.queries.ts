// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { byGlobalId, column, contains, globalId, instant, likeText, problemFields, ReadModel, value, type ReadField } from '../platform/graphql/reading/index.js';
import { EFFECTIVE } from './import.repository.js';

const usage = (row: string, figure: string) => `coalesce((SELECT u.${figure} FROM title_usage u WHERE u.title_id = ${row}.id), 0)`;
const sourceName = value((row) => `(SELECT s.name FROM source s WHERE s.id = ${row}.source_id)`);
const all = 'SELECT coalesce(sum(u.installations), 0)::bigint FROM title_usage u';

const timeOf = (importId: string) => `(SELECT to_char(i.imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM import i WHERE i.id = ${importId})`;
/** The newest import that told about the row's machine, before the one given where it is not NULL: all of the source, or all of the machine. */
const lastImportOf = (row: string, before: string) => `greatest(${row}.first_import_id,
  (SELECT max(w.id) FROM import w WHERE w.source_id = ${row}.source_id AND w.scope = 'SOURCE' AND w.record_kind = 'software' AND w.${EFFECTIVE.replace(' AND ', ' AND w.')} AND (${before} IS NULL OR w.id < ${before})),
  (SELECT max(w.id) FROM import_host c JOIN import w ON w.id = c.import_id WHERE c.host_id = ${row}.host_id AND w.source_id = ${row}.source_id AND w.undone_at IS NULL AND (${before} IS NULL OR w.id < ${before})))`;

/** Fields of machines come from the imports that first named and last moved them, unless a person set them. */
const FIELD_ORIGINS = `(SELECT entity, entity_id, field, import_id, actor_id, at FROM field_origin
  UNION ALL SELECT 'Host', h.id, 'name', i.id, NULL, i.imported_at FROM host h JOIN import i ON i.id = h.first_import_id
  UNION ALL SELECT 'Host', h.id, 'department', i.id, NULL, i.imported_at FROM host h JOIN import i ON i.id = h.department_import_id
    WHERE NOT EXISTS (SELECT FROM field_origin o WHERE o.entity = 'Host' AND o.entity_id = h.id AND o.field = 'department'))`;

/** Where the fields of an object come from, as a list. */
export function originsOf(entity: 'Host' | 'Contract' | 'Department'): ReadField {
  return { kind: 'list', type: 'FieldOrigin', on: (row, other) => `${other}.entity = '${entity}' AND ${other}.entity_id = ${row}.id`, orderBy: (other) => `${other}.field` };
}

/** How sources, imports, hosts, titles and installations are read. */
@Injectable()
export class ImportingQueries {
  constructor(model: ReadModel) {
    model.define({
      name: 'Import',
      relation: 'import',
      fields: {
        id: globalId('Import'),
        source: sourceName,
        fileName: column('file_name'),
        format: column('format'),
        mapping: column('mapping'),
        records: column('records'),
        accepted: column('accepted'),
        rejected: column('rejected'),
        installationsAdded: column('added'),
        installationsRemoved: column('removed'),
        installationsChanged: column('changed'),
        installationsUnchanged: column('unchanged'),
        scope: column('scope'),
        pseudonymised: column('pseudonymised'),
        undoneAt: instant('undone_at'),
        titlesNew: column('titles_new'),
        titlesMatched: column('titles_matched'),
        titlesQueued: column('titles_queued'),
        duplicateOf: { kind: 'one', type: 'Import', on: (row, other) => `${other}.id = ${row}.duplicate_of_id` },
        importedAt: instant('imported_at'),
        problems: { kind: 'list', type: 'ImportProblem', on: (row, other) => `${other}.import_id = ${row}.id`, orderBy: (other) => `${other}.position` },
      },
      filters: { source: { type: 'text', sql: (row, name) => `${row}.source_id = (SELECT s.id FROM source s WHERE s.name = ${name})` } },
      orders: { IMPORTED_AT: { type: 'timestamptz', sql: (row) => `${row}.imported_at` } },
    });
    model.define({
      name: 'FieldOrigin',
      relation: FIELD_ORIGINS,
      fields: {
        field: column('field'),
        origin: value((row) => `CASE WHEN ${row}.actor_id IS NULL THEN 'IMPORT' ELSE 'PERSON' END`),
        import: { kind: 'one', type: 'Import', on: (row, other) => `${other}.id = ${row}.import_id` },
        actor: value((row) => `(SELECT a.name FROM actor a WHERE a.id = ${row}.actor_id)`),
        at: instant('at'),
      },
    });
    model.define({
      name: 'ImportProblem',
      relation: 'import_problem',
      fields: problemFields,
    });
    model.define({
      name: 'Host',
      relation: 'host',
      fields: {
        id: globalId('Host'),
        name: column('name'),
        userName: column('user_name'),
        revision: column('revision'),
        provenance: originsOf('Host'),
        installationCount: value((row) => `(SELECT count(*) FROM installation i WHERE i.host_id = ${row}.id)`),
        installations: { kind: 'connection', type: 'Installation', on: (row, other) => `${other}.host_id = ${row}.id`, defaultOrder: { field: 'HOST', direction: 'ASC' } },
      },
      filters: {
        search: { type: 'text', sql: (row, text) => `${row}.name LIKE '%' || ${text} || '%'`, convert: likeText },
        department: byGlobalId('Department', (row, id) => `${row}.department_id = ${id}`),
        isUnassigned: { type: 'boolean', sql: (row, wanted) => `(${row}.department_id IS NULL) = ${wanted}` },
        product: byGlobalId('Product', (row, id) => `${row}.id IN (SELECT i.host_id FROM installation i JOIN title_match m ON m.title_id = i.title_id WHERE m.product_id = ${id} AND m.role = 'PRODUCT')`),
      },
      orders: { NAME: { type: 'text', sql: (row) => `${row}.name` } },
    });
    model.define({
      name: 'Title',
      relation: 'title',
      fields: {
        id: globalId('Title'),
        raw: column('raw'),
        vendor: value((row) => `nullif(${row}.vendor, '')`),
        purl: value((row) => `nullif(${row}.purl, '')`),
        cpe: value((row) => `nullif(${row}.cpe, '')`),
        installationCount: value((row) => usage(row, 'installations')),
        hostCount: value((row) => usage(row, 'hosts')),
        registerEntryCount: value((row) => usage(row, 'register_entries')),
        registerEntries: { kind: 'list', type: 'RegisterEntry', on: (row, other) => `${other}.title_id = ${row}.id`, orderBy: (other) => `${other}.id` },
      },
      filters: { search: contains((row) => `${row}.raw`) },
      orders: { RAW: { type: 'text', sql: (row) => `left(${row}.raw, 200)` }, INSTALLATIONS: { type: 'bigint', join: (row) => `JOIN title_usage AS ${row}_order ON ${row}_order.title_id = ${row}.id`, sql: (row) => `${row}_order.installations` } },
    });
    model.define({
      name: 'Installation',
      relation: 'installation',
      // One host holds a title in a version from a source once; ids stay far below these widths.
      rowId: (row) => `((${row}.title_id::bigint << 37) | (${row}.version_id::bigint << 11) | ${row}.source_id)`,
      fields: {
        host: { kind: 'one', type: 'Host', on: (row, other) => `${other}.id = ${row}.host_id` },
        title: { kind: 'one', type: 'Title', on: (row, other) => `${other}.id = ${row}.title_id` },
        version: value((row) => `(SELECT nullif(v.label, '') FROM version v WHERE v.id = ${row}.version_id)`),
        source: sourceName,
        installedOn: column('installed_on'),
        firstSeenAt: value((row) => timeOf(`${row}.first_import_id`)),
        lastSeenAt: value((row) => timeOf(lastImportOf(row, 'NULL'))),
        firstSeenIn: { kind: 'one', type: 'Import', on: (row, other) => `${other}.id = ${row}.first_import_id` },
      },
      filters: {
        host: byGlobalId('Host', (row, id) => `${row}.host_id = ${id}`),
        title: byGlobalId('Title', (row, id) => `${row}.title_id = ${id}`),
        product: byGlobalId('Product', (row, id) => `${row}.title_id IN (SELECT m.title_id FROM title_match m WHERE m.product_id = ${id} AND m.role = 'PRODUCT')`),
        department: byGlobalId('Department', (row, id) => `${row}.host_id IN (SELECT h.id FROM host h WHERE h.department_id = ${id})`),
      },
      orders: { HOST: { type: 'integer', sql: (row) => `${row}.host_id` } },
    });
    model.define({
      name: 'PastInstallation',
      // A row that only got other details is still there.
      relation: `(SELECT g.* FROM installation_history g WHERE NOT EXISTS (SELECT FROM installation i
        WHERE i.source_id = g.source_id AND i.host_id = g.host_id AND i.title_id = g.title_id AND i.version_id = g.version_id AND i.first_import_id = g.first_import_id))`,
      rowId: (row) => `(((${row}.host_id::bigint * 31 + ${row}.title_id) * 31 + ${row}.version_id) * 31 + ${row}.source_id)`,
      fields: {
        host: { kind: 'one', type: 'Host', on: (row, other) => `${other}.id = ${row}.host_id` },
        title: { kind: 'one', type: 'Title', on: (row, other) => `${other}.id = ${row}.title_id` },
        version: value((row) => `(SELECT nullif(v.label, '') FROM version v WHERE v.id = ${row}.version_id)`),
        source: sourceName,
        firstSeenAt: value((row) => timeOf(`${row}.first_import_id`)),
        lastSeenAt: value((row) => timeOf(lastImportOf(row, `${row}.removed_import_id`))),
        goneAt: value((row) => timeOf(`${row}.removed_import_id`)),
      },
      filters: { host: byGlobalId('Host', (row, id) => `${row}.host_id = ${id}`), title: byGlobalId('Title', (row, id) => `${row}.title_id = ${id}`) },
      orders: { GONE: { type: 'integer', sql: (row) => `${row}.removed_import_id` } },
    });
    model.define({
      name: 'RegisterEntry',
      relation: 'register_entry',
      fields: {
        title: { kind: 'one', type: 'Title', on: (row, other) => `${other}.id = ${row}.title_id` },
        source: sourceName,
        users: column('users'),
        devices: column('devices'),
        seats: column('seats'),
        costPerYearCents: column('cost_per_year_cents'),
      },
    });
    model.root('imports', { kind: 'connection', type: 'Import', defaultOrder: { field: 'IMPORTED_AT', direction: 'DESC' } });
    model.root('import', { kind: 'one', type: 'Import', arguments: { id: byGlobalId('Import') } });
    model.root('hosts', { kind: 'connection', type: 'Host', defaultOrder: { field: 'NAME', direction: 'ASC' } });
    model.root('titles', { kind: 'connection', type: 'Title', defaultOrder: { field: 'INSTALLATIONS', direction: 'DESC' } });
    model.root('pastInstallations', { kind: 'connection', type: 'PastInstallation', defaultOrder: { field: 'GONE', direction: 'DESC' } });
    model.root('installations', { kind: 'connection', type: 'Installation', total: all, defaultOrder: { field: 'HOST', direction: 'ASC' } });
  }
}
