// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';

/** What a person needs to see to recognise a family of names. */
export const FAMILY_FIELDS = graphql(`
  fragment FamilyFields on TitleFamily @_unmask {
    name
    titleCount
    installationCount
    title {
      id
      raw
      vendor
      match {
        revision
        decision
        version
        candidates { productId key name vendor confidence01 }
        reasons { code de en }
      }
    }
  }
`);

export type QueueFamily = ResultOf<typeof FAMILY_FIELDS>;
