// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Words that say nothing about which product it is, folded: installers' habits, words for "version", company forms, and little words. */
export const NOISE_WORDS: ReadonlySet<string> = new Set([
  'version', 'versions', 'ver', 'wersja', 'release', 'rel', 'build', 'revision', 'rev', 'stand', 'setup', 'software', 'programm', 'program', 'logiciel', 'anwendung', 'application', 'app',
  'user', 'benutzer', 'machine', 'wide', 'only', 'remove', 'installed', 'installiert', 'deinstallieren', 'uninstall', 'final', 'ga', 'the', 'der', 'die', 'das', 'le', 'la', 'von', 'by', 'and',
  'und', 'et', 'edition', 'ausgabe', 'edycja', 'x', 'v', 'r', 'deinstallation', 'currentuser', 'allusers', 'stable', 'beta', 'alpha', 'preview', 'rc', 'msi', 'exe', 'all', 'users',
]);

/** Words before a number that make it part of the version: `Update 291`, `Patch 5`, `SP1`. */
export const VERSION_MARKERS: ReadonlySet<string> = new Set([
  'version', 'ver', 'v', 'vers', 'wersja', 'release', 'rel', 'build', 'update', 'upd', 'u', 'patch', 'patchlevel', 'pl', 'level', 'hotfix', 'hf', 'rev', 'revision', 'sp', 'pack', 'servicepack', 'stand', 'fixpack', 'fp', 'cu', 'rollup',
  'rc', 'beta', 'alpha', 'r', 'ru', 'mr', 'ausgabe', 'generation', 'cs',
]);

/** Company forms, folded; also as parts of a publisher's name. */
export const COMPANY_FORMS: ReadonlySet<string> = new Set([
  'gmbh', 'mbh', 'ag', 'se', 'kg', 'kgaa', 'ohg', 'ug', 'eg', 'ev', 'aoer', 'inc', 'incorporated', 'corp', 'corporation', 'ltd', 'limited', 'llc', 'llp', 'lp', 'plc', 'co', 'company', 'sa', 'sas', 'sarl', 'srl', 'spa', 'bv', 'nv', 'ab', 'oy',
  'oyj', 'as', 'aps', 'sro', 'zoo', 'sp', 'z', 'o', 'oo', 'pty', 'pte', 'kft', 'sl', 'haftungsbeschraenkt', 'cie', 'und', 'and', 'e', 'v', 'aor', 'stiftung', 'gbr', 'gesellschaft', 'mit', 'beschraenkter', 'haftung',
]);
