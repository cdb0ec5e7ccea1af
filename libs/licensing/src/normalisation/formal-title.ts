// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const FULL_TITLE = /general public|affero general|lesser general|library general/i;

/** A title that spells its version out binds to that version: "…, Version 3", or "… v3 (GPLv3)" as in PyPI's classifiers. */
export function isFormal(text: string): boolean {
  return FULL_TITLE.test(text) && (/\bversion\s*\d/i.test(text) || /\(\s*[AL]*GPL[\s-]*(?:v?\d[\d.]*)?\s*\)/i.test(text));
}
