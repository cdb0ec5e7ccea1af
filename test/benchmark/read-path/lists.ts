// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES } from './bench-data.js';
import type { GraphqlCall } from './load-client.js';

/** One list of the API, and the same data asked of the rival. */
export interface ListCase {
  readonly name: string;
  /** Requests per second, ours to PostGraphile's. */
  readonly goal: string;
  readonly ours: (index: number) => GraphqlCall;
  readonly rival: (index: number) => GraphqlCall;
  /** Bring both answers into one form; what they are compared by. */
  readonly readOurs: (data: Data) => unknown;
  readonly readRival: (data: Data) => unknown;
}

/** `data` of an answer, of which the readers below know the form. */
 
export type Data = any;

/** 35 to 65 rows, 50 on average, never the same twice within 31 calls. */
function pageSize(index: number): number {
  return 35 + ((index * 7) % 31);
}

const variables = (index: number) => ({ n: pageSize(index) });
const category = (index: number) => 1 + (index % CATEGORIES);
const number = (value: string | number | null): number | null => (value === null ? null : Number(value));

/** Products with vendor, license, five alternatives with their license, and the count of installations: the hot list. */
const PRODUCT_FIELDS = 'key name vendor{key name} license{expression verdict} alternatives(first:5){kind coverage01 product{key name license{expression verdict}}} installationCount';
const RIVAL_PRODUCT_FIELDS =
  'key name vendorByVendorId{key name} licenseByLicenseId{expression verdict} alternativesByProductId(first:5,orderBy:[RANK_ASC,ROW_ID_ASC]){nodes{kind coverage01 productByAlternativeId{key name licenseByLicenseId{expression verdict}}}} productUsageByProductId{installations}';

function rivalProduct(product: Data): unknown {
  return {
    key: product.key, name: product.name, vendor: product.vendorByVendorId, license: product.licenseByLicenseId,
    alternatives: product.alternativesByProductId.nodes.map((one: Data) => ({ kind: one.kind, coverage01: one.coverage01, product: { key: one.productByAlternativeId.key, name: one.productByAlternativeId.name, license: one.productByAlternativeId.licenseByLicenseId } })),
    installationCount: Number(product.productUsageByProductId?.installations ?? 0),
  };
}

export const PRODUCT_LIST: ListCase = {
  name: 'products of a category, by name',
  goal: '≥ 2',
  ours: (index) => ({ query: `query Q($c:String!,$n:Int!){products(filter:{category:$c},first:$n,orderBy:{field:NAME,direction:ASC}){nodes{${PRODUCT_FIELDS}}}}`, variables: { c: `category-${category(index)}`, ...variables(index) } }),
  rival: (index) => ({ query: `query Q($c:Int!,$n:Int!){allProducts(condition:{categoryId:$c},first:$n,orderBy:[NAME_ASC,ROW_ID_ASC]){nodes{${RIVAL_PRODUCT_FIELDS}}}}`, variables: { c: category(index), ...variables(index) } }),
  readOurs: (data) => data.products.nodes,
  readRival: (data) => data.allProducts.nodes.map(rivalProduct),
};

export const LISTS: readonly ListCase[] = [
  PRODUCT_LIST,
  {
    name: 'most installed products',
    goal: '≥ 2',
    ours: (index) => ({ query: `query Q($n:Int!){products(first:$n,orderBy:{field:INSTALLATIONS,direction:DESC}){nodes{${PRODUCT_FIELDS}}}}`, variables: variables(index) }),
    rival: (index) => ({ query: `query Q($n:Int!){allProductUsages(first:$n,orderBy:[INSTALLATIONS_DESC,PRODUCT_ID_DESC]){nodes{productByProductId{${RIVAL_PRODUCT_FIELDS}}}}}`, variables: variables(index) }),
    readOurs: (data) => data.products.nodes,
    readRival: (data) => data.allProductUsages.nodes.map((one: Data) => rivalProduct(one.productByProductId)),
  },
  {
    name: 'contracts by end',
    goal: '≥ 1.3',
    ours: (index) => ({ query: 'query Q($n:Int!){contracts(first:$n,orderBy:{field:ENDS_ON,direction:ASC}){nodes{number metric seats costPerYearCents startsOn endsOn noticePeriodMonths renewalMonths product{key name} vendor{key name} department{key name}}}}', variables: variables(index) }),
    rival: (index) => ({ query: 'query Q($n:Int!){allContracts(first:$n,orderBy:[ENDS_ON_ASC,ROW_ID_ASC]){nodes{number metric seats costPerYearCents startsOn endsOn noticePeriodMonths renewalMonths productByProductId{key name} vendorByVendorId{key name} departmentByDepartmentId{key name}}}}', variables: variables(index) }),
    readOurs: (data) => data.contracts.nodes.map((one: Data) => ({ ...one, costPerYearCents: number(one.costPerYearCents) })),
    readRival: (data) => data.allContracts.nodes.map(({ productByProductId, vendorByVendorId, departmentByDepartmentId, ...one }: Data) => ({ ...one, costPerYearCents: number(one.costPerYearCents), product: productByProductId, vendor: vendorByVendorId, department: departmentByDepartmentId })),
  },
  {
    name: 'vendors by name',
    goal: '≥ 1.3',
    ours: (index) => ({ query: 'query Q($n:Int!){vendors(first:$n,orderBy:{field:NAME,direction:ASC}){nodes{key name country aliases productCount}}}', variables: variables(index) }),
    rival: (index) => ({ query: 'query Q($n:Int!){allVendors(first:$n,orderBy:[NAME_ASC,ROW_ID_ASC]){nodes{key name country aliases productsByVendorId{totalCount}}}}', variables: variables(index) }),
    readOurs: (data) => data.vendors.nodes,
    readRival: (data) => data.allVendors.nodes.map(({ productsByVendorId, ...one }: Data) => ({ ...one, productCount: productsByVendorId.totalCount })),
  },
];
