// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Provider } from './provider.js';

/** How people get in here. */
export interface AccessSettings {
  /** The token of the data folder; null where a provider signs people in. */
  readonly localToken: string | null;
  /** Address under which browsers reach the program; null where it is the one it listens on. */
  readonly publicUrl: string | null;
  /** Whether strangers see the public view. */
  readonly isPublicViewOn: boolean;
  readonly sessionHours: number;
  /** So long after somebody was last seen it is forgotten who they are. */
  readonly forgetAfterDays: number;
  /** Who signs people in; null where the person at this machine is the only one. */
  readonly provider: Provider | null;
}

/** Name under which the settings are provided. */
export const ACCESS_SETTINGS = Symbol('ACCESS_SETTINGS');

/** Whether browsers reach the program over TLS. */
export function isSecure({ publicUrl }: AccessSettings): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}
