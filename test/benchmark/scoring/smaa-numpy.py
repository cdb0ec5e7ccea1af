# SPDX-FileCopyrightText: 2026 Fahrplan contributors
# SPDX-License-Identifier: EUPL-1.2
"""SMAA-2 in vectorised NumPy: the rival of smaa.mjs. Reads one JSON question a line, answers one a line."""
import json
import sys
import time

import numpy as np

BLOCK = 250


def count(scores, ranks, wins):
    """Adds a block of draws (draws x candidates) to the counts of ranks and of pairwise wins."""
    draws, candidates = scores.shape
    order = np.argsort(-scores, axis=1)
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.arange(candidates)[None, :], axis=1)
    ranks += np.bincount((np.arange(candidates)[None, :] * candidates + rank).ravel(), minlength=candidates**2).reshape(candidates, candidates)
    small = np.ascontiguousarray(rank.T.astype(np.int16))
    # Comparing 16-bit ranks draw by draw, summed as bytes: the fastest of the forms tried (float scores, one-candidate rows, einsum).
    for one in range(candidates):
        wins[one] += np.count_nonzero(small[one][None, :] < small, axis=1)
    return order[:, 0]


def uniforms(state):
    """One step of xoshiro128** in every lane (Blackman & Vigna)."""
    a, b, c, d = state
    product = b * np.uint32(5)
    result = ((product << np.uint32(7)) | (product >> np.uint32(25))) * np.uint32(9)
    shifted = b << np.uint32(9)
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    state[3] = (d << np.uint32(11)) | (d >> np.uint32(21))
    return result.view(np.int32) * 2.0**-32 + 0.5


def replay(low, span, weights, states):
    """The same draws as the other side: weights given, inputs from one generator per candidate."""
    candidates, criteria = low.shape
    state = [np.array(column, dtype=np.uint32) for column in zip(*states)]
    ranks = np.zeros((candidates, candidates), dtype=np.int64)
    wins = np.zeros((candidates, candidates), dtype=np.int64)
    scores = np.empty((len(weights), candidates))
    for draw, row in enumerate(weights):
        drawn = np.column_stack([uniforms(state) for _ in range(criteria)])
        scores[draw] = (low + span * drawn) @ row
    count(scores, ranks, wins)
    return {"ranks": ranks.tolist(), "wins": wins.tolist()}


def sample(low, span, samples):
    """The whole of SMAA-2 with NumPy's own generator, in blocks that stay in the cache."""
    candidates, criteria = low.shape
    random = np.random.Generator(np.random.SFC64(2021))
    ranks = np.zeros((candidates, candidates), dtype=np.int64)
    wins = np.zeros((candidates, candidates), dtype=np.int64)
    central = np.zeros((candidates, criteria))
    for start in range(0, samples, BLOCK):
        draws = min(BLOCK, samples - start)
        cuts = np.sort(random.random((draws, criteria - 1)), axis=1)
        weights = np.diff(cuts, axis=1, prepend=0.0, append=1.0)
        drawn = random.random((draws, candidates, criteria))
        drawn *= span
        drawn += low
        scores = np.matmul(drawn, weights[:, :, None])[:, :, 0]
        first = count(scores, ranks, wins)
        np.add.at(central, first, weights)
    return ranks, wins, central


def main():
    problem = json.loads(sys.stdin.readline())
    low = np.array(problem["low"])
    span = np.array(problem["high"]) - low
    print("{}", flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        if "weights" in question:
            weights = np.array(question["weights"]).reshape(-1, low.shape[1])
            print(json.dumps(replay(low, span, weights, question["states"])), flush=True)
        else:
            start = time.perf_counter()
            sample(low, span, question["samples"])
            print(json.dumps({"milliseconds": (time.perf_counter() - start) * 1000}), flush=True)


main()
