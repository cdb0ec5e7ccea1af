// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { PlainTable } from '../ui/plain-table.js';

interface Cycle {
  readonly cycle: string;
  readonly releasedOn: string | null;
  readonly endOfSupportOn: string | null;
  readonly source: string | null;
}

/** Cycles shown before somebody asks for all. */
const FIRST_SHOWN = 8;

/** Versions with the end of their support, those supported longest first. */
export function ReleaseCycles({ cycles }: { cycles: readonly Cycle[] }) {
  const t = useTexts(catalogueTexts);
  const ui = useTexts(uiTexts);
  const { day, count } = useFormats();
  const [isAll, setIsAll] = useState(false);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  if (cycles.length === 0) return <p className="muted">{t.noVersions}</p>;
  const ordered = cycles.toSorted((left, right) => (right.endOfSupportOn ?? '0').localeCompare(left.endOfSupportOn ?? '0'));
  return (
    <>
      <PlainTable
        caption={t.versions}
        rows={isAll ? ordered : ordered.slice(0, FIRST_SHOWN)}
        keyOf={({ cycle }) => cycle}
        columns={[
          { key: 'cycle', name: t.cycle, cell: ({ cycle }) => cycle },
          { key: 'released', name: t.released, cell: ({ releasedOn }) => day(releasedOn) },
          { key: 'ends', name: t.supportEnds, cell: ({ endOfSupportOn }) => day(endOfSupportOn) },
          { key: 'state', name: t.standing, cell: ({ endOfSupportOn }) => (endOfSupportOn === null ? <Badge tone="warning">{ui.unknown}</Badge> : endOfSupportOn < today ? <Badge tone="danger">{t.over}</Badge> : <Badge tone="success">{t.supported}</Badge>) },
        ]}
      />
      {!isAll && ordered.length > FIRST_SHOWN && (
        <p>
          <Button kind="secondary" small onClick={() => setIsAll(true)}>
            {t.more(count(ordered.length))}
          </Button>
        </p>
      )}
    </>
  );
}
