// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { problemsByField, type FieldProblems, type PlacedProblem } from './problems-by-field.js';
import { useEditor, type Contested, type Editor } from './use-editor.js';

interface Options<Row, Entry, Field extends string> {
  /** The record as it was read; none: a new one. */
  readonly row: Row | undefined;
  /** What a new one begins with. */
  readonly empty: Entry;
  readonly entryOf: (row: Row) => Entry;
  /** Where problems can be told beside what is wrong. */
  readonly paths: readonly Field[];
}

/** Somebody else was quicker: what they changed, and the ways on. */
export interface Conflict<Entry> {
  readonly problem: PlacedProblem;
  readonly contested: readonly Contested<Entry>[];
  readonly goOn: (keepMine: boolean) => void;
}

export interface RecordEditor<Row, Entry, Field extends string> extends Pick<Editor<Entry>, 'entry' | 'edit' | 'changed'>, FieldProblems<Field> {
  /** The record as one goes on from: as it was read, or as somebody else left it meanwhile. */
  readonly read: Row | undefined;
  readonly conflict: Conflict<Entry> | null;
  /** Nothing is wrong until the server says so. */
  readonly begin: () => void;
  /** Tells what the server has against it. */
  readonly refuse: (problem: PlacedProblem | null | undefined) => void;
  /** The same, where somebody else has changed the record; with what it is today, as far as it is still there. */
  readonly refuseAsChanged: (problem: PlacedProblem, today: Row | null | undefined) => void;
}

/** Edits a record that others edit, too: problems stand beside their fields, and what somebody else changed meanwhile beside one's own. */
export function useRecordEditor<Row, Entry extends object, Field extends string>({ row, empty, entryOf, paths }: Options<Row, Entry, Field>): RecordEditor<Row, Entry, Field> {
  const { entry, edit, changed, contested, rebase } = useEditor(row === undefined ? empty : entryOf(row));
  const [read, setRead] = useState(row);
  const [problem, setProblem] = useState<PlacedProblem | null>(null);
  const [today, setToday] = useState<Row | null>(null);
  const tell = (told: PlacedProblem | null, now: Row | null = null) => {
    setProblem(told);
    setToday(now);
  };
  const goOn = (now: Row, keepMine: boolean) => {
    rebase(entryOf(now), keepMine);
    setRead(now);
    tell(null);
  };
  const conflict = problem === null || today === null ? null : { problem, contested: contested(entryOf(today)), goOn: (keepMine: boolean) => goOn(today, keepMine) };
  return {
    entry,
    edit,
    changed,
    read,
    conflict,
    ...problemsByField(conflict ? null : problem, paths),
    begin: () => tell(null),
    refuse: (told) => tell(told ?? null),
    refuseAsChanged: (told, now) => tell(told, now ?? null),
  };
}
