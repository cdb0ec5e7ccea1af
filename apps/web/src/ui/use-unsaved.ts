// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useBlocker } from '@tanstack/react-router';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';

/** Asks before what was typed, but not saved, is lost by going to another screen, closing the window or loading the page anew. */
export function useUnsaved(isUnsaved: boolean): void {
  const t = useTexts(uiTexts);
  useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname && !window.confirm(t.leaveUnsaved),
    enableBeforeUnload: () => isUnsaved,
  });
}
