// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The simplest clock that could explain a reservoir's success away: cells that are active one
/// after another since the cue, each a bump around a time of its own.
///
///     r_i(t) = exp(-(t - c_i)^2 / (2 w^2)),   c_i = i T / (n - 1)
@FromPaper(value = "what-when", at = "spec: baselines, clock bank")
public final class DelayLine {
  private DelayLine() {}

  /// The traces of a trial.
  ///
  /// @param cells n, from 2
  /// @param widthMs w, in ms, above 0
  /// @param trialMs T, in ms
  /// @param everyMs time between two rows, in ms
  public static CentredTraces traces(int cells, double widthMs, double trialMs, double everyMs) {
    if (cells < 2 || !(widthMs > 0) || !(everyMs > 0) || !(trialMs >= everyMs)) {
      throw new IllegalArgumentException(
          "cells must be at least 2 and times above 0, were %d cells, %s, %s and %s ms"
              .formatted(cells, widthMs, trialMs, everyMs));
    }
    int times = (int) (trialMs / everyMs);
    double[] raw = new double[times * cells];
    for (int t = 0; t < times; t++) {
      for (int i = 0; i < cells; i++) {
        double apart = (t * everyMs - i * trialMs / (cells - 1)) / widthMs;
        raw[t * cells + i] = Doubles.exp(-0.5 * apart * apart);
      }
    }
    return CentredTraces.of(everyMs, cells, raw);
  }
}
