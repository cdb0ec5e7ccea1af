// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Publishers that package what others make: their name beside a title says nothing about the vendor, neither for nor against. */
export const PACKAGING_PUBLISHERS: ReadonlySet<string> = new Set(
  'debian ubuntu fedora centos opensuse rocky almalinux gentoo arch archlinux kali raspbian portableapps chocolatey scoop winget opsi homebrew flathub snapcrafters bitnami unknown unbekannt none n/a na keine opensource freeware foss gpl diverse various verschiedene inconnu nieznany canonical'.split(' '),
);

/** Words of publishers' names that say nothing about who it is. */
export const GENERIC_VENDOR_WORDS: ReadonlySet<string> = new Set(
  (
    'software systems system systeme technologies technology technologie solutions solution loesungen group gruppe holding international deutschland germany europe emea usa global worldwide the team project projekt community developers ' +
    'development foundation informatik informationssysteme it edv gesellschaft verlag consulting services service research labs studio studios net com org de www open source contributors authors publishing communications computing computer computers products vertriebs ' +
    'ges fuer for und of lab labs authors autoren ao ooo spol s r zrt doo gesmbh asa kk'
  ).split(' '),
);
