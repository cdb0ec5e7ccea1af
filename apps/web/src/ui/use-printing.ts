// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let isPrinting = false;
const listeners = new Set<() => void>();
/** What was folded on screen, and is open on paper only. */
let unfolded: readonly HTMLDetailsElement[] = [];

/** What is changed has to be drawn before the browser lays out the sheets; paper is light, whatever the screen is, and nothing on it is folded. */
function become(printing: boolean): void {
  isPrinting = printing;
  const { dataset } = document.documentElement;
  if (printing) {
    dataset['screenTheme'] ??= dataset['kernTheme'];
    dataset['kernTheme'] = 'light';
  } else if (dataset['screenTheme'] !== undefined) {
    dataset['kernTheme'] = dataset['screenTheme'];
    delete dataset['screenTheme'];
  }
  flushSync(() => listeners.forEach((changed) => changed()));
  if (printing) unfolded = [...unfolded, ...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of unfolded) details.open = printing;
  if (!printing) unfolded = [];
}

addEventListener('beforeprint', () => become(true));
addEventListener('afterprint', () => become(false));

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether the page goes to paper just now: what is drawn, scrolled or folded on screen then stands there whole. */
export function usePrinting(): boolean {
  return useSyncExternalStore(listen, () => isPrinting);
}
