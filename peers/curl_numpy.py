# SPDX-License-Identifier: Apache-2.0
"""Steps of curl descent in NumPy, in a process of its own, on demand.

Started by the bench module. Says `ready VERSION` on one line. Then, for each line
`FORM INPUTS HIDDEN EXAMPLES SECONDS` on its standard input it takes full-batch steps for so long and
prints steps a second of processor time. FORM is `covariance` (identity units, the inputs' second
moment) or `examples` (tanh units, every example). Double precision; one flipped hidden unit; norms
held after every step. Ends with its input. Exit code 3: NumPy is missing.
"""
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(3)


class Learner:
    def __init__(self, form, inputs, hidden, examples):
        random = np.random.default_rng(1)
        self.form = form
        self.w1 = random.uniform(-1, 1, (hidden, inputs)) / np.sqrt(inputs)
        self.w2 = random.uniform(-1, 1, (1, hidden)) / np.sqrt(hidden)
        t1 = random.uniform(-1, 1, (hidden, inputs)) / np.sqrt(inputs)
        t2 = random.uniform(-1, 1, (1, hidden)) / np.sqrt(hidden)
        self.x = random.normal(0, np.sqrt(0.5), (inputs, examples))
        self.y = np.tanh(t2 @ np.tanh(t1 @ self.x))
        self.teacher = t2 @ t1
        self.moment = self.x @ self.x.T / examples
        self.d2 = np.ones((1, hidden))
        self.d2[0, 0] = -1
        self.norms = np.linalg.norm(self.w1), np.linalg.norm(self.w2)

    def sums(self):
        if self.form == "covariance":
            weighted = (self.w2 @ self.w1 - self.teacher) @ self.moment
            return self.w2.T @ weighted, weighted @ self.w1.T
        h = np.tanh(self.w1 @ self.x)
        e = np.tanh(self.w2 @ h) - self.y
        a = (self.w2.T @ e) * (1 - h * h)
        count = self.x.shape[1]
        return a @ self.x.T / count, e @ h.T / count

    def step(self):
        first, second = self.sums()
        self.w1 -= 0.1 * first
        self.w2 -= 0.1 * (second * self.d2)
        self.w1 *= self.norms[0] / np.linalg.norm(self.w1)
        self.w2 *= self.norms[1] / np.linalg.norm(self.w2)


print("ready NumPy", np.__version__, flush=True)
held = {}
for line in sys.stdin:
    words = line.split()
    case = (words[0], *map(int, words[1:4]))
    if case not in held:
        held[case] = Learner(*case)
    learner, steps = held[case], 0
    start, processor = time.perf_counter(), time.thread_time()
    while time.perf_counter() < start + float(words[4]):
        learner.step()
        steps += 1
    print(steps / (time.thread_time() - processor), flush=True)
