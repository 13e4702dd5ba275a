// SPDX-License-Identifier: Apache-2.0
package engram.neuron.internal;

/// What parameters of neurons are held to.
public final class Require {
  private Require() {}

  /// Refuses a blank text.
  public static void text(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must be a text, was '" + value + "'");
    }
  }

  /// Refuses what is no finite number.
  public static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
  }

  /// Refuses what is not above a bound, or not finite.
  public static void above(String name, double value, double bound) {
    if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " must be above " + text(bound) + " and finite, was " + value);
    }
  }

  /// Refuses what is below a bound, or not finite.
  public static void atLeast(String name, double value, double bound) {
    if (!(value >= bound && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " must be at least " + text(bound) + " and finite, was " + value);
    }
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
