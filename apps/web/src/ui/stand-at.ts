// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Brings a place of this screen into sight, for links to it: the router does so where the address changes, but not where a link is followed again. */
export function standAt(id: string): void {
  document.getElementById(id)?.scrollIntoView();
}
