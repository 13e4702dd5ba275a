# SPDX-License-Identifier: Apache-2.0
"""Sweeps of a dense Hebbian network in Numba, in a process of its own, on demand.

The same protocol and the same arrays as dense_numpy.py; the loops over spins and patterns are
compiled, with the freedom to reorder sums (fastmath), so that they run in vectors. Exit code 3: NumPy
or Numba is missing.
"""
import sys
import time

try:
    import numba
    import numpy as np
except ImportError:
    sys.exit(3)


@numba.njit(fastmath=True)
def field3(y, s, p1, p2):
    total = np.float32(0)
    for mu in range(y.size):
        q1 = p1[mu] - y[mu] * s
        total += y[mu] * (q1 * q1 - (p2[mu] - y[mu] * y[mu]))
    return total / np.float32(2)


@numba.njit(fastmath=True)
def field4(y, s, p1, p2, p3):
    total = np.float32(0)
    for mu in range(y.size):
        x = y[mu] * s
        square = x * x
        q1 = p1[mu] - x
        q2 = p2[mu] - square
        q3 = p3[mu] - square * x
        total += y[mu] * (q1 * (q1 * q1 - np.float32(3) * q2) + np.float32(2) * q3)
    return total / np.float32(6)


@numba.njit(fastmath=True)
def sweep(bodies, y, s, p1, p2, p3, order, uniforms, scale, beta):
    for k in range(order.size):
        i = order[k]
        if bodies == 3:
            h = scale * field3(y[i], s[i], p1, p2)
        else:
            h = scale * field4(y[i], s[i], p1, p2, p3)
        up = 1 / (1 + np.exp(-2 * beta * h))
        new = np.float32(1) if uniforms[k] < up else np.float32(-1)
        if new != s[i]:
            change = np.float32(2) * new
            row = y[i]
            for mu in range(row.size):
                p1[mu] += change * row[mu]
                p3[mu] += change * row[mu] * row[mu] * row[mu]
            s[i] = new


class Network:
    def __init__(self, bodies, spins, patterns, examples, quality, temperature):
        self.random = np.random.default_rng(1)
        archetypes = self.random.choice(np.array([-1, 1], np.float32), (spins, patterns))
        right = self.random.binomial(examples, (1 + quality) / 2, (spins, patterns))
        moment = quality**2 + (1 - quality**2) / examples
        means = archetypes * (2 * right - examples) / (examples * np.sqrt(moment))
        self.y = means.astype(np.float32)
        self.archetype = archetypes[:, 0].copy()
        self.s = archetypes[:, 0].copy()
        x = self.y * self.s[:, None]
        self.p1 = x.sum(0)
        self.p2 = (x * x).sum(0)
        self.p3 = (x * x * x).sum(0)
        self.bodies = bodies
        self.scale = (6 if bodies == 3 else 24) / (2 * spins ** (bodies - 1))
        self.beta = 1 / temperature

    def sweep(self):
        spins = len(self.s)
        order, uniforms = self.random.permutation(spins), self.random.random(spins)
        sweep(
            self.bodies, self.y, self.s, self.p1, self.p2, self.p3,
            order, uniforms, self.scale, self.beta,
        )

    def overlap(self):
        return float(np.mean(self.archetype * self.s))


print("ready Numba", numba.__version__, flush=True)
held = {}
for line in sys.stdin:
    words = line.split()
    case = (*map(int, words[:4]), *map(float, words[4:6]))
    if case not in held:
        held[case] = Network(*case)
        held[case].sweep()
    network, sweeps = held[case], 0
    start, processor = time.perf_counter(), time.thread_time()
    while time.perf_counter() < start + float(words[6]):
        network.sweep()
        sweeps += 1
    processor, wall = time.thread_time() - processor, time.perf_counter() - start
    print(sweeps / processor, sweeps / wall, network.overlap(), flush=True)
