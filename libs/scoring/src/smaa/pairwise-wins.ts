// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Counts, for every pair of candidates, the draws in which one ranks before the other.
 *
 * Ranks of several draws share one 32-bit word (three lanes of 10 bits up to 512 candidates, two of 16 bits up to 32,768), with a guard bit above each rank:
 * `(rankᵢ | guard) − rankⱼ` keeps the guard exactly where rankᵢ ≥ rankⱼ, so that one subtraction compares all lanes.
 */
export class PairwiseWins {
  /** `[i · count + j]`, i < j: draws in which j ranks before i or beside it. */
  private readonly notBefore: Uint32Array;
  /** `[i · count + j]`, i < j: draws in which both share a rank. */
  private readonly ties: Uint32Array;
  private readonly lanes: number;
  private readonly laneBits: number;
  private readonly packed: Int32Array;
  private readonly words: number;
  private filled = 0;
  private draws = 0;

  /** @param block draws that are kept before they are counted */
  constructor(
    private readonly count: number,
    private readonly block: number,
  ) {
    [this.lanes, this.laneBits] = count <= 512 ? [3, 10] : [2, 16];
    this.words = Math.ceil(block / this.lanes);
    this.packed = new Int32Array(count * this.words);
    this.notBefore = new Uint32Array(count * count);
    this.ties = new Uint32Array(count * count);
  }

  /** Takes the ranks of one draw; `order` lists the places from best to worst, ties beside each other. */
  add(ranks: Int32Array, order: Int32Array, hasTies: boolean): void {
    const word = Math.floor(this.filled / this.lanes);
    const shift = (this.filled % this.lanes) * this.laneBits;
    for (let place = 0, at = word; place < this.count; place++, at += this.words) this.packed[at]! |= ranks[place]! << shift;
    if (hasTies) this.addTies(ranks, order);
    if (++this.filled === this.block) this.flush();
  }

  /** Share of draws in which `one` ranks strictly before `other`, 0…1; a candidate never ranks before itself. */
  share01(one: number, other: number): number {
    this.flush();
    if (one === other || this.draws === 0) return 0;
    const [i, j] = one < other ? [one, other] : [other, one];
    const notBefore = this.notBefore[i * this.count + j]!;
    return (one < other ? this.draws - notBefore : notBefore - this.ties[i * this.count + j]!) / this.draws;
  }

  private addTies(ranks: Int32Array, order: Int32Array): void {
    for (let first = 0; first < this.count; first++) {
      for (let next = first + 1; next < this.count && ranks[order[next]!] === ranks[order[first]!]; next++) {
        this.ties[order[first]! * this.count + order[next]!]!++;
      }
    }
  }

  private flush(): void {
    const padding = Math.ceil(this.filled / this.lanes) * this.lanes - this.filled;
    if (this.filled > 0) countNotBefore(this.packed, this.count, this.words, Math.ceil(this.filled / this.lanes), this.laneBits, padding, this.notBefore);
    this.draws += this.filled;
    this.filled = 0;
    this.packed.fill(0);
  }
}

/** A lane holds at most 2^laneBits − 1 comparisons; a block of draws stays far below. Lanes beyond the last draw compare 0 with 0 and are taken off. */
function countNotBefore(packed: Int32Array, count: number, stride: number, words: number, laneBits: number, padding: number, into: Uint32Array): void {
  const ones = laneBits === 10 ? 0x0010_0401 : 0x0001_0001;
  const guards = ones << (laneBits - 1);
  const mask = (1 << laneBits) - 1;
  const row = new Int32Array(words);
  for (let i = 0; i < count; i++) {
    for (let word = 0; word < words; word++) row[word] = packed[i * stride + word]! | guards;
    for (let j = i + 1; j < count; j++) {
      const at = j * stride;
      let sums = 0;
      for (let word = 0; word < words; word++) sums = (sums + (((row[word]! - packed[at + word]!) >>> (laneBits - 1)) & ones)) | 0;
      const third = laneBits === 10 ? (sums >>> 20) & mask : 0;
      into[i * count + j]! += (sums & mask) + ((sums >>> laneBits) & mask) + third - padding;
    }
  }
}
