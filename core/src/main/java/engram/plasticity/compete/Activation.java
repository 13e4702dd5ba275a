// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.compete;

import engram.kernel.Doubles;

/// What a unit that does not compete makes of its score: `y = f(u)`.
public enum Activation {
  /// `u`
  IDENTITY,
  /// `max(u, 0)`
  RELU,
  /// `1 / (1 + e^-u)`
  LOGISTIC,
  /// `tanh u`
  TANH,
  /// `u³`, which makes kurtosis the contrast of independent components
  CUBE,
  /// `u e^(-u²/2)`, for components with heavy tails
  GAUSS;

  /// The activity.
  public double of(double u) {
    return switch (this) {
      case IDENTITY -> u;
      case RELU -> Math.max(u, 0);
      case LOGISTIC -> Doubles.sigmoid(u);
      case TANH -> Doubles.tanh(u);
      case CUBE -> u * u * u;
      case GAUSS -> u * Doubles.exp(-u * u / 2);
    };
  }

  /// The derivative f'(u); 0 for [#RELU] at 0.
  public double slope(double u) {
    return switch (this) {
      case IDENTITY -> 1;
      case RELU -> u > 0 ? 1 : 0;
      case LOGISTIC -> Doubles.sigmoid(u) * (1 - Doubles.sigmoid(u));
      case TANH -> 1 - Doubles.tanh(u) * Doubles.tanh(u);
      case CUBE -> 3 * u * u;
      case GAUSS -> (1 - u * u) * Doubles.exp(-u * u / 2);
    };
  }
}
