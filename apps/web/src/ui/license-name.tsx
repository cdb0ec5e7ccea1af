// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';

/** SPDX has no name for what may not be used freely; this one says it without naming a text. */
const PROPRIETARY = 'LicenseRef-proprietary';

/** A licence as SPDX writes it, which is the same in every language; what is only known to be proprietary is said in words. */
export function LicenseName({ of: expression }: { of: string | undefined }) {
  const t = useTexts(uiTexts);
  if (expression === undefined) return null;
  return expression === PROPRIETARY ? t.proprietary : <span translate="no">{expression}</span>;
}
