// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CombinedError } from 'urql';
import { ConflictNote } from './conflict-note.js';
import { Failed, ProblemNote } from './states.js';
import type { RecordEditor } from './use-record-editor.js';

interface FormFootProps<Entry> {
  readonly editor: Pick<RecordEditor<never, Entry, never>, 'conflict' | 'rest'>;
  readonly error: CombinedError | undefined;
  /** How a field and its value are written where somebody else's stands beside one's own. */
  readonly labelOf: (field: keyof Entry & string) => string;
  readonly write: (field: keyof Entry & string, value: Entry[keyof Entry]) => string;
}

/** Below a form: what went wrong with the whole, and what somebody else changed meanwhile. */
export function FormFoot<Entry>({ editor: { conflict, rest }, error, labelOf, write }: FormFootProps<Entry>) {
  return (
    <div className="form-wide stack">
      {error && <Failed error={error} />}
      {conflict && (
        <ConflictNote
          problem={conflict.problem}
          rows={conflict.contested.map(({ field, before, mine, today }) => ({ field, label: labelOf(field), before: write(field, before), mine: write(field, mine), today: write(field, today) }))}
          onKeepMine={() => conflict.goOn(true)}
          onTakeToday={() => conflict.goOn(false)}
        />
      )}
      {rest.map((one) => (
        <ProblemNote key={one.code} problem={one} />
      ))}
    </div>
  );
}
