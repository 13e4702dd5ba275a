// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.array;

import java.util.Arrays;

/// An array of numbers of one precision with a shape, row-major: what goes into a program, comes
/// out of it, or is trained. Whoever holds it may read and write it between two runs.
public final class Values {
  private static final float[] NO_FLOATS = {};
  private static final double[] NO_DOUBLES = {};

  private final Precision precision;
  private final Shape shape;
  private final float[] floats;
  private final double[] doubles;

  private Values(Precision precision, Shape shape, float[] floats, double[] doubles) {
    this.precision = precision;
    this.shape = shape;
    this.floats = floats;
    this.doubles = doubles;
  }

  /// Zeros.
  public static Values zeros(Precision precision, Shape shape) {
    return room(precision, shape, shape.size());
  }

  /// An array that may be longer than its shape: a buffer that several nodes use in turn.
  public static Values room(Precision precision, Shape shape, int length) {
    return precision == Precision.FLOAT
        ? new Values(precision, shape, new float[length], NO_DOUBLES)
        : new Values(precision, shape, NO_FLOATS, new double[length]);
  }

  /// The same array under another shape.
  public Values as(Shape other) {
    return new Values(precision, other, floats, doubles);
  }

  /// Whether both stand on one array.
  @SuppressWarnings("ReferenceEquality") // one array, not equal arrays, is what matters
  public boolean shares(Values other) {
    return precision == Precision.FLOAT ? floats == other.floats : doubles == other.doubles;
  }

  /// How many elements there is room for.
  public int length() {
    return precision == Precision.FLOAT ? floats.length : doubles.length;
  }

  /// The precision of the numbers.
  public Precision precision() {
    return precision;
  }

  /// The shape.
  public Shape shape() {
    return shape;
  }

  /// The array itself, to be read and written in place.
  ///
  /// @throws IllegalStateException if the numbers are doubles
  public float[] floats() {
    if (precision != Precision.FLOAT) {
      throw new IllegalStateException("values must be FLOAT to be read as floats, was DOUBLE");
    }
    return floats;
  }

  /// The array itself, to be read and written in place.
  ///
  /// @throws IllegalStateException if the numbers are floats
  public double[] doubles() {
    if (precision != Precision.DOUBLE) {
      throw new IllegalStateException("values must be DOUBLE to be read as doubles, was FLOAT");
    }
    return doubles;
  }

  /// One number.
  ///
  /// @param index row-major
  public double get(int index) {
    return precision == Precision.FLOAT ? floats[index] : doubles[index];
  }

  /// Writes one number, rounded to the precision.
  public void set(int index, double value) {
    if (precision == Precision.FLOAT) {
      floats[index] = (float) value;
    } else {
      doubles[index] = value;
    }
  }

  /// Writes one number everywhere.
  public void fill(double value) {
    if (precision == Precision.FLOAT) {
      Arrays.fill(floats, (float) value);
    } else {
      Arrays.fill(doubles, value);
    }
  }

  /// Takes over floats; doubles are not made of them silently.
  public void copyFrom(float[] values) {
    requireSize(values.length);
    System.arraycopy(values, 0, floats(), 0, values.length);
  }

  /// Takes over doubles; they are not rounded silently, see [#round].
  public void copyFrom(double[] values) {
    requireSize(values.length);
    System.arraycopy(values, 0, doubles(), 0, values.length);
  }

  /// Takes over whole numbers, such as labels, in either precision.
  public void copyFrom(int[] values) {
    requireSize(values.length);
    for (int i = 0; i < values.length; i++) {
      set(i, values[i]);
    }
  }

  /// Takes over doubles, each rounded to the precision.
  public void round(double[] values) {
    requireSize(values.length);
    for (int i = 0; i < values.length; i++) {
      set(i, values[i]);
    }
  }

  /// Takes over the numbers of the same precision and size.
  public void copyFrom(Values other) {
    if (other.precision != precision || other.shape.size() != shape.size()) {
      throw new IllegalArgumentException(
          "values must be %s %s, was %s %s"
              .formatted(precision, shape, other.precision, other.shape));
    }
    if (precision == Precision.FLOAT) {
      System.arraycopy(other.floats, 0, floats, 0, shape.size());
    } else {
      System.arraycopy(other.doubles, 0, doubles, 0, shape.size());
    }
  }

  /// A copy of the numbers as doubles.
  public double[] toDoubles() {
    double[] copy = new double[shape.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = get(i);
    }
    return copy;
  }

  /// The index of the first number that is not finite, or -1.
  public int firstNotFinite() {
    for (int i = 0; i < shape.size(); i++) {
      if (!Double.isFinite(get(i))) {
        return i;
      }
    }
    return -1;
  }

  private void requireSize(int length) {
    if (length != shape.size()) {
      throw new IllegalArgumentException(
          "values of shape %s must be %d, was %d".formatted(shape, shape.size(), length));
    }
  }

  @Override
  public String toString() {
    return precision + " " + shape;
  }
}
