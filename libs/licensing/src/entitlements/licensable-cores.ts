// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A server as core licenses count it. */
export interface CoreHost {
  readonly cores: number;
  readonly processors: number;
}

/**
 * Cores that have to be licensed: of each server at least the minimum per processor and per server, as core licenses of server software usually demand.
 *
 * @param minimumPerProcessor usually 8 @param minimumPerServer usually 16
 */
export function licensableCores(hosts: readonly CoreHost[], minimumPerProcessor: number, minimumPerServer: number): number {
  return hosts.reduce((sum, host) => sum + Math.max(host.cores, host.processors * minimumPerProcessor, minimumPerServer), 0);
}
