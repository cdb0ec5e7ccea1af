// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '#kernel';
import { mutate } from './mutate.js';
import { targets } from './targets.js';

export interface FuzzOrder {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  readonly until: number;
  /** The input that is being read, for whoever watches the time. */
  readonly at: SharedArrayBuffer;
}

export interface FuzzReport {
  readonly accepted: number;
  readonly refused: number;
  readonly faults: readonly { readonly index: number; readonly message: string }[];
}

/** Input number so and so of a target, as a seed of its own: each can be made again alone. */
export function inputOf(target: string, seed: number, index: number): Uint8Array {
  return mutate(targets[target]!.samples, seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)));
}

if (parentPort && workerData) {
  const { target, seed, from, until, at } = workerData as FuzzOrder;
  const place = new Int32Array(at);
  const faults: { index: number; message: string }[] = [];
  let accepted = 0;
  let refused = 0;
  for (let index = from; index < until; index++) {
    Atomics.store(place, 0, index);
    try {
      if (await targets[target]!.read(inputOf(target, seed, index))) accepted++;
      else refused++;
    } catch (failure) {
      faults.push({ index, message: String((failure as Error).stack ?? failure).split('\n').slice(0, 4).join(' | ') });
    }
  }
  parentPort.postMessage({ accepted, refused, faults } satisfies FuzzReport);
}
