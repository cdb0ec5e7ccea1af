// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Who is signed in, and the way out. Empty until the server knows people. */
export function SignedIn() {
  return null;
}
