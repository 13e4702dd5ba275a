# SPDX-License-Identifier: Apache-2.0
"""Sweeps of a dense Hebbian network in NumPy, in a process of its own, on demand.

Started by the bench module. Says `ready VERSION` on one line. Then, for each line
`BODIES SPINS PATTERNS EXAMPLES QUALITY TEMPERATURE SECONDS THREADS` on its standard input it runs
heat-bath sweeps of one replica that started at an archetype for so long (always on one thread) and
prints sweeps a second of processor time and of wall time, and the overlap with the archetype. Arrays are float32, spin by spin, and the
power sums of every pattern follow the flips. Ends with its input. Exit code 3: NumPy is missing.
"""
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(3)


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
        factorial = 6 if bodies == 3 else 24
        self.scale = factorial / (2 * spins ** (bodies - 1))
        self.beta = 1 / temperature

    def field(self, i):
        y = self.y[i]
        x = y * self.s[i]
        q1 = self.p1 - x
        q2 = self.p2 - y * y
        if self.bodies == 3:
            return self.scale * np.dot(y, (q1 * q1 - q2) / 2)
        q3 = self.p3 - x * x * x
        return self.scale * np.dot(y, (q1 * (q1 * q1 - 3 * q2) + 2 * q3) / 6)

    def sweep(self):
        spins = len(self.s)
        uniforms = self.random.random(spins)
        for k, i in enumerate(self.random.permutation(spins)):
            up = 1 / (1 + np.exp(-2 * self.beta * self.field(i)))
            new = 1.0 if uniforms[k] < up else -1.0
            if new != self.s[i]:
                y = self.y[i]
                self.p1 += 2 * new * y
                self.p3 += 2 * new * y * y * y
                self.s[i] = new

    def overlap(self):
        return float(np.mean(self.archetype * self.s))


print("ready NumPy", np.__version__, flush=True)
held = {}
for line in sys.stdin:
    words = line.split()
    case = (*map(int, words[:4]), *map(float, words[4:6]))
    if case not in held:
        held[case] = Network(*case)
    network, sweeps = held[case], 0
    start, processor = time.perf_counter(), time.thread_time()
    while time.perf_counter() < start + float(words[6]):
        network.sweep()
        sweeps += 1
    processor, wall = time.thread_time() - processor, time.perf_counter() - start
    print(sweeps / processor, sweeps / wall, network.overlap(), flush=True)
