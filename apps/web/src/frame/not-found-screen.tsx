// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { frameTexts } from '../i18n/frame.js';
import { useTexts } from '../i18n/language.js';
import { Page } from '../ui/page.js';
import { ToStart } from '../ui/to-start.js';

export function NotFoundScreen() {
  const t = useTexts(frameTexts);
  return (
    <Page title={t.notFound} lead={t.notFoundAdvice}>
      <ToStart />
    </Page>
  );
}
