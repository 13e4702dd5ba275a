// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.source.FromPaper;

/// Parameters of a [KnnForecaster]. The sources name no values; those of [#standard] are the
/// house's: the lags of the OS-ELM, the sliding window of the other models, ten neighbours.
///
/// @param lags how many values make a pattern, from 1
/// @param neighbours how many of the nearest patterns are averaged, from 1
/// @param windowRows how many patterns are searched, the latest whose outcome is known, at least
///   `neighbours`
@FromPaper(value = "htm", at = "spec baselines")
public record KnnSettings(int lags, int neighbours, int windowRows) {
  /// Checks the ranges.
  public KnnSettings {
    if (lags < 1) {
      throw new IllegalArgumentException("lags must be at least 1, was " + lags);
    }
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours must be at least 1, was " + neighbours);
    }
    if (windowRows < neighbours) {
      throw new IllegalArgumentException(
          "windowRows must be at least neighbours, " + neighbours + ", was " + windowRows);
    }
  }

  /// 100 lags, 10 neighbours, 6,000 rows.
  public static KnnSettings standard() {
    return new KnnSettings(100, 10, 6000);
  }
}
