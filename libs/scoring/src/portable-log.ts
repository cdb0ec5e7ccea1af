// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const LN2 = 0.693_147_180_559_945_3;

/**
 * Natural logarithm from additions, multiplications and divisions alone, so that every machine gives the same last bit (the language leaves
 * `Math.log` to the engine).
 *
 * @param value finite and greater than 0
 * @returns ln(value), exact to about 1e-15 relative to the larger of 1 and the result
 * @source series of the inverse hyperbolic tangent: ln m = 2·(y + y³/3 + y⁵/5 + …) with y = (m − 1)/(m + 1)
 */
export function portableLog(value: number): number {
  let mantissa = value;
  let doublings = 0;
  for (; mantissa >= 1.5; doublings++) mantissa /= 2;
  for (; mantissa < 0.75; doublings--) mantissa *= 2;
  const y = (mantissa - 1) / (mantissa + 1);
  const square = y * y;
  let sum = 0;
  for (let odd = 27; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return 2 * y * sum + doublings * LN2;
}
