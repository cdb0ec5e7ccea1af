// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** An XML declaration is not longer than this. */
const LONGEST_DECLARATION = 200;
const DECLARATION = /<\?xml\s[^>]{0,180}\?>/g;

/** Documents behind each other as one: declarations are dropped, and an element is put around all. Line breaks stay where they are. */
export async function* oneDocument(text: AsyncIterable<string>): AsyncGenerator<string> {
  yield '<documents>';
  let rest = '';
  for await (const piece of text) {
    const joined = (rest + piece).replace(DECLARATION, (declaration) => declaration.replace(/[^\n]/g, ''));
    const open = joined.lastIndexOf('<?');
    const keep = open >= 0 && joined.length - open < LONGEST_DECLARATION ? open : joined.endsWith('<') ? joined.length - 1 : joined.length;
    rest = joined.slice(keep);
    if (keep > 0) yield joined.slice(0, keep).replaceAll('\uFEFF', '');
  }
  yield `${rest}</documents>`;
}
