// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

/// By what a stream's values are made comparable: `(y - mean) / deviation`.
public sealed interface Scaling {
  /// Figures that are known. Where they are those of the whole stream, as in the paper's runs, the
  /// forecaster knows something of the future.
  ///
  /// @param mean in the stream's unit
  /// @param deviation in the stream's unit, above 0
  record Given(double mean, double deviation) implements Scaling {
    /// Checks the ranges.
    public Given {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("mean must be finite, was " + mean);
      }
      if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "deviation must be above 0 and finite, was " + deviation);
      }
    }

    double scaled(double value) {
      return (value - mean) / deviation;
    }

    double unscaled(double value) {
      return mean + deviation * value;
    }
  }

  /// The mean and the standard deviation of the stream's first rows, taken when the last of them is
  /// there. A forecaster forecasts nothing before.
  ///
  /// @param rows how many, from 2
  record FirstRows(int rows) implements Scaling {
    /// Checks the range.
    public FirstRows {
      if (rows < 2) {
        throw new IllegalArgumentException("rows must be at least 2, was " + rows);
      }
    }
  }
}
