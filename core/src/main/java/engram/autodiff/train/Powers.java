// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

/// Whole powers of a number.
final class Powers {
  private Powers() {}

  /// `base^n` by repeated squaring.
  static double of(double base, long n) {
    double power = 1;
    double square = base;
    for (long rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        power *= square;
      }
      square *= square;
    }
    return power;
  }
}
