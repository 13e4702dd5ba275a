// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.kernel.Doubles;
import java.util.Arrays;

/// A number with its derivatives with respect to a few variables, carried forwards [1]: for models
/// of some ten parameters, where a graph would be more than is needed.
///
/// ```java
/// Dual x = Dual.variable(2, 0, 2);
/// Dual y = Dual.variable(3, 1, 2);
/// Dual z = x.times(y).sin();      // z.value() = sin 6, z.derivative(0) = 3 cos 6
/// ```
///
/// References: see the package.
public final class Dual {
  private final double value;
  private final double[] derivatives;

  private Dual(double value, double[] derivatives) {
    this.value = value;
    this.derivatives = derivatives;
  }

  /// A variable: its derivative with respect to itself is 1.
  ///
  /// @param index which of the variables, from 0
  /// @param count how many variables there are
  public static Dual variable(double value, int index, int count) {
    double[] derivatives = new double[count];
    derivatives[index] = 1;
    return new Dual(value, derivatives);
  }

  /// A number that depends on none of the variables.
  public static Dual constant(double value, int count) {
    return new Dual(value, new double[count]);
  }

  /// The number.
  public double value() {
    return value;
  }

  /// The derivative with respect to a variable.
  public double derivative(int index) {
    return derivatives[index];
  }

  /// A copy of all derivatives.
  public double[] derivatives() {
    return derivatives.clone();
  }

  /// `this + other`.
  public Dual plus(Dual other) {
    return joined(value + other.value, 1, other, 1);
  }

  /// `this + number`.
  public Dual plus(double number) {
    return mapped(value + number, 1);
  }

  /// `this - other`.
  public Dual minus(Dual other) {
    return joined(value - other.value, 1, other, -1);
  }

  /// `this * other`.
  public Dual times(Dual other) {
    return joined(value * other.value, other.value, other, value);
  }

  /// `this * number`.
  public Dual times(double number) {
    return mapped(value * number, number);
  }

  /// `this / other`.
  public Dual dividedBy(Dual other) {
    double quotient = value / other.value;
    return joined(quotient, 1 / other.value, other, -quotient / other.value);
  }

  /// `-this`.
  public Dual negated() {
    return mapped(-value, -1);
  }

  /// e^x.
  public Dual exp() {
    double y = Doubles.exp(value);
    return mapped(y, y);
  }

  /// The natural logarithm.
  public Dual log() {
    return mapped(Doubles.log(value), 1 / value);
  }

  /// The square root.
  public Dual sqrt() {
    double y = Math.sqrt(value);
    return mapped(y, 0.5 / y);
  }

  /// The hyperbolic tangent.
  public Dual tanh() {
    double y = Doubles.tanh(value);
    return mapped(y, 1 - y * y);
  }

  /// 1 / (1 + e^-x).
  public Dual sigmoid() {
    double y = Doubles.sigmoid(value);
    return mapped(y, y * (1 - y));
  }

  /// The sine of radians.
  public Dual sin() {
    return mapped(Doubles.sin(value), Doubles.cos(value));
  }

  /// The cosine of radians.
  public Dual cos() {
    return mapped(Doubles.cos(value), -Doubles.sin(value));
  }

  private Dual mapped(double y, double slope) {
    double[] changed = new double[derivatives.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = slope * derivatives[i];
    }
    return new Dual(y, changed);
  }

  private Dual joined(double y, double slope, Dual other, double otherSlope) {
    if (other.derivatives.length != derivatives.length) {
      throw new IllegalArgumentException(
          "numbers of variables must be the same, was %d and %d"
              .formatted(derivatives.length, other.derivatives.length));
    }
    double[] changed = new double[derivatives.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = slope * derivatives[i] + otherSlope * other.derivatives[i];
    }
    return new Dual(y, changed);
  }

  @Override
  public String toString() {
    return value + " " + Arrays.toString(derivatives);
  }
}
