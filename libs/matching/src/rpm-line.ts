// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** `name-version-release.arch`, as `rpm -qa` prints it. */
const RPM_LINE = /^([A-Za-z0-9][\w+.-]*?)-(\d[^\s-]*)-([^\s-]+)\.(x86_64|noarch|i[3-6]86|aarch64|ppc64le|s390x)$/;

/** Rewrites a line of `rpm -qa` as name, version and architecture with spaces between; other titles stay. */
export function spellOutRpm(title: string): string {
  return title.replace(RPM_LINE, '$1 $2-$3 $4');
}
