// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** Keeps the focus at a region where what had it within goes away, as a button does whose deed is done; else it would fall to the top of the page. */
export function useKeptFocus(region: RefObject<HTMLElement | null>): { readonly onFocus: (event: FocusEvent) => void; readonly onBlur: (event: FocusEvent) => void } {
  const held = useRef<Element | null>(null);
  useEffect(() => {
    if (held.current === null || held.current.isConnected) return;
    held.current = null;
    if (document.activeElement === document.body) region.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: ({ target }) => {
      held.current = target;
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null) held.current = null; // it went on by itself
    },
  };
}
