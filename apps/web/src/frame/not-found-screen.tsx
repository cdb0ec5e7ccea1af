// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { frameTexts } from '../i18n/frame.js';
import { useTexts } from '../i18n/language.js';
import { Page } from '../ui/page.js';

export function NotFoundScreen() {
  const t = useTexts(frameTexts);
  return (
    <Page title={t.notFound} lead={t.notFoundAdvice}>
      <p>
        <Link to="/" className="kern-link">
          {t.toStart}
        </Link>
      </p>
    </Page>
  );
}
