// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { APK_LISTING } from '../apk/apk-listing.js';
import { APT_LISTING } from '../apt/apt-listing.js';
import { DPKG_LISTING } from '../dpkg/dpkg-listing.js';
import { DPKG_QUERY_LISTING } from '../dpkg/dpkg-query-listing.js';
import { FLATPAK_LISTING } from '../flatpak/flatpak-listing.js';
import { PACMAN_LISTING } from '../pacman/pacman-listing.js';
import { RPM_LISTING } from '../rpm/rpm-listing.js';
import { SNAP_LISTING } from '../snap/snap-listing.js';
import { WINGET_LISTING } from '../winget/winget-listing.js';
import type { Listing } from './listing.js';

/** Listings that are known, surer ones first. */
export const LISTINGS: readonly Listing[] = [WINGET_LISTING, DPKG_LISTING, SNAP_LISTING, APT_LISTING, APK_LISTING, RPM_LISTING, FLATPAK_LISTING, PACMAN_LISTING, DPKG_QUERY_LISTING];

const LOOKED_AT_LINES = 200;

/**
 * Tells a listing by the beginning of its text.
 *
 * @param isWhole false where the last line may be cut
 */
export function detectListing(text: string, isWhole: boolean): Listing | null {
  const all = text.split(/\r\n|\r|\n/, LOOKED_AT_LINES + 1);
  const complete = all.length <= LOOKED_AT_LINES && isWhole ? all : all.slice(0, -1);
  const lines = complete.filter((line) => line.trim() !== '');
  return lines.length === 0 ? null : (LISTINGS.find((listing) => listing.detect(lines)) ?? null);
}
