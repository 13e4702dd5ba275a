// SPDX-License-Identifier: Apache-2.0
/// How well a detector finds anomalies in streams, by the rules of the Numenta Anomaly Benchmark
/// [1], and the simple detectors that any other must beat.
///
/// A detector gives each row a score in [0, 1]; rows at or above a threshold count as detections.
/// Each labelled window earns what its earliest detection is worth, more the earlier it comes; each
/// detection outside costs, less if it comes shortly after a window; the threshold is the one that
/// earns most over the whole corpus. [engram.sequence.nab.NabScorer] has the formulas.
///
/// Two things to know before a score is believed. The threshold is chosen on the very labels that
/// it is scored on, for every detector alike; [engram.sequence.nab.NabScorer#heldOut] chooses it on
/// others. And a score of 0 is that of a detector that is silent, not of one that guesses: random
/// scores earn more than silence, see [engram.sequence.nab.RandomDetector].
///
/// Reading order: [engram.sequence.nab.NabProfile], [engram.sequence.nab.NabScorer],
/// [engram.sequence.nab.DetectedSeries], [engram.sequence.nab.NabScore]; then
/// [engram.sequence.nab.WindowedGaussianDetector], [engram.sequence.nab.RangeDetector],
/// [engram.sequence.nab.RandomDetector], [engram.sequence.nab.NullDetector].
///
/// References: [1] A. Lavin, S. Ahmad: Evaluating real-time anomaly detection algorithms: the
/// Numenta Anomaly Benchmark. ICMLA (2015) 38-44, doi:10.1109/ICMLA.2015.141. [2] S. Ahmad, A.
/// Lavin, S. Purdy, Z. Agha: Unsupervised real-time anomaly detection for streaming data.
/// Neurocomputing 262 (2017) 134-147, doi:10.1016/j.neucom.2017.04.070.
@NullMarked
package engram.sequence.nab;

import org.jspecify.annotations.NullMarked;
