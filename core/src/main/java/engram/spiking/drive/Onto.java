// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

/// Which neurons a drive reaches.
///
/// @param population its name
/// @param receptor where its input arrives
/// @param from first neuron
/// @param to behind the last neuron; [Integer#MAX_VALUE] for all
public record Onto(String population, String receptor, int from, int to) {
  /// Checks.
  public Onto {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "neurons must be a range from 0 or more, was [" + from + ", " + to + ")");
    }
  }

  /// All neurons of a population.
  public static Onto all(String population, String receptor) {
    return new Onto(population, receptor, 0, Integer.MAX_VALUE);
  }

  /// Only neurons `first` to `behind - 1`.
  public Onto neurons(int first, int behind) {
    return new Onto(population, receptor, first, behind);
  }
}
