// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** How a license behaves as a part of software that is published under another one. */
export type Carriage =
  /** may become part of anything, notices kept, except under the licenses of `notInto` */
  | { readonly kind: 'anywhere'; readonly notInto?: readonly string[] }
  /** its own files or library stay under it, beside anything except `notInto`; under `askInto` only if its author said so in the notice */
  | { readonly kind: 'separate'; readonly notInto?: readonly string[]; readonly askInto?: readonly string[] }
  /** takes the whole work under itself or one of `into`; licenses of `besideInto` may be combined with it, but each part stays under its own */
  | { readonly kind: 'whole'; readonly into: readonly string[]; readonly besideInto?: readonly string[] };

const GPL = ['GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later'];
const AGPL = ['AGPL-3.0-only', 'AGPL-3.0-or-later'];
const LGPL_2_0 = ['LGPL-2.0-only', 'LGPL-2.0-or-later'];
const LGPL = ['LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-only', 'LGPL-3.0-or-later'];
const GNU = [...GPL, ...AGPL, ...LGPL, ...LGPL_2_0];
/** Outbound licenses that promise version 2 (or 2.1), which parts under terms of version 3 or Apache 2 cannot keep. */
const PROMISES_VERSION_2 = ['GPL-2.0-only', 'GPL-2.0-or-later', 'LGPL-2.1-only', 'LGPL-2.1-or-later', ...LGPL_2_0];
const EUPL = ['EUPL-1.1', 'EUPL-1.2'];
/** Appendix of the EUPL 1.2: where the whole is under one of these, it may be conveyed under it. */
const EUPL_APPENDIX = [...GPL, ...AGPL, ...LGPL, 'OSL-2.1', 'OSL-3.0', 'EPL-1.0', 'CECILL-2.0', 'CECILL-2.1', 'MPL-2.0', 'CC-BY-SA-3.0', 'EUPL-1.1', 'EUPL-1.2', 'LiLiQ-R-1.1', 'LiLiQ-Rplus-1.1'];
const anywhere: Carriage = { kind: 'anywhere' };

/**
 * The licenses that matter most in public software, as inbound parts.
 *
 * @source EUPL 1.2 appendix (Commission Implementing Decision (EU) 2017/863); EUPL 1.1 appendix; Free Software Foundation, "Various Licenses and Comments about Them"
 *   and GPL FAQ; MPL 2.0 sections 3.3 and 1.12; EPL 2.0 section 3.2; CeCILL 2.1 article 5.3.4; read in November 2026
 */
export const carriages: Readonly<Record<string, Carriage>> = {
  MIT: anywhere,
  'MIT-0': anywhere,
  X11: anywhere,
  '0BSD': anywhere,
  'BSD-2-Clause': anywhere,
  'BSD-3-Clause': anywhere,
  ISC: anywhere,
  Zlib: anywhere,
  'BSL-1.0': anywhere,
  Unlicense: anywhere,
  'CC0-1.0': anywhere,
  PostgreSQL: anywhere,
  NCSA: anywhere,
  'PSF-2.0': anywhere,
  'Python-2.0': anywhere,
  'UPL-1.0': anywhere,
  WTFPL: anywhere,
  curl: anywhere,
  'Apache-2.0': { kind: 'anywhere', notInto: PROMISES_VERSION_2 },
  'Apache-1.1': { kind: 'anywhere', notInto: [...GNU, ...EUPL] },
  'BSD-4-Clause': { kind: 'anywhere', notInto: [...GNU, ...EUPL] },
  OpenSSL: { kind: 'anywhere', notInto: [...GNU, ...EUPL] },
  'PHP-3.01': { kind: 'anywhere', notInto: GNU },
  'CC-BY-4.0': anywhere,
  'OFL-1.1': { kind: 'separate' },
  'MPL-2.0': { kind: 'separate' },
  'MPL-1.1': { kind: 'separate', notInto: GNU },
  'EPL-1.0': { kind: 'separate', notInto: GNU },
  'EPL-2.0': { kind: 'separate', askInto: [...GPL, ...LGPL, ...LGPL_2_0], notInto: AGPL },
  'CDDL-1.0': { kind: 'separate', notInto: GNU },
  'CDDL-1.1': { kind: 'separate', notInto: GNU },
  'LGPL-2.0-only': { kind: 'separate' },
  'LGPL-2.0-or-later': { kind: 'separate' },
  'LGPL-2.1-only': { kind: 'separate' },
  'LGPL-2.1-or-later': { kind: 'separate' },
  'LGPL-3.0-only': { kind: 'separate', notInto: PROMISES_VERSION_2 },
  'LGPL-3.0-or-later': { kind: 'separate', notInto: PROMISES_VERSION_2 },
  'GPL-2.0-only': { kind: 'whole', into: [] },
  'GPL-2.0-or-later': { kind: 'whole', into: ['GPL-2.0-only', 'GPL-3.0-only', 'GPL-3.0-or-later', ...AGPL] },
  'GPL-3.0-only': { kind: 'whole', into: ['AGPL-3.0-only'] },
  'GPL-3.0-or-later': { kind: 'whole', into: ['GPL-3.0-only', ...AGPL] },
  'AGPL-3.0-only': { kind: 'whole', into: [], besideInto: ['GPL-3.0-only', 'GPL-3.0-or-later'] },
  'AGPL-3.0-or-later': { kind: 'whole', into: ['AGPL-3.0-only'], besideInto: ['GPL-3.0-only', 'GPL-3.0-or-later'] },
  'EUPL-1.1': { kind: 'whole', into: ['EUPL-1.2', 'GPL-2.0-only', 'GPL-2.0-or-later', 'OSL-2.1', 'OSL-3.0', 'CPL-1.0', 'EPL-1.0', 'CECILL-2.0'] },
  'EUPL-1.2': { kind: 'whole', into: EUPL_APPENDIX },
  'OSL-3.0': { kind: 'whole', into: [] },
  'CECILL-2.1': { kind: 'whole', into: [...GPL, ...AGPL, 'EUPL-1.1', 'EUPL-1.2'] },
  'CC-BY-SA-4.0': { kind: 'separate' },
};

/** Licenses under which parts with conditions of their own (advertising, naming) must not be taken unchecked. */
export const strictOutbound: ReadonlySet<string> = new Set(GNU);
