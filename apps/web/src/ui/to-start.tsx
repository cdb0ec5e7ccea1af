// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';

/** The way on where a page has nothing else to offer. */
export function ToStart() {
  const t = useTexts(uiTexts);
  return (
    <p>
      <Link to="/" className="kern-link">
        {t.toStart}
      </Link>
    </p>
  );
}
