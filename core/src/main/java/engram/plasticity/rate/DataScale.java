// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

/// How large the inputs are: what decides which rates are stable. To scale x by c is to scale the
/// rate of an Oja-like rule by c².
///
/// @param largestSquaredLength the largest `|x|²` of any sample, finite, 0 or more
/// @param leadingVariance the largest eigenvalue of `E[x x^T]`, or a bound for it, finite, 0 or
///   more
public record DataScale(double largestSquaredLength, double leadingVariance) {
  /// Checks both.
  public DataScale {
    LearningRatePolicy.requireRate("largestSquaredLength", largestSquaredLength);
    LearningRatePolicy.requireRate("leadingVariance", leadingVariance);
  }

  /// The scale of samples, with the mean of `|x|²`, the trace of `E[x x^T]`, as the bound for its
  /// largest eigenvalue.
  ///
  /// @param x samples, row by row, all finite
  /// @param inputs values a sample
  public static DataScale of(float[] x, int inputs) {
    if (inputs < 1 || x.length == 0 || x.length % inputs != 0) {
      throw new IllegalArgumentException(
          "x must be samples of " + inputs + " inputs, at least one, was " + x.length + " values");
    }
    double largest = 0;
    double sum = 0;
    for (int from = 0; from < x.length; from += inputs) {
      double square = 0;
      for (int j = from; j < from + inputs; j++) {
        if (!Float.isFinite(x[j])) {
          throw new IllegalArgumentException(
              "input "
                  + (j - from)
                  + " of sample "
                  + from / inputs
                  + " must be finite, was "
                  + x[j]);
        }
        square += (double) x[j] * x[j];
      }
      largest = Math.max(largest, square);
      sum += square;
    }
    int samples = x.length / inputs;
    return new DataScale(largest, sum / samples);
  }
}
