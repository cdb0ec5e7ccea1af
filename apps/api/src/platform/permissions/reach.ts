// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Types whose objects belong to an organisational unit, by themselves or through another one. */
export type OwnedType = 'Host' | 'Department' | 'Contract' | 'Entitlement';

/** An object that a field of the input names: by its global id, or by its key or number. */
export interface NamedObject {
  readonly field: string;
  readonly type: OwnedType;
  readonly by: 'ID' | 'KEY';
}

/** A mutation of things that belong to organisational units. */
export interface OwnedReach {
  /** What is changed; where there is no such thing, it is new. */
  readonly changes: NamedObject;
  /** To what it belongs afterwards; what is left out stays, or is nothing where the input says all of the thing. */
  readonly into?: NamedObject & { readonly isWhole?: boolean };
}

/**
 * Whose things a mutation changes. SHARED: what all know together or is nobody's (catalogue, answers, plans, one's own tokens): departments limit nothing. WHOLE: it speaks for the whole administration, and is
 * closed to people who are limited to departments.
 */
export type Reach = 'SHARED' | 'WHOLE' | OwnedReach;

/** Finds out to which organisational unit something belongs; answered outside of the platform. */
export abstract class Owners {
  /** @returns its unit; null where it is nobody's, undefined where there is no such thing */
  abstract unitOf(type: OwnedType, by: NamedObject['by'], name: string): Promise<number | null | undefined>;
}

/**
 * Why somebody who is limited to departments may not make a change; null where they may. Nobody's things are not theirs.
 *
 * What is asked here is asked once more by the change itself, which only goes through for the thing as it was read: so one that moves elsewhere in between is not changed.
 */
export async function beyondReach(reach: Reach, input: Readonly<Record<string, unknown>>, units: ReadonlySet<number>, owners: Owners): Promise<'WHOLE' | NamedObject | null> {
  if (reach === 'SHARED') return null;
  if (reach === 'WHOLE') return 'WHOLE';
  const { changes, into } = reach;
  const isOwn = async ({ type, by, field }: NamedObject): Promise<boolean> => {
    const unit = await owners.unitOf(type, by, String(input[field]).trim());
    return unit === undefined || (unit !== null && units.has(unit)); // what is not there is refused by the change itself, or is new
  };
  if (!(await isOwn(changes))) return changes;
  if (into === undefined || (input[into.field] === undefined && !into.isWhole)) return null;
  return input[into.field] === undefined || input[into.field] === null || !(await isOwn(into)) ? into : null;
}
