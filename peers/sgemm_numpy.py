# SPDX-License-Identifier: Apache-2.0
"""Times NumPy's product of float32 matrices in a process of its own, on demand.

Started by the bench module, with the number of threads in the environment. Says one line when it is
ready: `ready VERSION`. Then, for each line `SIZE SECONDS` on its standard input, it multiplies two
square matrices again and again for so long and prints the shortest time in seconds. Ends with its
input. Exit code 3: NumPy is not installed.
"""
import sys
import time

try:
    import numpy
except ImportError:
    sys.exit(3)

print("ready", numpy.__version__, flush=True)
random = numpy.random.default_rng(1)
held = {}
for line in sys.stdin:
    size, seconds = int(line.split()[0]), float(line.split()[1])
    if size not in held:
        held[size] = tuple(random.standard_normal((size, size), dtype=numpy.float32) for _ in range(3))
    a, b, c = held[size]
    shortest = float("inf")
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        numpy.matmul(a, b, out=c)
        shortest = min(shortest, time.perf_counter() - start)
    print(shortest, flush=True)
