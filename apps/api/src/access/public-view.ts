// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PublicView } from '../platform/permissions/schema-needs.js';

const PAGE = ['first', 'after', 'last', 'before'];
const page = (node: string): PublicView => ({
  [`${node}Connection`]: { nodes: [], edges: [], pageInfo: [], totalCount: [] },
  [`${node}Edge`]: { node: [], cursor: [] },
});

/**
 * What the public may see where `FAHRPLAN_PUBLIC_VIEW` is on: products and how often they are installed, licences, alternatives, scores, how far the migrations
 * of the plan in force are. Left out is what names people (who answered, granted, decided), machines, departments, contracts, prices, versions in use, and every free text or JSON that may hold such. A field that is not listed is not shown.
 */
export const publicView: PublicView = {
  Query: {
    products: [...PAGE, 'orderBy'],
    product: ['key', 'name', 'id'],
    vendors: [...PAGE, 'orderBy'],
    licenses: [...PAGE, 'orderBy'],
    alternatives: [...PAGE, 'orderBy'],
    license: ['text'],
    candidates: [...PAGE, 'orderBy'],
    candidate: ['product'],
    standings: [...PAGE, 'orderBy'],
    complianceSummary: [],
    publicationShare: [],
    migrations: [...PAGE, 'orderBy'],
  },
  ...page('Product'),
  ...page('Vendor'),
  ...page('License'),
  ...page('Alternative'),
  ...page('Candidate'),
  ...page('ProductStanding'),
  ...page('Migration'),
  PageInfo: { hasNextPage: [], hasPreviousPage: [], startCursor: [], endCursor: [] },
  Product: { id: [], key: [], name: [], aliases: [], vendor: [], license: [], category: [], distribution: [], specialisedProcedure: [], installationCount: [], alternatives: ['first'], candidate: [], standing: [] },
  Category: { key: [], nameDe: [], nameEn: [] },
  Vendor: { id: [], key: [], name: [] },
  License: { id: [], expression: [], verdict: [], class: [], osiApproved: [], fsfLibre: [] },
  Alternative: { id: [], kind: [], coverage01: [], product: [], replaces: [], notesDe: [], notesEn: [], verified: [] },
  LicenseAnswer: { text: [], decision: [], expression: [], verdict: [], class: [], osiApproved: [], fsfLibre: [], proofDe: [], proofEn: [] },
  Candidate: { id: [], rank: [], product: [], alternative: [], goalContribution: [], feasibility: [], completeness01: [], firstRankAcceptability01: [] },
  ScoreInterval: { low: [], expected: [], high: [] },
  ProductStanding: { id: [], product: [], state: [], isLicenseUnknown: [], candidate: [] },
  Migration: { id: [], product: [], alternative: [], status: [], plannedStartsOn: [], plannedEndsOn: [], startedOn: [], endedOn: [], isLate: [] },
  ComplianceSummary: { complies: [], exempt: [], open: [], planned: [], reading: [], recheckDue: [], weighed: [] },
  PublicationShare: { published: [], share01: [], total: [] },
};
