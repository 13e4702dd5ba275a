// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

/// The part of a recording that is looked at; times are counted from its beginning.
///
/// @param fromMs where it begins, finite and 0 or more
/// @param toMs where it ends, above fromMs; infinite to end with the last spike
public record Window(double fromMs, double toMs) {
  /// All of a recording.
  public static final Window WHOLE = new Window(0, Double.POSITIVE_INFINITY);

  /// Checks the order.
  public Window {
    if (!(fromMs >= 0 && fromMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("fromMs must be finite and 0 or more, was " + fromMs);
    }
    if (!(toMs > fromMs)) {
      throw new IllegalArgumentException("toMs must be above " + fromMs + ", was " + toMs);
    }
  }

  /// Whether a time lies in it.
  public boolean contains(double timeMs) {
    return timeMs >= fromMs && timeMs <= toMs;
  }
}
