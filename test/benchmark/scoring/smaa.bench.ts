// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runToEnd, sampleAcceptability, type UncertainCandidate } from '#scoring';
import { nextUniform, randomStream } from '../../../libs/scoring/src/smaa/random-stream.js';
import { weightSampler } from '../../../libs/scoring/src/smaa/weight-sampler.js';
import { medianOf, rangeOf, type BenchContext, type BenchResult } from '../benchmark.js';

export const name = 'scoring-smaa';

const SEED = 2021;
const SIZE = { samples: 10_000, candidates: 500, criteria: 14 };
const AGREEMENT_SAMPLES = 600;
const bounds = Array.from({ length: SIZE.criteria }, () => ({ min01: 0, max01: 1 }));

/**
 * SMAA-2 against the same in vectorised NumPy. First both must agree: NumPy draws the same numbers (its own xoshiro128** in all candidates at once, our
 * weights handed over) and has to give the same rank and pairwise counts. Then each side draws by its own generator, in turn.
 */
export async function run({ rootFolder, rounds, say }: BenchContext): Promise<readonly BenchResult[]> {
  const candidates = inventCandidates();
  const numpy = startNumpy(join(rootFolder, 'test/benchmark/scoring/smaa-numpy.py'));
  try {
    await numpy.ask({ low: table(candidates, 'low'), high: table(candidates, 'high') });
    await checkAgreement(candidates, numpy.ask);
    say(`both sides give the same rank counts and pairwise counts on ${AGREEMENT_SAMPLES} samples drawn alike`);
    sample(candidates, SIZE.samples);
    await numpy.ask({ samples: SIZE.samples });
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      sample(candidates, SIZE.samples);
      ours.push(performance.now() - start);
      theirs.push(Number((await numpy.ask({ samples: SIZE.samples })).milliseconds));
    }
    const [own, rival] = [medianOf(ours), medianOf(theirs)];
    return [
      {
        benchmark: `${name}: ${SIZE.samples} × ${SIZE.candidates} × ${SIZE.criteria}`,
        ours: `${own.toFixed(0)} ms`,
        rival: `NumPy ${rival.toFixed(0)} ms`,
        ratio: own / rival,
        goal: '≤ 1',
        spread: rangeOf(ours.map((time, round) => time / theirs[round]!)),
        note: `time to NumPy's time, with the pairwise winning index; peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
      },
    ];
  } finally {
    numpy.stop();
  }
}

function sample(candidates: readonly UncertainCandidate[], samples: number) {
  return runToEnd(sampleAcceptability(bounds, candidates, { seed: SEED, samples, pairwise: true }));
}

function inventCandidates(): UncertainCandidate[] {
  const invent = randomStream(SEED, 'problem');
  return Array.from({ length: SIZE.candidates }, (_, index) => ({
    id: `candidate ${index}`,
    gates: [],
    utilities01: bounds.map(() => {
      const [one, other] = [nextUniform(invent), nextUniform(invent)];
      return { low: Math.min(one, other), high: Math.max(one, other) };
    }),
  }));
}

function table(candidates: readonly UncertainCandidate[], end: 'low' | 'high'): number[][] {
  return candidates.map((candidate) => candidate.utilities01.map((utility) => utility[end]));
}

async function checkAgreement(candidates: readonly UncertainCandidate[], ask: Ask): Promise<void> {
  const draw = weightSampler(bounds, randomStream(SEED, '\u0000weights'));
  const weights = new Float64Array(AGREEMENT_SAMPLES * SIZE.criteria);
  for (let row = 0; row < AGREEMENT_SAMPLES; row++) draw(weights, row * SIZE.criteria);
  const states = candidates.map(({ id }) => [...randomStream(SEED, id).state].map((word) => word >>> 0));
  const theirs = (await ask({ weights: [...weights], states })) as { ranks: number[][]; wins: number[][] };
  const ours = sample(candidates, AGREEMENT_SAMPLES);
  const counted = (share01: number) => Math.round(share01 * AGREEMENT_SAMPLES);
  for (let one = 0; one < SIZE.candidates; one++) {
    for (let other = 0; other < SIZE.candidates; other++) {
      const isSame =
        counted(ours.rankAcceptability01(one, other + 1)) === theirs.ranks[one]![other] && counted(ours.pairwiseWinning01!(one, other)) === theirs.wins[one]![other];
      if (!isSame) throw new Error(`the sides differ at candidates ${one} and ${other}`);
    }
  }
}

type Ask = (question: object) => Promise<Record<string, unknown>>;

function startNumpy(script: string): { ask: Ask; stop: () => void } {
  const child = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const answer = await answers.next();
      if (answer.done) throw new Error('python3 ended without an answer; it needs NumPy (Debian: python3-numpy)');
      return JSON.parse(answer.value) as Record<string, unknown>;
    },
    stop: () => child.stdin.end(),
  };
}
