// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;

/// What a unit makes of its summed input: `h = f(z)`. The derivative is a function of h.
public enum Nonlinearity {
  /// `h = z`.
  IDENTITY,
  /// `h = tanh z`, `f' = 1 - h^2`.
  TANH,
  /// `h = max(0, z)`, `f' = 1` where h is above 0.
  RELU,
  /// `h = 1 / (1 + e^-z)`, `f' = h (1 - h)`.
  SIGMOID;

  /// Replaces every z by f(z).
  void apply(double[] z) {
    switch (this) {
      case IDENTITY -> {}
      case TANH -> Doubles.tanh(z, 0, z, 0, z.length);
      case RELU -> {
        for (int i = 0; i < z.length; i++) {
          z[i] = Math.max(0, z[i]);
        }
      }
      case SIGMOID -> Doubles.sigmoid(z, 0, z, 0, z.length);
    }
  }

  /// Multiplies every entry of `signal` by f' at the unit whose output is h.
  void timesSlope(double[] h, double[] signal) {
    switch (this) {
      case IDENTITY -> {}
      case TANH -> {
        for (int i = 0; i < h.length; i++) {
          signal[i] *= 1 - h[i] * h[i];
        }
      }
      case RELU -> {
        for (int i = 0; i < h.length; i++) {
          signal[i] = h[i] > 0 ? signal[i] : 0;
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < h.length; i++) {
          signal[i] *= h[i] * (1 - h[i]);
        }
      }
    }
  }
}
