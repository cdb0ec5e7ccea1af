// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits that nobody can guess, as text that fits into an address or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. One round is enough: nobody can try 256 bits out. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
