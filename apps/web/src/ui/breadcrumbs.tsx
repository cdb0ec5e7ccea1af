// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';

/** The way from the list down to where one is; its last step is the screen itself. */
export function Breadcrumbs({ path, here }: { path: readonly ReactNode[]; here: string }) {
  const t = useTexts(uiTexts);
  return (
    <nav aria-label={t.youAreHere} className="crumbs">
      <ol>
        {path.map((step, at) => (
          <li key={at}>{step}</li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  );
}
