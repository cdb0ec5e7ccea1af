// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import { nearlyAll, type Listing } from '../listings/listing.js';

/** Letters for wanted, status and error; `ii` is installed. */
const LINE = /^([uihrp])([ncHUFWti])([R ]?)\s+(\S+)\s+(\S+)(?:\s+.*)?$/;
/** Installed, and installed with triggers that wait. */
const INSTALLED = 'itW';
const RULER = /^\+\+\+-(=+)-/;
/** The width that names get on a narrow screen; longer ones are cut without a sign. */
const NARROW = 14;

/**
 * What `dpkg -l` prints, in any language (the letters are the same). Packages that are known but not installed are passed over. Export: `dpkg -l > packages.txt`.
 *
 * @source dpkg-query(1), "--list" and "Package states"
 */
export const DPKG_LISTING: Listing = {
  format: 'dpkg-list',
  detect: (lines) => lines.some((line) => RULER.test(line)) || nearlyAll(lines, (line) => LINE.test(line)),
  reader() {
    let nameWidth = 0;
    return (text, line) => {
      const ruler = RULER.exec(text);
      if (ruler !== null) nameWidth = (ruler[1] as string).length;
      if (/^(\+\+\+-|\|\|\/|\|\/|\| |[\p{L}]+=)/u.test(text) || /^\s/.test(text)) return 'ignored';
      const deb = LINE.exec(text.trimEnd());
      if (deb === null) return 'unreadable';
      const [name, version] = [deb[4] as string, deb[5] as string];
      if (!INSTALLED.includes(deb[2] as string) || version === '<none>') return 'ignored';
      const record = { ...recordOfTitle(name.replace(/:[a-z0-9-]+$/, ''), { line }), version };
      const mayBeCut = nameWidth > 0 && nameWidth <= NARROW && name.length === nameWidth;
      return mayBeCut ? { record, note: { code: 'IMPORTING.NAME_CUT', line, column: 5, value: name } } : { record };
    };
  },
};
