// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Words of phrases like "for Windows": a preposition, and the platforms that may follow it without making another product. */
export const PLATFORM_PREPOSITIONS: ReadonlySet<string> = new Set(['for', 'fuer', 'fur', 'pour', 'dla', 'on', 'unter', 'sous']);
export const PLATFORMS: ReadonlySet<string> = new Set(['windows', 'win', 'microsoft', 'linux', 'mac', 'macos', 'osx', 'os', 'unix', 'debian', 'ubuntu', 'pc']);
