// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

/// The forms of elementwise loops over the first n elements of arrays. The result may stand in an
/// operand's array.
///
/// All begin at index 0, since only then does the compiler of the JVM know that no element of the
/// result is an operand of a later one, and works several at once.
public final class Loops {
  private Loops() {}

  /// `y = f(x)`.
  public interface UnaryFloats {
    /// Works n elements.
    void run(float[] x, float[] y, int n);
  }

  /// `y = f(x)`.
  public interface UnaryDoubles {
    /// Works n elements.
    void run(double[] x, double[] y, int n);
  }

  /// `y = f(a, b)`.
  public interface BinaryFloats {
    /// Works n elements.
    void run(float[] a, float[] b, float[] y, int n);
  }

  /// `y = f(a, b)`.
  public interface BinaryDoubles {
    /// Works n elements.
    void run(double[] a, double[] b, double[] y, int n);
  }
}
