// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { uiTexts } from '../i18n/ui.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Alert } from './alert.js';
import { Button } from './button.js';
import { PlainTable } from './plain-table.js';
import type { ShownProblem } from './states.js';

interface ConflictRow {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly mine: string;
  readonly today: string;
}

/** Somebody else was quicker: who, what they changed beside what one has entered oneself, and the choice between both. Nothing is saved by choosing. */
export function ConflictNote({ problem, rows, onKeepMine, onTakeToday }: { problem: ShownProblem; rows: readonly ConflictRow[]; onKeepMine: () => void; onTakeToday: () => void }) {
  const t = useTexts(uiTexts);
  const { instant } = useFormats();
  return (
    <Alert tone="warning" title={t.changedMeanwhile} isNews>
      <p>
        {problem.changedBy && problem.changedAt ? t.changedMeanwhileBy(problem.changedBy, instant(problem.changedAt)) : t.changedMeanwhileElse} {t.conflictAdvice}
      </p>
      {rows.length === 0 ? (
        <p>{t.conflictElsewhere}</p>
      ) : (
        <PlainTable
          caption={t.changedMeanwhile}
          rows={rows}
          keyOf={({ field }) => field}
          columns={[
            { key: 'field', name: t.field, cell: ({ label }) => label },
            { key: 'before', name: t.asRead, cell: ({ before }) => before },
            { key: 'today', name: t.asToday, cell: ({ today }) => today },
            { key: 'mine', name: t.asMine, cell: ({ mine }) => mine },
          ]}
        />
      )}
      <p className="row">
        <Button kind="secondary" onClick={onKeepMine}>
          {t.keepMine}
        </Button>
        <Button kind="tertiary" onClick={onTakeToday}>
          {t.takeToday}
        </Button>
      </p>
      <p className="code">
        {t.code}: {problem.code}
      </p>
    </Alert>
  );
}
