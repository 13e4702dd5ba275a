// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

/// The forms of loops over ranges of arrays.
final class Loops {
  private Loops() {}

  /// `y = f(x)`.
  interface UnaryFloats {
    void run(float[] x, int xAt, float[] y, int yAt, int n);
  }

  /// `y = f(x)`.
  interface UnaryDoubles {
    void run(double[] x, int xAt, double[] y, int yAt, int n);
  }

  /// `y = f(a, b)`.
  interface BinaryFloats {
    void run(float[] a, int aAt, float[] b, int bAt, float[] y, int yAt, int n);
  }

  /// `y = f(a, b)`.
  interface BinaryDoubles {
    void run(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n);
  }
}
