// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const SMALLEST = 1024;
const FULLEST_01 = 0.6;

/**
 * Tells whether a text was seen before, of which only 53 bits of a digest are kept: 16 to 27 bytes each, however long the texts are.
 *
 * Two different texts are taken for the same with a chance of n²/2⁵⁴: one in 70,000 at half a million texts.
 *
 * @source FNV-1a and MurmurHash3's finaliser (both in the public domain)
 */
export class SeenTexts {
  private slots = new Float64Array(SMALLEST);
  private size = 0;

  /** Takes note of a text; false where it was there already. */
  add(text: string): boolean {
    if (this.size > this.slots.length * FULLEST_01) this.grow();
    if (!insert(this.slots, digest(text))) return false;
    this.size++;
    return true;
  }

  private grow(): void {
    const larger = new Float64Array(this.slots.length * 2);
    for (const entry of this.slots) if (entry !== 0) insert(larger, entry);
    this.slots = larger;
  }
}

function insert(slots: Float64Array, entry: number): boolean {
  const mask = slots.length - 1;
  let at = entry % slots.length;
  while (slots[at] !== 0) {
    if (slots[at] === entry) return false;
    at = (at + 1) & mask;
  }
  slots[at] = entry;
  return true;
}

/** A whole number from 1 to 2⁵³. */
function digest(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x5bd1e995);
  }
  return (mixed(first) >>> 0) * 2_097_152 + (mixed(second ^ text.length) >>> 11) + 1;
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
