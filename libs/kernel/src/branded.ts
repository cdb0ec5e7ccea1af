// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
declare const brand: unique symbol;

/** A primitive that may not be mixed up with others of the same primitive type. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
