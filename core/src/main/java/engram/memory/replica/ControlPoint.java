// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

/// A point of the phase diagram.
///
/// @param bodies P, 3 or more
/// @param load gamma = K P!/(2 N^(P-1)), 0 or more
/// @param temperature T, 0 or more, in units of the energy
/// @param datasetEntropy rho = (1 - r^2)/(M r^2), 0 or more; 0 where the patterns themselves are
///   stored
public record ControlPoint(int bodies, double load, double temperature, double datasetEntropy) {
  /// Checks the ranges.
  public ControlPoint {
    requireBodies(bodies);
    requireFinite("load", load);
    requireFinite("temperature", temperature);
    requireFinite("datasetEntropy", datasetEntropy);
  }

  /// Patterns stored themselves.
  public static ControlPoint ofPatterns(int bodies, double load, double temperature) {
    return new ControlPoint(bodies, load, temperature, 0);
  }

  /// The same at another load.
  public ControlPoint atLoad(double other) {
    return new ControlPoint(bodies, other, temperature, datasetEntropy);
  }

  /// The same at another temperature.
  public ControlPoint atTemperature(double other) {
    return new ControlPoint(bodies, load, other, datasetEntropy);
  }

  /// The same at another dataset entropy.
  public ControlPoint atDatasetEntropy(double other) {
    return new ControlPoint(bodies, load, temperature, other);
  }

  static void requireBodies(int bodies) {
    if (bodies == 2) {
      throw new IllegalArgumentException(
          "bodies must be 3 or more, was 2: pairwise noise reacts to the state, which these"
              + " equations leave out");
    }
    if (bodies < 2) {
      throw new IllegalArgumentException("bodies must be 3 or more, was " + bodies);
    }
  }

  static double requireFinite(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and 0 or more, was " + value);
    }
    return value;
  }

  static double power(double x, int n) {
    double power = 1;
    for (int k = 0; k < n; k++) {
      power *= x;
    }
    return power;
  }
}
