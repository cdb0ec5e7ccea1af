// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { originsOf } from '../importing/index.js';
import { byGlobalId, column, contains, equals, globalId, instant, oneOf, ReadModel, value, type ReadType } from '../platform/graphql/reading/index.js';
import { TERMINATIONS } from './termination-sql.js';


const usage = (row: string, figure: string) => `coalesce((SELECT u.${figure} FROM product_usage u WHERE u.product_id = ${row}.id), 0)`;
/** A contract without a term can be ended from any day on: there is no last one for notice. */
const noticeBy = (row: string) => `CASE WHEN ${row}.ends_on IS NOT NULL THEN (SELECT t.notice_by FROM ${TERMINATIONS} t WHERE t.contract_id = ${row}.id) END`;

const product: ReadType = {
  name: 'Product',
  relation: 'product',
  fields: {
    id: globalId('Product'),
    key: column('key'),
    name: column('name'),
    revision: column('revision'),
    vendor: { kind: 'one', type: 'Vendor', on: (row, other) => `${other}.id = ${row}.vendor_id` },
    category: { kind: 'one', type: 'Category', on: (row, other) => `${other}.id = ${row}.category_id` },
    license: { kind: 'one', type: 'License', on: (row, other) => `${other}.id = ${row}.license_id` },
    specialisedProcedure: column('specialised_procedure'),
    personalData: column('personal_data'),
    distribution: column('distribution'),
    aliases: column('aliases'),
    functions: column('functions'),
    identifiers: column('identifiers'),
    sources: column('sources'),
    noneKnownOn: column('none_known_on'),
    releaseCycles: { kind: 'list', type: 'ReleaseCycle', on: (row, other) => `${other}.product_id = ${row}.id`, orderBy: (other) => `${other}.released_on DESC NULLS LAST, ${other}.id` },
    installationCount: value((row) => usage(row, 'installations')),
    titleCount: value((row) => usage(row, 'titles')),
    registerEntryCount: value((row) => usage(row, 'register_entries')),
    usageByDepartment: { kind: 'list', type: 'DepartmentUsage', on: (row, other) => `${other}.product_id = ${row}.id`, orderBy: (other) => `${other}.installations DESC, ${other}.department_id` },
    usageHistory: { kind: 'list', type: 'UsageChange', on: (row, other) => `${other}.product_id = ${row}.id`, orderBy: (other) => `${other}.imported_at, ${other}.import_id` },
    interfaces: { kind: 'list', type: 'ProductInterface', on: (row, other) => `${row}.id IN (${other}.from_product_id, ${other}.to_product_id)`, orderBy: (other) => `${other}.id` },
    alternatives: { kind: 'list', type: 'Alternative', on: (row, other) => `${other}.product_id = ${row}.id AND NOT ${other}.retired`, orderBy: (other) => `${other}.rank, ${other}.id`, first: 1000 },
    titles: {
      kind: 'connection',
      type: 'Title',
      on: (row, other) => `${other}.id IN (SELECT m.title_id FROM title_match m WHERE m.product_id = ${row}.id AND m.role = 'PRODUCT')`,
      defaultOrder: { field: 'INSTALLATIONS', direction: 'DESC' },
    },
    installations: {
      kind: 'connection',
      type: 'Installation',
      on: (row, other) => `${other}.title_id IN (SELECT m.title_id FROM title_match m WHERE m.product_id = ${row}.id AND m.role = 'PRODUCT')`,
      total: (row) => `SELECT ${usage(row, 'installations')}`,
      defaultOrder: { field: 'HOST', direction: 'ASC' },
    },
    origin: column('origin'),
    replacesKeys: column('replaces'),
    cost: column('cost'),
    support: column('support'),
    overrides: { kind: 'list', type: 'ProductOverride', on: (row, other) => `${other}.product_key = ${row}.key`, orderBy: (other) => `${other}.field, ${other}.id` },
    edits: { kind: 'list', type: 'ProductEdit', on: (row, other) => `${other}.product_key = ${row}.key`, orderBy: (other) => `${other}.id DESC, ${other}.position` },
    contracts: { kind: 'list', type: 'Contract', on: (row, other) => `${other}.product_id = ${row}.id`, orderBy: (other) => `${other}.ends_on, ${other}.id` },
  },
  filters: {
    search: {
      type: 'text',
      sql: (row, text) => `${row}.id IN (SELECT s.product_id FROM search_products(${text}) s)`,
      ranking: { type: 'real', join: (row, text) => `JOIN search_products(${text}) AS ${row}_found ON ${row}_found.product_id = ${row}.id`, sql: (row) => `${row}_found.score` },
    },
    named: {
      type: 'text',
      sql: (row, name) => `${row}.id IN (SELECT n.product_id FROM products_named(${name}) n)`,
      ranking: { type: 'real', join: (row, name) => `JOIN products_named(${name}) AS ${row}_named ON ${row}_named.product_id = ${row}.id`, sql: (row) => `${row}_named.score` },
    },
    openSource: { type: 'text', sql: (row, verdict) => `coalesce((SELECT l.verdict FROM license l WHERE l.id = ${row}.license_id), 'UNKNOWN') = ${verdict}` },
    inUse: {
      type: 'boolean',
      sql: (row, wanted) => `EXISTS (SELECT FROM product_usage u WHERE u.product_id = ${row}.id AND (u.installations > 0 OR u.register_entries > 0)) = ${wanted}`,
    },
    category: { type: 'text', sql: (row, key) => `${row}.category_id = (SELECT c.id FROM category c WHERE c.key = ${key})` },
    vendor: { type: 'text', sql: (row, key) => `${row}.vendor_id = (SELECT v.id FROM vendor v WHERE v.key = ${key})` },
    specialisedProcedure: equals((row) => `${row}.specialised_procedure`, 'boolean'),
    hasAlternative: { type: 'boolean', sql: (row, wanted) => `EXISTS (SELECT FROM alternative a WHERE a.product_id = ${row}.id AND NOT a.retired) = ${wanted}` },
    department: byGlobalId('Department', (row, id) => `EXISTS (SELECT FROM product_department_usage u WHERE u.product_id = ${row}.id AND u.department_id = ${id})`),
    keys: oneOf((row) => `${row}.key`),
  },
  orders: {
    NAME: { type: 'text', sql: (row) => `${row}.name` },
    INSTALLATIONS: { type: 'bigint', join: (row) => `JOIN product_usage AS ${row}_order ON ${row}_order.product_id = ${row}.id`, sql: (row) => `${row}_order.installations` },
    VENDOR: { type: 'text', sql: (row) => `coalesce((SELECT v.name FROM vendor v WHERE v.id = ${row}.vendor_id), '')` },
  },
};

const vendor: ReadType = {
  name: 'Vendor',
  relation: 'vendor',
  fields: {
    id: globalId('Vendor'),
    key: column('key'),
    name: column('name'),
    country: column('country'),
    aliases: column('aliases'),
    productCount: value((row) => `(SELECT count(*) FROM product p WHERE p.vendor_id = ${row}.id)`),
  },
  filters: { search: contains((row) => `${row}.name`), country: equals((row) => `${row}.country`) },
  orders: { NAME: { type: 'text', sql: (row) => `${row}.name` } },
};

const license: ReadType = {
  name: 'License',
  relation: 'license',
  fields: {
    id: globalId('License'),
    expression: column('expression'),
    verdict: column('verdict'),
    class: column('class'),
    osiApproved: column('osi_approved'),
    fsfLibre: column('fsf_libre'),
    proof: column('proof'),
  },
  filters: { verdict: equals((row) => `${row}.verdict`) },
  orders: { EXPRESSION: { type: 'text', sql: (row) => `${row}.expression` } },
};

const category: ReadType = {
  name: 'Category',
  relation: 'category',
  fields: { key: column('key'), nameDe: column('name_de'), nameEn: column('name_en'), publiccode: column('publiccode'), functions: { kind: 'list', type: 'ProductFunction', on: (row, other) => `${other}.category_id = ${row}.id`, orderBy: (other) => `${other}.id` } },
  filters: { search: contains((row) => `(${row}.name_de || ' ' || ${row}.name_en)`) },
  orders: { KEY: { type: 'text', sql: (row) => `${row}.key` } },
};

const override: ReadType = {
  name: 'ProductOverride',
  relation: 'product_statement',
  fields: {
    field: column('field'),
    value: column('value'),
    reason: column('reason'),
    source: column('source'),
    layer: { kind: 'one', type: 'CatalogueLayer', on: (row, other) => `${other}.id = ${row}.layer_id` },
    statedBy: value((row) => `(SELECT a.name FROM actor a WHERE a.id = ${row}.actor_id)`),
    statedAt: instant('stated_at'),
  },
};

/** What the trail has of the changes that people made of a product by hand. */
const PRODUCT_EDITS = `(SELECT e.id, e.at, e.entity_id AS product_key, f.position, f.value ->> 'field' AS field, f.value -> 'before' AS before, f.value -> 'after' AS after
  FROM audit_entry e CROSS JOIN LATERAL jsonb_array_elements(e.after -> 'changes') AS c(value) CROSS JOIN LATERAL jsonb_array_elements(c.value -> 'fields') WITH ORDINALITY AS f(value, position)
  WHERE e.entity = 'Catalogue' AND e.operation IN ('upsertProduct', 'proposeAlternative', 'dismissAlternative') AND c.value ->> 'entity' = 'PRODUCT' AND c.value ->> 'id' = e.entity_id)`;

const productEdit: ReadType = {
  name: 'ProductEdit',
  relation: PRODUCT_EDITS,
  fields: { at: instant('at'), field: column('field'), before: column('before'), after: column('after') },
};

const layer: ReadType = {
  name: 'CatalogueLayer',
  relation: 'catalogue_layer',
  fields: {
    id: globalId('CatalogueLayer'),
    kind: column('kind'),
    name: column('name'),
    provenance: column('provenance'),
    loadedAt: instant('loaded_at'),
    productCount: value((row) => `(SELECT count(*) FROM catalogue_entry e WHERE e.layer_id = ${row}.id AND e.entity = 'PRODUCT')`),
    statementCount: value((row) => `(SELECT count(*) FROM product_statement s WHERE s.layer_id = ${row}.id)`),
  },
  filters: { kind: equals((row) => `${row}.kind`) },
  orders: { LOADED_AT: { type: 'timestamptz', sql: (row) => `${row}.loaded_at` }, NAME: { type: 'text', sql: (row) => `${row}.name` } },
};

const releaseCycle: ReadType = {
  name: 'ReleaseCycle',
  relation: 'release_cycle',
  fields: { cycle: column('cycle'), releasedOn: column('released_on'), endOfSupportOn: column('end_of_support_on'), source: column('source') },
};

const alternative: ReadType = {
  name: 'Alternative',
  relation: 'alternative',
  fields: {
    id: globalId('Alternative'),
    product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.alternative_id` },
    replaces: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` },
    kind: column('kind'),
    coverage01: column('coverage01'),
    covers: column('covers'),
    missing: column('missing'),
    carriesOver: column('carries_over'),
    verified: column('verified'),
    complements: column('complements'),
    origin: column('origin'),
    evidence: column('evidence'),
    notesDe: column('notes_de'),
    notesEn: column('notes_en'),
  },
  filters: {
    product: { type: 'text', sql: (row, key) => `${row}.product_id = (SELECT p.id FROM product p WHERE p.key = ${key})` },
    kinds: oneOf((row) => `${row}.kind`),
  },
  orders: { RANK: { type: 'integer', sql: (row) => `${row}.rank` }, COVERAGE: { type: 'real', sql: (row) => `coalesce(${row}.coverage01, 0)` } },
};

const department: ReadType = {
  name: 'Department',
  relation: 'department',
  fields: {
    id: globalId('Department'),
    key: column('key'),
    name: column('name'),
    users: column('users'),
    changeLoadLimit: column('change_load_limit'),
    revision: column('revision'),
    provenance: originsOf('Department'),
    children: { kind: 'list', type: 'Department', on: (row, other) => `${other}.parent_id = ${row}.id`, orderBy: (other) => `${other}.name, ${other}.id` },
    usage: { kind: 'list', type: 'ProductUsage', on: (row, other) => `${other}.department_id = ${row}.id`, orderBy: (other) => `${other}.installations DESC, ${other}.product_id`, first: 100 },
    hostCount: value((row) => `(SELECT count(*) FROM host h WHERE h.department_id = ${row}.id)`),
    installationCount: value((row) => `(SELECT coalesce(sum(u.installations), 0)::bigint FROM product_department_usage u WHERE u.department_id = ${row}.id)`),
    productCount: value((row) => `(SELECT count(*) FROM product_department_usage u WHERE u.department_id = ${row}.id)`),
    parent: { kind: 'one', type: 'Department', on: (row, other) => `${other}.id = ${row}.parent_id` },
  },
  filters: { search: contains((row) => `${row}.name`), keys: oneOf((row) => `${row}.key`) },
  orders: { NAME: { type: 'text', sql: (row) => `${row}.name` }, USERS: { type: 'integer', sql: (row) => `coalesce(${row}.users, 0)` } },
};

const departmentUsage: ReadType = {
  name: 'DepartmentUsage',
  relation: 'product_department_usage',
  fields: { department: { kind: 'one', type: 'Department', on: (row, other) => `${other}.id = ${row}.department_id` }, installations: column('installations') },
};

const productUsage: ReadType = {
  name: 'ProductUsage',
  relation: 'product_department_usage',
  fields: { product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` }, installations: column('installations') },
};

const productFunction: ReadType = {
  name: 'ProductFunction',
  relation: 'product_function',
  fields: { key: column('key'), nameDe: column('name_de'), nameEn: column('name_en') },
};

/** Installations come with an import and go with a later one; what was there once lies in the history. */
const USAGE_CHANGES = `(SELECT c.product_id, c.import_id, i.imported_at, i.file_name, c.added, c.removed, (sum(c.added - c.removed) OVER (PARTITION BY c.product_id ORDER BY i.imported_at, c.import_id))::bigint AS installations
  FROM (SELECT m.product_id, x.import_id, sum(x.added)::bigint AS added, sum(x.removed)::bigint AS removed
        FROM title_match m JOIN LATERAL (
          SELECT n.first_import_id AS import_id, 1 AS added, 0 AS removed FROM installation n WHERE n.title_id = m.title_id
          UNION ALL SELECT h.first_import_id, 1, 0 FROM installation_history h WHERE h.title_id = m.title_id
          UNION ALL SELECT h.removed_import_id, 0, 1 FROM installation_history h WHERE h.title_id = m.title_id) x ON true
        WHERE m.role = 'PRODUCT' GROUP BY m.product_id, x.import_id) c
  JOIN import i ON i.id = c.import_id)`;

const usageChange: ReadType = {
  name: 'UsageChange',
  relation: USAGE_CHANGES,
  fields: { importedAt: instant('imported_at'), fileName: column('file_name'), added: column('added'), removed: column('removed'), installations: column('installations') },
};

const productInterface: ReadType = {
  name: 'ProductInterface',
  relation: 'product_interface',
  fields: {
    from: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.from_product_id` },
    to: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.to_product_id` },
    kind: column('kind'),
    openStandard: column('open_standard'),
  },
};

const contract: ReadType = {
  name: 'Contract',
  relation: 'contract',
  fields: {
    id: globalId('Contract'),
    number: column('number'),
    product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` },
    vendor: { kind: 'one', type: 'Vendor', on: (row, other) => `${other}.id = ${row}.vendor_id` },
    department: { kind: 'one', type: 'Department', on: (row, other) => `${other}.id = ${row}.department_id` },
    metric: column('metric'),
    seats: column('seats'),
    costPerYearCents: column('cost_per_year_cents'),
    startsOn: column('starts_on'),
    endsOn: column('ends_on'),
    title: column('title'),
    vendorName: column('vendor_name'),
    provenance: originsOf('Contract'),
    noticePeriodMonths: column('notice_period_months'),
    noticePeriodDays: column('notice_period_days'),
    noticeTo: column('notice_to'),
    renewalMonths: column('renewal_months'),
    nextTermination: { kind: 'one', type: 'Termination', on: (row, other) => `${other}.contract_id = ${row}.id` },
    noticeBy: value(noticeBy),
  },
  filters: {
    endsUntil: { type: 'date', sql: (row, day) => `${row}.ends_on <= ${day}` },
    noticeUntil: { type: 'date', sql: (row, day) => `(${noticeBy(row)}) BETWEEN current_date AND ${day}` },
    product: { type: 'text', sql: (row, key) => `${row}.product_id = (SELECT p.id FROM product p WHERE p.key = ${key})` },
    number: equals((row) => `${row}.number`),
    search: contains((row) => `concat_ws(' ', ${row}.number, ${row}.title, ${row}.vendor_name, (SELECT p.name FROM product p WHERE p.id = ${row}.product_id), (SELECT v.name FROM vendor v WHERE v.id = ${row}.vendor_id))`),
  },
  orders: {
    ENDS_ON: { type: 'date', sql: (row) => `coalesce(${row}.ends_on, DATE '9999-12-31')` },
    COST: { type: 'bigint', sql: (row) => `coalesce(${row}.cost_per_year_cents, 0)` },
    NUMBER: { type: 'text', sql: (row) => `${row}.number` },
    NOTICE_BY: { type: 'date', sql: (row) => `coalesce(${noticeBy(row)}, DATE '9999-12-31')` },
  },
};

const termination: ReadType = {
  name: 'Termination',
  relation: TERMINATIONS,
  fields: { endsOn: column('ends_on'), noticeBy: column('notice_by'), renewals: column('renewals') },
};

/** How the catalogue's types are read. */
@Injectable()
export class CatalogueQueries {
  constructor(model: ReadModel) {
    for (const type of [product, vendor, license, category, releaseCycle, alternative, department, departmentUsage, productUsage, productFunction, usageChange, productInterface, contract, termination, override, productEdit, layer]) model.define(type);
    const productOfTitle = `SELECT m.product_id FROM title_match m WHERE m.role = 'PRODUCT' AND m.title_id`;
    model.extend('Title', {
      fields: { product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = (${productOfTitle} = ${row}.id)` } },
      filters: { product: byGlobalId('Product', (row, id) => `(${productOfTitle} = ${row}.id) = ${id}`) },
    });
    model.extend('Installation', { fields: { product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = (${productOfTitle} = ${row}.title_id)` } } });
    model.extend('Host', { fields: { department: { kind: 'one', type: 'Department', on: (row, other) => `${other}.id = ${row}.department_id` } } });
    model.root('products', { kind: 'connection', type: 'Product', defaultOrder: { field: 'NAME', direction: 'ASC' } });
    model.root('categories', { kind: 'connection', type: 'Category', defaultOrder: { field: 'KEY', direction: 'ASC' } });
    model.root('vendors', { kind: 'connection', type: 'Vendor', defaultOrder: { field: 'NAME', direction: 'ASC' } });
    model.root('licenses', { kind: 'connection', type: 'License', defaultOrder: { field: 'EXPRESSION', direction: 'ASC' } });
    model.root('departments', { kind: 'connection', type: 'Department', defaultOrder: { field: 'NAME', direction: 'ASC' } });
    model.root('contracts', { kind: 'connection', type: 'Contract', defaultOrder: { field: 'ENDS_ON', direction: 'ASC' } });
    model.root('catalogueLayers', { kind: 'connection', type: 'CatalogueLayer', defaultOrder: { field: 'NAME', direction: 'ASC' } });
    model.root('alternatives', { kind: 'connection', type: 'Alternative', relation: '(SELECT * FROM alternative WHERE NOT retired)', defaultOrder: { field: 'RANK', direction: 'ASC' } });
    model.root('product', {
      kind: 'one',
      type: 'Product',
      arguments: {
        id: byGlobalId('Product'),
        key: equals((row) => `${row}.key`),
        name: {
          type: 'text',
          sql: (row, name) => `${row}.id = (SELECT CASE count(*) WHEN 1 THEN min(n.product_id) END FROM products_named(${name}) n)`,
        },
      },
    });
  }
}
