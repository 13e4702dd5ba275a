// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.source.FromPaper;

/// What a readout foretells of one outcome: when, and how surely.
///
/// @param peakMs the time of the greatest z, in ms from the cue's onset
/// @param amplitude z there
/// @param error the normalised mean squared error, `sum (z - p f)^2 / sum (p f)^2`; 1 for a readout
///   that says nothing
@FromPaper(value = "what-when", at = "spec: analyses")
public record PredictionObject(double peakMs, double amplitude, double error) {
  /// Reads a probe.
  ///
  /// @param z what was foretold of the outcome, a number a time
  /// @param traces whose times these are
  /// @param outcome its index in the task
  /// @param fromMs the time from which is looked
  public static PredictionObject of(
      double[] z, CentredTraces traces, PredictionTask task, int outcome, double fromMs) {
    if (z.length != traces.times()) {
      throw new IllegalArgumentException(
          "z must have a number a time, %d, had %d".formatted(traces.times(), z.length));
    }
    double probability = task.outcomes().get(outcome).probability();
    int peak = -1;
    double off = 0;
    double whole = 0;
    for (int t = 0; t < z.length; t++) {
      double tMs = traces.timeMs(t);
      if (tMs >= fromMs) {
        double right = probability * task.bump(outcome, tMs);
        off += (z[t] - right) * (z[t] - right);
        whole += right * right;
        peak = peak < 0 || z[t] > z[peak] ? t : peak;
      }
    }
    if (peak < 0) {
      throw new IllegalArgumentException("fromMs must be within the trial, was " + fromMs);
    }
    if (whole == 0) {
      throw new IllegalArgumentException(
          "outcome must be possible after fromMs, had probability %s and latency %s ms"
              .formatted(probability, task.outcomes().get(outcome).latencyMs()));
    }
    return new PredictionObject(traces.timeMs(peak), z[peak], off / whole);
  }
}
