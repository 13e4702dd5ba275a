// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

import engram.random.RandomStream;
import java.util.Arrays;
import java.util.Locale;

/// Where numbers come from: weights, delays, states at the beginning. A closed family.
public sealed interface Distribution {
  /// A number.
  ///
  /// @param ordinal place of what it is for in an order, for [Each]; -1 where there is none
  double draw(RandomStream stream, long ordinal);

  /// The number, if all are the same.
  default boolean isConstant() {
    return false;
  }

  /// What numbers do not exceed, as far as matters for a plan: no bound, or one far away, counts as
  /// six standard deviations above the mean.
  double most();

  /// Refuses numbers that are not in the range where that can be told beforehand.
  void requireWithin(String name, double low, double high);

  /// One number.
  static Constant constant(double value) {
    return new Constant(value);
  }

  /// Uniform between two bounds.
  static Uniform uniform(double low, double high) {
    return new Uniform(low, high);
  }

  /// Normal, without bounds.
  static Normal normal(double mean, double standardDeviation) {
    return new Normal(mean, standardDeviation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /// One for each, in order.
  static Each each(double... values) {
    return new Each(values);
  }

  /// One number.
  ///
  /// @param value finite
  record Constant(double value) implements Distribution {
    /// Checks.
    public Constant {
      requireFinite("value", value);
    }

    @Override
    public double draw(RandomStream stream, long ordinal) {
      return value;
    }

    @Override
    public boolean isConstant() {
      return true;
    }

    @Override
    public double most() {
      return value;
    }

    @Override
    public void requireWithin(String name, double low, double high) {
      requireInside(name, value, low, high);
    }
  }

  /// Uniform between two bounds.
  ///
  /// @param low least
  /// @param high bound above, never drawn unless equal to the least
  record Uniform(double low, double high) implements Distribution {
    /// Checks.
    public Uniform {
      requireFinite("low", low);
      requireFinite("high", high);
      if (low > high) {
        throw new IllegalArgumentException("high must be at least low, " + low + ", was " + high);
      }
    }

    @Override
    public double draw(RandomStream stream, long ordinal) {
      return low + (high - low) * stream.nextDouble();
    }

    @Override
    public double most() {
      return high;
    }

    @Override
    public void requireWithin(String name, double least, double most) {
      requireInside(name, low, least, most);
      requireInside(name, high, least, most);
    }
  }

  /// Normal, drawn again until inside its bounds.
  ///
  /// @param mean before bounds
  /// @param standardDeviation before bounds, at least 0
  /// @param low least that is kept
  /// @param high most that is kept
  record Normal(double mean, double standardDeviation, double low, double high)
      implements Distribution {
    /// Checks.
    public Normal {
      requireFinite("mean", mean);
      if (!(standardDeviation >= 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "standardDeviation must be 0 or more and finite, was " + standardDeviation);
      }
      if (!(mean >= low && mean <= high)) {
        throw new IllegalArgumentException(
            "mean must be inside its bounds [" + low + ", " + high + "], was " + mean);
      }
    }

    /// The same, drawn again until inside.
    public Normal within(double least, double most) {
      return new Normal(mean, standardDeviation, least, most);
    }

    @Override
    public double draw(RandomStream stream, long ordinal) {
      double value = stream.nextGaussian(mean, standardDeviation);
      while (value < low || value > high) {
        value = stream.nextGaussian(mean, standardDeviation);
      }
      return value;
    }

    @Override
    public double most() {
      return Math.min(high, mean + 6 * standardDeviation);
    }

    @Override
    public void requireWithin(String name, double least, double most) {
      if (standardDeviation == 0) {
        requireInside(name, mean, least, most);
      } else if (low < least || high > most) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "bounds of %s must be inside [%.6g, %.6g], was [%s, %s]",
                name,
                least,
                most,
                low,
                high));
      }
    }
  }

  /// Values that are given, one for each.
  final class Each implements Distribution {
    private final double[] values;

    private Each(double[] values) {
      for (double value : values) {
        requireFinite("each value", value);
      }
      this.values = values.clone();
    }

    /// How many.
    public int size() {
      return values.length;
    }

    @Override
    public double draw(RandomStream stream, long ordinal) {
      return values[Math.toIntExact(ordinal)];
    }

    @Override
    public double most() {
      return Arrays.stream(values).max().orElse(0);
    }

    @Override
    public void requireWithin(String name, double low, double high) {
      for (double value : values) {
        requireInside(name, value, low, high);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Each that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return "Each[%d, %08x]".formatted(values.length, hashCode());
    }
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
  }

  private static void requireInside(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be in [%.6g, %.6g], was %s", name, low, high, value));
    }
  }
}
