// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

/// The forms of loops over ranges of arrays.
public final class Loops {
  private Loops() {}

  /// `y = f(x)`.
  public interface UnaryFloats {
    /// Works n elements from the given places on.
    void run(float[] x, int xAt, float[] y, int yAt, int n);
  }

  /// `y = f(x)`.
  public interface UnaryDoubles {
    /// Works n elements from the given places on.
    void run(double[] x, int xAt, double[] y, int yAt, int n);
  }

  /// `y = f(a, b)`.
  public interface BinaryFloats {
    /// Works n elements from the given places on.
    void run(float[] a, int aAt, float[] b, int bAt, float[] y, int yAt, int n);
  }

  /// `y = f(a, b)`.
  public interface BinaryDoubles {
    /// Works n elements from the given places on.
    void run(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n);
  }
}
