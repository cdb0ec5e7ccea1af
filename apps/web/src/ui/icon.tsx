// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Icons of the design system; a picture beside a word, never instead of one. */
export type IconName = 'language' | 'dark-mode' | 'light-mode' | 'search' | 'close' | 'arrow-up' | 'arrow-down' | 'arrow-forward' | 'download' | 'check' | 'info' | 'warning' | 'danger' | 'success' | 'edit' | 'add' | 'delete' | 'help' | 'open-in-new' | 'autorenew' | 'calendar-today' | 'chevron-right' | 'chevron-left';

export function Icon({ name }: { name: IconName }) {
  return <span className={`kern-icon kern-icon--${name}`} aria-hidden="true" />;
}
