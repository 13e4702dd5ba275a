# SPDX-License-Identifier: Apache-2.0
"""What is measured of the spikes of a reference network, in every simulator and in `engram` alike.

The rate and the variation of intervals are those of all excitatory neurons, correlations those of the
first hundred of them, all after a transient that is discarded.
"""
import numpy as np

TRANSIENT_MS = {"coba": 500.0, "cuba": 500.0, "brunel": 200.0, "hpc": 100.0, "column": 500.0}
SAMPLE = 100
BIN_MS = 5.0


def statistics(times_ms, neurons, size, begin_ms, end_ms):
    """Rate in 1/s; mean coefficient of variation over neurons with two intervals or more; mean correlation
    of spike counts in bins over pairs of neurons of the sample that fired."""
    times_ms, neurons = np.asarray(times_ms), np.asarray(neurons)
    kept = (times_ms > begin_ms) & (times_ms <= end_ms)
    times_ms, neurons = times_ms[kept], neurons[kept]
    order = np.lexsort((times_ms, neurons))
    times_ms, neurons = times_ms[order], neurons[order]
    borders = np.searchsorted(neurons, np.arange(size + 1))
    variations, counts = [], []
    edges = np.arange(begin_ms, end_ms + BIN_MS / 2, BIN_MS)
    for i in range(size):
        own = times_ms[borders[i]:borders[i + 1]]
        intervals = np.diff(own)
        if len(intervals) >= 2:
            variations.append(np.std(intervals) / np.mean(intervals))
        if i < SAMPLE and len(own) > 0:
            counts.append(np.histogram(own, edges)[0])
    pairs = np.corrcoef(np.array(counts))[np.triu_indices(len(counts), 1)] if len(counts) > 1 else np.array([np.nan])
    return {
        "rate": len(times_ms) / size / (end_ms - begin_ms) * 1000,
        "cv": float(np.mean(variations)) if variations else float("nan"),
        "correlation": float(np.mean(pairs))}
