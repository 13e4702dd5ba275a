# SPDX-License-Identifier: Apache-2.0
"""Solves the replica-symmetric equations with SciPy, in a process of its own, on demand.

Started by the bench module. Says `ready VERSIONS` on one line and reads one line of points, four
numbers each: BODIES LOAD TEMPERATURE DATASET_ENTROPY. Then, for each line `FORM SECONDS` it solves all
points again and again for so long and prints the shortest time in milliseconds a point, and every m.
Both forms call scipy.optimize.root from the archetype:

    plain  the equations as they are written, by a trapezoid of 201 nodes in each variable
    best   one normal field, Stein's identity for n, exact derivatives, and as many nodes as the field
           needs, all four moments in one product

Ends with its input. Exit code 3: NumPy or SciPy is missing.
"""
import sys
import time

try:
    import numpy as np
    import scipy
    from scipy.optimize import root
except ImportError:
    sys.exit(3)

OPTIONS = {"xtol": 1e-13}
Z = np.linspace(-8.5, 8.5, 201)
W = np.exp(-Z * Z / 2)
W /= W.sum()
X, WX = Z[:, None], np.outer(W, W)


def plain(bodies, load, temperature, rho):
    beta, norm = 1 / temperature, np.sqrt(1 + rho)
    etahat = 1 + np.sqrt(rho) * X

    def tanh(n, q):
        noise = np.sqrt(load * bodies * abs(q) ** (bodies - 1) / 2)
        return np.tanh(beta * (bodies / 2 * n ** (bodies - 1) * etahat / norm + noise * Z))

    def rest(state):
        t = tanh(*state)
        return [np.sum(WX * etahat * t) / norm - state[0], np.sum(WX * t * t) - state[1]]

    found = root(rest, [1 / norm, 1], options=OPTIONS)
    return np.sum(WX * tanh(*found.x))


GRIDS = {}


def grid(sd):
    level = max(0, int(np.ceil(2 * np.log2(max(sd, 1e-9) / 0.55))))
    if level not in GRIDS:
        z = np.arange(-8.6, 8.6, 0.5 / np.sqrt(2) ** level)
        w = np.exp(-z * z / 2)
        GRIDS[level] = z, w / w.sum()
    return GRIDS[level]


def best(bodies, load, temperature, rho):
    beta, norm, p = 1 / temperature, (1 + rho) ** 0.5, bodies - 1
    scale, noise = beta * bodies / 2 / norm, beta * beta * load * bodies / 2

    def moments(n, q):
        a = scale * n**p
        sd = (rho * a * a + noise * abs(q) ** p) ** 0.5
        z, w = grid(sd)
        t = np.tanh(a + sd * z)
        wt, square = w * t, t * t
        return a, wt.sum(), wt @ t, wt @ square, (wt * t) @ square

    def rest(state):
        n, q = state
        a, t1, t2, t3, t4 = moments(n, q)
        slope, by_q = p * scale * n ** (p - 1), p * noise * abs(q) ** (p - 1)
        by_n = 2 * rho * a * slope
        odd, bend, sech2 = t1 - t3, 1 - 4 * t2 + 3 * t4, 1 - t2
        qn, qq = 2 * odd * slope + bend * by_n, bend * by_q
        nn = (sech2 * slope - odd * by_n + rho * (slope * sech2 - a * qn)) / norm
        nq = (-odd * by_q - rho * a * qq) / norm
        return (
            np.array([(t1 + rho * a * sech2) / norm - n, t2 - q]),
            np.array([[nn - 1, nq], [qn, qq - 1]]),
        )

    found = root(rest, [1 / norm, 1], jac=True, options=OPTIONS)
    return moments(*found.x)[1]


print(f"ready SciPy {scipy.__version__}, NumPy {np.__version__}", flush=True)
words = sys.stdin.readline().split()
points = [
    (int(words[i]), *map(float, words[i + 1 : i + 4])) for i in range(0, len(words), 4)
]
for line in sys.stdin:
    form, seconds = {"plain": plain, "best": best}[line.split()[0]], float(line.split()[1])
    shortest, end = float("inf"), time.perf_counter() + seconds
    while True:
        start = time.perf_counter()
        overlaps = [form(*point) for point in points]
        shortest = min(shortest, time.perf_counter() - start)
        if time.perf_counter() > end:
            break
    print(1000 * shortest / len(points), *overlaps, flush=True)
