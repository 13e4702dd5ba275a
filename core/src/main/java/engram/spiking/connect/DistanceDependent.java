// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

import engram.kernel.Doubles;

/// Every pair is connected with a probability that falls with its distance, independently of all
/// others: `peak exp(-r^2 / (2 s^2))` or `peak exp(-r / s)`.
///
/// @param sources where the sources are
/// @param targets where the targets are, in the same space
/// @param profile how the probability falls
/// @param autapses whether a neuron may connect to itself
public record DistanceDependent(
    Positions sources, Positions targets, Profile profile, boolean autapses)
    implements Connectivity {
  /// Checks.
  public DistanceDependent {
    if (sources.period() != targets.period()) {
      throw new IllegalArgumentException(
          "period of the targets must be that of the sources, %s, was %s"
              .formatted(sources.period(), targets.period()));
    }
  }

  /// How probability falls with distance.
  ///
  /// @param shape of the fall
  /// @param peak probability at distance 0, in [0, 1]
  /// @param scale s, above 0, in the unit of the positions
  public record Profile(Shape shape, double peak, double scale) {
    /// Checks.
    public Profile {
      if (!(peak >= 0 && peak <= 1)) {
        throw new IllegalArgumentException("peak must be in [0, 1], was " + peak);
      }
      if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("scale must be above 0 and finite, was " + scale);
      }
    }

    /// The probability at a distance.
    public double at(double distance) {
      double r = distance / scale;
      return peak
          * switch (shape) {
            case GAUSSIAN -> Doubles.exp(-0.5 * r * r);
            case EXPONENTIAL -> Doubles.exp(-r);
          };
    }
  }

  /// The two profiles.
  public enum Shape {
    /// As the density of a normal distribution.
    GAUSSIAN,
    /// As the density of an exponential distribution.
    EXPONENTIAL
  }

  /// The probability of a pair.
  public double probability(int source, int target) {
    return profile.at(sources.distance(source, targets, target));
  }

  @Override
  public void requireFits(int sourceCount, int targetCount, boolean same) {
    if (sources.size() != sourceCount || targets.size() != targetCount) {
      throw new IllegalArgumentException(
          "positions must be of %d sources and %d targets, was %d and %d"
              .formatted(sourceCount, targetCount, sources.size(), targets.size()));
    }
  }

  @Override
  public double expectedCount(int sourceCount, int targetCount, boolean same) {
    double sum = 0;
    for (int target = 0; target < targetCount; target++) {
      for (int source = 0; source < sourceCount; source++) {
        sum += same && !autapses && source == target ? 0 : probability(source, target);
      }
    }
    return sum;
  }
}
