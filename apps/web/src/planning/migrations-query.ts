// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';

/** Migrations of the plans that are or were in force, and how far each is. */
export const MIGRATIONS = graphql(`
  query Migrations($first: Int!, $after: String, $filter: MigrationFilter) {
    migrations(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        product { key name }
        alternative { name }
        status
        nextStatuses
        plannedStartsOn
        plannedEndsOn
        startedOn
        endedOn
        isLate
        blockers
        cancelledBy
        note
        revision
        history { status on blockers note recordedAt }
      }
    }
  }
`);

export type SteeredMigration = ResultOf<typeof MIGRATIONS>['migrations']['nodes'][number];
