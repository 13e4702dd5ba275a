// SPDX-License-Identifier: Apache-2.0
/// Measurements of speed, as ratios in one run: what the kernel gains over straightforward Java,
/// and where it stands beside NumPy's product of matrices, on the same machine in the same minutes.
///
/// One command, under three minutes: `JAVA_HOME=... bench/run`. Results of a quiet machine stand in
/// `docs/benchmarks.md`, the file of JMH beside it in `bench/baseline.json`.
///
/// Dendritic segments have a command of their own, under 40 seconds: `JAVA_HOME=... bench/run sdr`.
///
/// Sweeps of dense Hebbian networks beside NumPy and Numba, under two minutes: `JAVA_HOME=...
/// bench/run dense`.
///
/// Points of a replica-symmetric phase diagram beside SciPy, under a minute: `JAVA_HOME=...
/// bench/run replica`.
///
/// Hierarchical temporal memory beside htm.java and htm.core is in `engram.bench.htm`: `bench/run
/// htm`; training steps of small nets beside PyTorch and NumPy in `engram.bench.net`: `bench/run
/// nets`; spiking networks beside Brian2 and NEST in `engram.bench.spiking`: `bench/run spiking`.
///
/// Reading order: [engram.bench.Bench], then the benchmarks ([engram.bench.ReductionBenchmark],
/// [engram.bench.ElementaryBenchmark], [engram.bench.ProductBenchmark]), then
/// [engram.bench.NumpyPeer]; [engram.bench.SdrBench], [engram.bench.DenseBench] and
/// [engram.bench.ReplicaBench] stand alone.
///
/// No references.
@NullMarked
package engram.bench;

import org.jspecify.annotations.NullMarked;
