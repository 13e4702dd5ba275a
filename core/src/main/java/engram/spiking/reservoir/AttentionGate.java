// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.source.FromPaper;
import java.util.List;

/// When errors may change weights: the third factor's gate A(t) in [0, 1].
@FromPaper(value = "what-when", at = "spec: three-factor rule, attention gate")
public sealed interface AttentionGate {
  /// A at a time.
  ///
  /// @param tMs time from the cue's onset, in ms
  /// @param surprise the low-passed size of the error, 0 or more
  double open(double tMs, double surprise);

  /// Open from a time on: 50 ms after the cue's end in the small experiment.
  ///
  /// @param fromMs the time
  record Open(double fromMs) implements AttentionGate {
    /// Checks the time.
    public Open {
      require("fromMs", fromMs);
    }

    @Override
    public double open(double tMs, double surprise) {
      return tMs >= fromMs ? 1 : 0;
    }
  }

  /// As far open as what happens is unexpected: `A = min(1, floor + surprise)` from a time on.
  ///
  /// @param fromMs the time
  /// @param floor what is open without surprise, in [0, 1]
  record Surprise(double fromMs, double floor) implements AttentionGate {
    /// Checks the numbers.
    public Surprise {
      require("fromMs", fromMs);
      if (!(floor >= 0 && floor <= 1)) {
        throw new IllegalArgumentException("floor must be in [0, 1], was " + floor);
      }
    }

    @Override
    public double open(double tMs, double surprise) {
      return tMs >= fromMs ? Math.min(1, floor + surprise) : 0;
    }
  }

  /// Open around the times at which an outcome is or was expected.
  ///
  /// @param halfMs how far from one of them, in ms
  /// @param aroundMs the times
  record Window(double halfMs, List<Double> aroundMs) implements AttentionGate {
    /// Checks the numbers and copies the times.
    public Window {
      require("halfMs", halfMs);
      aroundMs = List.copyOf(aroundMs);
    }

    @Override
    public double open(double tMs, double surprise) {
      for (double each : aroundMs) {
        if (Math.abs(tMs - each) <= halfMs) {
          return 1;
        }
      }
      return 0;
    }
  }

  private static void require(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite, 0 or more, was " + value);
    }
  }
}
