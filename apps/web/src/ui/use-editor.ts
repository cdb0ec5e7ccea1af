// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';

/** A field that somebody else has changed since it was read here. */
export interface Contested<Fields> {
  readonly field: keyof Fields & string;
  readonly before: Fields[keyof Fields];
  readonly mine: Fields[keyof Fields];
  readonly today: Fields[keyof Fields];
}

export interface Editor<Fields> {
  readonly entry: Fields;
  readonly edit: (part: Partial<Fields>) => void;
  /** The fields that are not as they were read, with what stands in them now. */
  readonly changed: Partial<Fields>;
  readonly isChanged: boolean;
  /** Where what is there today is not what was read: every field in which it differs. */
  readonly contested: (today: Fields) => readonly Contested<Fields>[];
  /** Goes on from what is there today: with one's own changes put on it, or without them. */
  readonly rebase: (today: Fields, keepMine: boolean) => void;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What is being edited, beside what was read of it; so that only what was changed is sent, and a change by somebody else can be laid beside one's own. */
export function useEditor<Fields extends object>(read: Fields): Editor<Fields> {
  const [base, setBase] = useState(read);
  const [entry, setEntry] = useState(read);
  const fields = Object.keys(base) as (keyof Fields & string)[];
  const edited = fields.filter((field) => !isSame(entry[field], base[field]));
  return {
    entry,
    edit: (part) => setEntry((before) => ({ ...before, ...part })),
    changed: Object.fromEntries(edited.map((field) => [field, entry[field]])) as Partial<Fields>,
    isChanged: edited.length > 0,
    contested: (today) => fields.filter((field) => !isSame(today[field], base[field])).map((field) => ({ field, before: base[field], mine: entry[field], today: today[field] })),
    rebase: (today, keepMine) => {
      setEntry(keepMine ? { ...today, ...Object.fromEntries(edited.map((field) => [field, entry[field]])) } : today);
      setBase(today);
    },
  };
}
