// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The real orthonormal Fourier basis of functions on the integers modulo an odd p:
///
///     e_0 = 1 / sqrt(p),   c_k = sqrt(2/p) cos(w_k j),   s_k = sqrt(2/p) sin(w_k j),
///     w_k = 2 pi k / p,   k = 1 .. (p-1)/2
///
/// Coefficients stand in the order e_0, c_1, s_1, c_2, s_2, ... An even p has one more, alternating
/// row, whose neurons behave otherwise; it is refused.
@FromPaper(value = "modular-addition", at = "Fourier read-out")
public final class FourierBasis {
  private final int modulus;
  private final double[] rows;

  /// @param modulus p, odd and at least 3
  public FourierBasis(int modulus) {
    if (modulus < 3 || modulus % 2 == 0) {
      throw new IllegalArgumentException("modulus must be odd and at least 3, was " + modulus);
    }
    this.modulus = modulus;
    rows = new double[modulus * modulus];
    for (int j = 0; j < modulus; j++) {
      rows[j] = 1 / Math.sqrt(modulus);
      for (int k = 1; k <= frequencies(); k++) {
        double angle = 2 * Math.PI * ((long) k * j % modulus) / modulus;
        rows[(2 * k - 1) * modulus + j] = Math.sqrt(2.0 / modulus) * Doubles.cos(angle);
        rows[2 * k * modulus + j] = Math.sqrt(2.0 / modulus) * Doubles.sin(angle);
      }
    }
  }

  /// p.
  public int modulus() {
    return modulus;
  }

  /// (p-1)/2, the number of frequencies but 0.
  public int frequencies() {
    return (modulus - 1) / 2;
  }

  /// The coefficients of functions, one a row.
  ///
  /// @param functions count x p
  /// @return count x p
  public double[] coefficients(double[] functions, int count) {
    double[] coefficients = new double[count * modulus];
    for (int i = 0; i < count; i++) {
      for (int r = 0; r < modulus; r++) {
        coefficients[i * modulus + r] =
            Doubles.dot(functions, i * modulus, rows, r * modulus, modulus);
      }
    }
    return coefficients;
  }

  /// The function with these coefficients.
  ///
  /// @param coefficients p
  /// @return p values
  public double[] function(double[] coefficients) {
    double[] function = new double[modulus];
    for (int r = 0; r < modulus; r++) {
      Doubles.axpy(coefficients[r], rows, r * modulus, function, 0, modulus);
    }
    return function;
  }

  /// The wave at a frequency: with coefficients c and s its amplitude is sqrt(2/p) sqrt(c^2+s^2)
  /// and its phase atan2(-s, c).
  ///
  /// @param coefficients count x p
  /// @param row which of them
  public Wave wave(double[] coefficients, int row, int frequency) {
    double c = coefficients[row * modulus + 2 * frequency - 1];
    double s = coefficients[row * modulus + 2 * frequency];
    return new Wave(frequency, Math.sqrt(2.0 / modulus * (c * c + s * s)), StrictMath.atan2(-s, c));
  }

  /// The squared size of a frequency, c^2 + s^2.
  double power(double[] coefficients, int row, int frequency) {
    double c = coefficients[row * modulus + 2 * frequency - 1];
    double s = coefficients[row * modulus + 2 * frequency];
    return c * c + s * s;
  }

  /// Adds a wave to a function.
  ///
  /// @param at where the function's p values begin
  public void add(Wave wave, double[] function, int at) {
    requireFrequency(wave.frequency());
    double scale = Math.sqrt(modulus / 2.0);
    Doubles.axpy(
        scale * wave.real(), rows, (2 * wave.frequency() - 1) * modulus, function, at, modulus);
    Doubles.axpy(
        -scale * wave.imaginary(), rows, 2 * wave.frequency() * modulus, function, at, modulus);
  }

  private void requireFrequency(int frequency) {
    if (frequency > frequencies()) {
      throw new IllegalArgumentException(
          "frequency must be in [1, " + frequencies() + "], was " + frequency);
    }
  }
}
