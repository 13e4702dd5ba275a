// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import java.time.Duration;

/// How far ahead a forecast looks: checks that all forecasters share.
public final class Horizon {
  private Horizon() {}

  public static void check(Duration step, int stepsAhead) {
    if (!step.isPositive()) {
      throw new IllegalArgumentException("step must be above zero, was " + step);
    }
    if (stepsAhead < 1) {
      throw new IllegalArgumentException("stepsAhead must be at least 1, was " + stepsAhead);
    }
  }
}
