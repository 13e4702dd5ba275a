// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.sequence.htm.memory.MemorySettings;

/// What a [StreamForecaster] is made of.
///
/// @param stepsAhead how many steps ahead it looks, from 1
/// @param warmUpRows values that are gathered before the first forecast, 2 or more
/// @param activeColumns of the memory, from 1
/// @param memory its temporal memory
public record ForecastSettings(
    int stepsAhead, int warmUpRows, int activeColumns, MemorySettings memory) {
  /// Rows that are gathered by default.
  public static final int WARM_UP_ROWS = 400;

  private static final int ACTIVE_COLUMNS = 40;

  /// Checks the ranges.
  public ForecastSettings {
    if (stepsAhead < 1) {
      throw new IllegalArgumentException("stepsAhead must be at least 1, was " + stepsAhead);
    }
    if (warmUpRows < 2) {
      throw new IllegalArgumentException("warmUpRows must be at least 2, was " + warmUpRows);
    }
    if (activeColumns < 1 || activeColumns > memory.columns()) {
      throw new IllegalArgumentException(
          "activeColumns must be in [1, " + memory.columns() + "], was " + activeColumns);
    }
  }

  /// The memory of the paper's taxi demand.
  public static ForecastSettings of(int stepsAhead, int warmUpRows) {
    return new ForecastSettings(stepsAhead, warmUpRows, ACTIVE_COLUMNS, MemorySettings.TAXI);
  }
}
