// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** How people get in here. */
export interface AccessSettings {
  /** The token of the data folder; null where a provider signs people in. */
  readonly localToken: string | null;
  /** Address under which browsers reach the program; null where it is the one it listens on. */
  readonly publicUrl: string | null;
  /** Whether strangers see the public view. */
  readonly isPublicViewOn: boolean;
  readonly sessionHours: number;
}

/** Name under which the settings are provided. */
export const ACCESS_SETTINGS = Symbol('ACCESS_SETTINGS');

/** Whether browsers reach the program over TLS. */
export function isSecure({ publicUrl }: AccessSettings): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}
