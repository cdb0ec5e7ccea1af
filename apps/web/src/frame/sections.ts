// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FrameTexts } from '../i18n/de/frame.js';

/** Places in the navigation, in the order of the work, with further addresses that belong there. One is shown as soon as a route with its path exists. */
export const SECTIONS: readonly { readonly path: string; readonly name: keyof FrameTexts['sections']; readonly also?: readonly string[] }[] = [
  { path: '/', name: 'target' },
  { path: '/inventar', name: 'inventory', also: ['/aemter', '/rechner', '/vertraege', '/ausnahmen'] },
  { path: '/import', name: 'import', also: ['/zuordnung'] },
  { path: '/lizenzpruefung', name: 'licenseCheck' },
  { path: '/kandidaten', name: 'candidates' },
  { path: '/wellen', name: 'waves' },
  { path: '/berichte', name: 'reports' },
  { path: '/rat', name: 'council' },
];
