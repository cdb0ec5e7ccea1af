// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { CreateAccess1764000000001 } from './migrations/1764000000001-create-access.js';
import { CreateJobs1764000000002 } from './migrations/1764000000002-create-jobs.js';
import { CreateCatalogue1764000000003 } from './migrations/1764000000003-create-catalogue.js';
import { CreateImporting1764000000004 } from './migrations/1764000000004-create-importing.js';
import { CreateMatching1764000000005 } from './migrations/1764000000005-create-matching.js';
import { CreateScoring1764000000006 } from './migrations/1764000000006-create-scoring.js';
import { CreatePlanning1764000000007 } from './migrations/1764000000007-create-planning.js';
import { CreateLicensePolicies1764100000001 } from './migrations/1764100000001-create-license-policies.js';
import { CreateCompatibilityMatrix1764100000002 } from './migrations/1764100000002-create-compatibility-matrix.js';
import { CreateEntitlements1764100000003 } from './migrations/1764100000003-create-entitlements.js';
import { CreateOwnSoftware1764100000004 } from './migrations/1764100000004-create-own-software.js';
import { KeepHistoryOfImports1764200000001 } from './migrations/1764200000001-keep-history-of-imports.js';
import { StoreAdministrationFiles1764200000002 } from './migrations/1764200000002-store-administration-files.js';
import { KeepMatchDecisions1764300000001 } from './migrations/1764300000001-keep-match-decisions.js';
import { LayerCatalogue1764400000001 } from './migrations/1764400000001-layer-catalogue.js';
import { SearchProducts1764400000002 } from './migrations/1764400000002-search-products.js';
import { NameProductsStrictly1764400000003 } from './migrations/1764400000003-name-products-strictly.js';
import { ExtendScoring1764500000001 } from './migrations/1764500000001-extend-scoring.js';
import { ExtendExemptions1764500000002 } from './migrations/1764500000002-extend-exemptions.js';
import { MarkUnknownSavings1764600000001 } from './migrations/1764600000001-mark-unknown-savings.js';
import { SteerMigrations1764600000002 } from './migrations/1764600000002-steer-migrations.js';
import { RankTasks1764703000000 } from './migrations/1764703000000-rank-tasks.js';
import { LeadToKnownNames1764703000001 } from './migrations/1764703000001-lead-to-known-names.js';
import { KnowPeople1764810000001 } from './migrations/1764810000001-know-people.js';
import { ChainAuditTrail1764810000002 } from './migrations/1764810000002-chain-audit-trail.js';
import { CountJobAttempts1764820000000 } from './migrations/1764820000000-count-job-attempts.js';
import { SetTargets1764830000001 } from './migrations/1764830000001-set-targets.js';
import { PlanInForceDecides1764830000002 } from './migrations/1764830000002-plan-in-force-decides.js';
import { StateEconomicsSettings1764850000001 } from './migrations/1764850000001-state-economics-settings.js';
import { NameProductsClearly1764860000001 } from './migrations/1764860000001-name-products-clearly.js';
import { CountRevisions1764910000001 } from './migrations/1764910000001-count-revisions.js';
import { FindPastInstallations1764960000001 } from './migrations/1764960000001-find-past-installations.js';
import { KeepIdTokens1765060000001 } from './migrations/1765060000001-keep-id-tokens.js';
import { LendRightsOfOwner1765070000001 } from './migrations/1765070000001-lend-rights-of-owner.js';

/** Every migration in order: the whole way from an empty database to today's. */
export const migrations = [
  CreateAccess1764000000001,
  CreateJobs1764000000002,
  CreateCatalogue1764000000003,
  CreateImporting1764000000004,
  CreateMatching1764000000005,
  CreateScoring1764000000006,
  CreatePlanning1764000000007,
  CreateLicensePolicies1764100000001,
  CreateCompatibilityMatrix1764100000002,
  CreateEntitlements1764100000003,
  CreateOwnSoftware1764100000004,
  KeepHistoryOfImports1764200000001,
  StoreAdministrationFiles1764200000002,
  KeepMatchDecisions1764300000001,
  LayerCatalogue1764400000001,
  SearchProducts1764400000002,
  NameProductsStrictly1764400000003,
  ExtendScoring1764500000001,
  ExtendExemptions1764500000002,
  MarkUnknownSavings1764600000001,
  SteerMigrations1764600000002,
  RankTasks1764703000000,
  LeadToKnownNames1764703000001,
  KnowPeople1764810000001,
  ChainAuditTrail1764810000002,
  CountJobAttempts1764820000000,
  SetTargets1764830000001,
  PlanInForceDecides1764830000002,
  StateEconomicsSettings1764850000001,
  NameProductsClearly1764860000001,
  CountRevisions1764910000001,
  FindPastInstallations1764960000001,
  KeepIdTokens1765060000001,
  LendRightsOfOwner1765070000001,
];
