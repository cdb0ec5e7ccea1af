// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ErrorComponentProps } from '@tanstack/react-router';
import { frameTexts } from '../i18n/frame.js';
import { useTexts } from '../i18n/language.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';

/** A screen that failed unexpectedly: a mistake of ours, or a part of the page that could not be fetched. */
export function BrokenScreen({ error, reset }: ErrorComponentProps) {
  const t = useTexts(frameTexts);
  return (
    <Page title={t.broken}>
      <Alert tone="danger" title={error instanceof Error ? error.message : String(error)}>
        {t.brokenAdvice}
      </Alert>
      <p className="row">
        <Button onClick={reset}>{t.again}</Button>
        <Button kind="secondary" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      </p>
    </Page>
  );
}
