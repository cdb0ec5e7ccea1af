// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { RPM_NAMES } from './data/rpm-names.js';
import type { ReadTitle } from './read-title.js';

/** Debian and RPM names of parts; whole families of libraries, fonts and modules. */
const PACKAGE_PART = /^(?:lib(?!re(?:office|cad|wolf|nms|js|plan|book)|vir(?:t-manager)|reoffice$)[a-z0-9]|fonts?-|firmware-|linux-(?:image|headers|modules|libc|firmware)|python[\d.]*-|node-|ruby-|golang-|texlive-|gir1\.2-|php\d?(?:\.\d)?-|r-cran-|perl-|xserver-xorg-|kernel-|glibc|gcc-\d)|-(?:dev|devel|doc|docs|dbg|dbgsym|debuginfo|common|data|core|bin|libs?|l10n(?:-[a-z-]+)?|i18n|help(?:-[a-z-]+)?|plugins?|plugin-[a-z0-9-]+|utils?|tools|lang|langpack-[a-z-]+|style-[a-z]+|gtk\d?|kf5|qt\d|java|base-drivers|backend|modules?|headless|man|cli|sftp-server|filesystem|selinux|extra|extras|locales?|theme-[a-z-]+)(?:-[a-z]{2})?$/;

/** A version that a distribution gave: an upstream version and its own revision. */
const DISTRIBUTION_VERSION = /^(?:\d+:)?\d[\w.+~:]*-\d[\w.+~]*$|(?:deb|ubuntu|\.el|\.fc|dfsg|bpo|lp15)\d/;

/** The package name of titles that are one: `libreoffice-core` of `libreoffice-core:amd64 1:7.4.7`; null where the title has no such shape. */
export function packageName({ text }: ReadTitle): string | null {
  const name = /^([a-z0-9][a-z0-9+.-]+)(?:[:/=_][^\s]*)?(?:\s|$)/.exec(text)?.[1];
  return name !== undefined && /[a-z]/.test(name) ? name : null;
}

/** Whether a package name is that of a part of something: a library, fonts, headers, documentation, translations. */
export function isPackagePart(name: string): boolean {
  return name.includes('-') || name.startsWith('lib') ? PACKAGE_PART.test(name) : false;
}

/** Whether a title states a version as distributions write them: evidence that a word like `age` is a package. */
export function hasDistributionVersion({ text }: ReadTitle): boolean {
  return text.split(/\s+/).slice(1).some((word) => DISTRIBUTION_VERSION.test(word));
}

/**
 * The names under which a package may be known, the most exact first: as it is, without the version inside it (`postgresql-15`, `tomcat9`, `php8.2-fpm`), and
 * without a word that only says which of a product's packages holds the program itself (`mysql-server`, `openjdk-jre`, `vim-enhanced`).
 */
export function packageKeys(name: string): string[] {
  const exact = name.toLowerCase();
  const known = RPM_NAMES.get(exact) ?? exact;
  const versionless = known.replace(/(?<=[a-z]{2})-?\d+(?:\.\d+)*(?=-|$)/g, '');
  const main = versionless.replace(/-(?:server|full|enhanced|minimal|fpm|stable|jre|jdk|ce|imapd|daemon|base)$/, '');
  return [...new Set([exact, known, versionless, main])].filter((key) => key.length > 1 || key === exact);
}
