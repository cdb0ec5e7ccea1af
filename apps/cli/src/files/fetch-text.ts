// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';

const LONGEST_WAIT_MS = 60_000;
const MOST_REDIRECTS = 5;

/** Codes by which Node.js says that a certificate is not to be trusted. */
const NOT_TRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/;

/**
 * Gets a text from an address that the user named: https only, also on the way there, and not more than `mostBytes`.
 *
 * @param waitMs longest time until all of it has to be there
 * @throws CommandFailure `CLI.ADDRESS_NOT_HTTPS`, `CLI.ADDRESS_NOT_TRUSTED`, `CLI.ADDRESS_TOO_SLOW`, `CLI.ADDRESS_UNREADABLE`, `CLI.FILE_TOO_LONG`
 */
export async function fetchText(address: string, mostBytes: number, waitMs = LONGEST_WAIT_MS): Promise<string> {
  const unreadable = (reason: string): CommandFailure => new CommandFailure({ code: 'CLI.ADDRESS_UNREADABLE', file: address, reason }, ExitStatus.FAILED);
  const broken = (failure: Error & { cause?: NodeJS.ErrnoException }): CommandFailure => {
    if (failure instanceof CommandFailure) return failure;
    const reason = failure.cause?.code ?? failure.message;
    if (failure.name === 'TimeoutError') return new CommandFailure({ code: 'CLI.ADDRESS_TOO_SLOW', file: address, seconds: waitMs / 1_000 }, ExitStatus.FAILED);
    return NOT_TRUSTED.test(reason) ? new CommandFailure({ code: 'CLI.ADDRESS_NOT_TRUSTED', file: address, reason }, ExitStatus.FAILED) : unreadable(reason);
  };
  const signal = AbortSignal.timeout(waitMs);
  let next = address;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    if (!URL.canParse(next) || new URL(next).protocol !== 'https:') throw new CommandFailure({ code: 'CLI.ADDRESS_NOT_HTTPS', file: next });
    const response = await fetch(next, { redirect: 'manual', signal, headers: { accept: 'application/json' } }).catch((failure: Error & { cause?: NodeJS.ErrnoException }) => {
      throw broken(failure);
    });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      next = URL.canParse(location, next) ? new URL(location, next).href : location;
      continue;
    }
    if (!response.ok || response.body === null) throw unreadable(`HTTP ${response.status}`);
    return await readBounded(response.body, address, mostBytes).catch((failure: Error & { cause?: NodeJS.ErrnoException }) => {
      throw broken(failure);
    });
  }
  throw unreadable(`> ${MOST_REDIRECTS} redirects`);
}

async function readBounded(body: AsyncIterable<Uint8Array>, address: string, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new CommandFailure({ code: 'CLI.FILE_TOO_LONG', file: address, most: mostBytes });
    pieces.push(decoder.decode(piece, { stream: true }));
  }
  return pieces.join('') + decoder.decode();
}
