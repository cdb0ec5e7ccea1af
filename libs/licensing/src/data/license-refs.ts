// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseClass, Reservation } from './license-row.js';

/** A `LicenseRef-` whose meaning is public, or is ours: what it stands for and what we know of it. */
export interface LicenseRefRow {
  readonly name: string;
  readonly title: string;
  readonly class: LicenseClass;
  readonly reservation?: Reservation;
}

/**
 * References that are understood; every other `LicenseRef-` is unknown. Names with `scancode-` are those of the ScanCode LicenseDB
 * (https://scancode-licensedb.aboutcode.org), the others are this project's own.
 */
export const licenseRefRows: readonly LicenseRefRow[] = [
  { name: 'proprietary', title: 'Proprietary license', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'commercial', title: 'Commercial license', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'freeware', title: 'Freeware', class: 'proprietary', reservation: 'FREE_OF_CHARGE_ONLY' },
  { name: 'shareware', title: 'Shareware', class: 'proprietary', reservation: 'TRIAL_ONLY' },
  { name: 'source-available', title: 'Source available', class: 'source-available', reservation: 'SOURCE_AVAILABLE_ONLY' },
  { name: 'non-commercial', title: 'Free for non-commercial use', class: 'non-commercial', reservation: 'NON_COMMERCIAL' },
  { name: 'personal-use', title: 'Free for personal use', class: 'non-commercial', reservation: 'PERSONAL_USE_ONLY' },
  { name: 'public-domain', title: 'Public domain, without a named dedication', class: 'public-domain' },
  { name: 'scancode-proprietary-license', title: 'Proprietary license', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'scancode-commercial-license', title: 'Commercial license', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'scancode-commons-clause', title: 'Commons Clause License Condition v1.0', class: 'source-available', reservation: 'PAID_DISTRIBUTION' },
  { name: 'scancode-elastic-license-2018', title: 'Elastic License 2018', class: 'source-available', reservation: 'COMPETING_USE' },
  { name: 'scancode-confluent-community-1.0', title: 'Confluent Community License 1.0', class: 'source-available', reservation: 'COMPETING_USE' },
  { name: 'scancode-rsal-2.0', title: 'Redis Source Available License 2.0', class: 'source-available', reservation: 'COMPETING_USE' },
  { name: 'scancode-public-domain', title: 'Public domain', class: 'public-domain' },
  { name: 'scancode-dbad', title: "Don't Be a Dick Public License", class: 'unknown', reservation: 'FIELD_OF_USE' },
  { name: 'scancode-free-unknown', title: 'Freely distributable, terms not stated', class: 'unknown' },
  { name: 'scancode-android-sdk-license', title: 'Android Software Development Kit License', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'scancode-oracle-bcl-javase-javafx-2013', title: 'Oracle Binary Code License for Java SE', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'scancode-ms-net-library-2018-11', title: 'Microsoft .NET Library License 2018-11', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'scancode-ms-net-library-2019-06', title: 'Microsoft .NET Library License 2019-06', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'scancode-indiana-extreme', title: 'Indiana University Extreme! Lab Software License 1.1.1', class: 'permissive' },
  { name: 'scancode-h2-1.0', title: 'H2 License 1.0', class: 'weak-copyleft' },
  { name: 'scancode-here-proprietary', title: 'HERE Proprietary License', class: 'proprietary', reservation: 'PROPRIETARY' },
  { name: 'scancode-timescale-license', title: 'Timescale License', class: 'source-available', reservation: 'COMPETING_USE' },
  { name: 'scancode-cockroachdb-community', title: 'CockroachDB Community License', class: 'source-available', reservation: 'COMPETING_USE' },
  { name: 'Commons-Clause', title: 'Commons Clause License Condition v1.0', class: 'source-available', reservation: 'PAID_DISTRIBUTION' },
  { name: 'scancode-repoze', title: 'Repoze License', class: 'permissive' },
];
