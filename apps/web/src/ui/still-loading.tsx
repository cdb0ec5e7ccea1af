// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { WholeList } from '../graphql/use-whole-list.js';
import { uiTexts } from '../i18n/ui.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Failed } from './states.js';

/** How much of a list is here as long as it is not all of it, and what that means for what is shown; nothing once it is. */
export function StillLoading({ list, children }: { list: WholeList<unknown>; children?: ReactNode }) {
  const t = useTexts(uiTexts);
  const { count } = useFormats();
  const { rows, totalCount, isWhole, error, goOn } = list;
  if (isWhole) return null;
  return (
    <div className="stack">
      <p className="muted still-loading">
        {t.partLoaded(count(rows.length), count(totalCount))} {children}
      </p>
      {error && <Failed error={error} onAgain={goOn} />}
    </div>
  );
}
