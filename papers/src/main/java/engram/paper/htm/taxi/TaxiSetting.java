// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.lab.claim.Scale;
import engram.lab.parameter.Param;
import java.util.Optional;

/// Parameters of the pages that send our memory once along the published series.
record TaxiSetting(
    @Param(doc = "rows of the series", min = 100, max = 17_520) int rows,
    @Param(doc = "first row scored", min = 50) int from,
    @Param(doc = "rows that train the pooler", min = 1) int pooled,
    @Param(doc = "how often they are shown", min = 1) int passes,
    @Param(doc = "cells a column; sabotage: 1", min = 1) int cells,
    @Param(doc = "sabotage: counts in random order") boolean shuffled) {
  /// The parameters at a scale.
  static Optional<TaxiSetting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new TaxiSetting(600, 400, 200, 1, 16, false));
      case SMALL -> Optional.of(new TaxiSetting(17_520, 10_000, 5000, 5, 16, false));
      case FULL -> Optional.empty();
    };
  }

  /// A cell a column, and the counts in random order.
  TaxiSetting sabotaged() {
    return new TaxiSetting(rows, from, pooled, passes, 1, true);
  }
}
