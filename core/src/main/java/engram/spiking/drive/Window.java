// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

/// When a drive is on: from `fromMs` until before `toMs`, in biological time.
///
/// @param fromMs beginning, in ms
/// @param toMs end, in ms, above the beginning; may be infinite
public record Window(double fromMs, double toMs) {
  /// Always.
  public static final Window ALWAYS = new Window(0, Double.POSITIVE_INFINITY);

  /// Checks.
  public Window {
    if (!(fromMs >= 0 && toMs > fromMs)) {
      throw new IllegalArgumentException(
          "window must be a range from 0 ms or more, was [" + fromMs + ", " + toMs + ")");
    }
  }

  /// Its first step.
  long firstStep(double dtMs) {
    return Math.round(fromMs / dtMs);
  }

  /// The step behind its last.
  long endStep(double dtMs) {
    return toMs == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : Math.round(toMs / dtMs);
  }
}
