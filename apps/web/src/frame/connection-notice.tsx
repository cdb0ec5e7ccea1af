// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';
import { frameTexts } from '../i18n/frame.js';
import { useTexts } from '../i18n/language.js';
import { Alert } from '../ui/alert.js';

function watch(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Says that there is no connection, for as long as there is none; what is on screen stays. */
export function ConnectionNotice() {
  const t = useTexts(frameTexts);
  const isOnline = useSyncExternalStore(watch, () => navigator.onLine);
  return (
    <div role="status" className="frame-notice">
      {!isOnline && <Alert tone="warning" title={t.offline}>{t.offlineAdvice}</Alert>}
    </div>
  );
}
