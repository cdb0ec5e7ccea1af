// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
let controller: AbortController | null = null;

/**
 * Aborted at Ctrl-C or a polite end signal; the second one ends the program at once. Commands that do not ask for it end at the first, as programs do.
 */
export function interruption(): AbortSignal {
  if (controller === null) {
    const first = (controller = new AbortController());
    const stop = (): void => {
      if (first.signal.aborted) process.exit(1);
      first.abort();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  }
  return controller.signal;
}
