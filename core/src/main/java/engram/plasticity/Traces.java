// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

/// Slow averages that some rules keep: one a unit (a mean activity, a sliding threshold) and one an
/// input (a mean input). They stand still within a batch and then move towards its mean.
///
/// @param unit one a unit
/// @param input one an input
// Holds running state; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Traces(double[] unit, double[] input) {
  /// All 0.
  public static Traces zero(int units, int inputs) {
    return new Traces(new double[units], new double[inputs]);
  }

  /// Moves a trace towards a value: `trace += rate (value - trace)`.
  static double moved(double trace, double rate, double value) {
    return trace + rate * (value - trace);
  }
}
