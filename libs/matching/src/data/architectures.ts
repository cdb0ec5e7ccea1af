// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Words that name a processor architecture, folded. */
export const ARCHITECTURE_WORDS: ReadonlyMap<string, 'x64' | 'x86' | 'arm64'> = new Map([
  ['x64', 'x64'], ['amd64', 'x64'], ['win64', 'x64'], ['64bit', 'x64'], ['64bits', 'x64'], ['em64t', 'x64'], ['64bitowy', 'x64'], ['x86_64', 'x64'],
  ['x86', 'x86'], ['i386', 'x86'], ['i486', 'x86'], ['i586', 'x86'], ['i686', 'x86'], ['win32', 'x86'], ['32bit', 'x86'], ['32bits', 'x86'], ['ia32', 'x86'],
  ['arm64', 'arm64'], ['aarch64', 'arm64'],
]);

/** The word after a number of bits: `64 Bit`, `64-bit`, `64 bits`, `64-bitowy`. */
export const BIT_WORDS: ReadonlySet<string> = new Set(['bit', 'bits', 'bitowy', 'bitowa', 'bitversion']);
