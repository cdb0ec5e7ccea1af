// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ProviderSettings } from '../platform/config/provider-settings.js';
import { ProblemError } from '../platform/problem-error.js';

/** A provider that takes longer does not answer. */
export const LONGEST_ANSWER_MS = 10_000;
/** Far above the keys and documents of any provider. */
const MOST_BYTES = 1024 * 1024;
/** After an answer that was none, nothing more is asked for so long: a flood of tokens does not become a flood of questions. */
const REST_MS = 5_000;

/**
 * The program's way to its provider, and to nobody else: the hosts that were named, whatever a document of the provider says, encrypted unless the provider itself is not, without following a redirect, and no more of an answer than fits.
 */
export class AskProvider {
  private restsUntil = 0;

  constructor(private readonly settings: Pick<ProviderSettings, 'issuer' | 'hosts'>) {}

  /** @throws ProblemError where the host may not be asked, does not answer, answers too much, or did so just now */
  async fetch(address: string, init: RequestInit): Promise<Response> {
    const { host, protocol } = new URL(address);
    const isOpen = protocol !== 'https:' && !this.settings.issuer.startsWith('http:');
    if (!this.settings.hosts.includes(host) || isOpen) throw new ProblemError({ code: 'ACCESS.HOST_NOT_ALLOWED', host: isOpen ? `${protocol}//${host}` : host });
    if (this.isResting) throw this.silence();
    try {
      const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.any([AbortSignal.timeout(LONGEST_ANSWER_MS), ...(init.signal ? [init.signal] : [])]) });
      if (response.status >= 500) throw new Error(`status ${response.status}`);
      const body = await bytesOf(response);
      return new Response(response.status === 204 || response.status === 304 ? null : body, { status: response.status, headers: response.headers });
    } catch {
      throw this.rest();
    }
  }

  get isResting(): boolean {
    return Date.now() < this.restsUntil;
  }

  /** Leaves the provider alone for a while: what it said was none. */
  rest(): ProblemError {
    this.restsUntil = Date.now() + REST_MS;
    return this.silence();
  }

  silence(): ProblemError {
    return new ProblemError({ code: 'ACCESS.PROVIDER_SILENT', issuer: this.settings.issuer });
  }
}

async function bytesOf({ body }: Response): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Error('too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
