// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

/// What a [FoldiakNetwork] learns with; the defaults are those of the problem of lines [5].
///
/// @param alpha rate of the lateral weights, finite, 0 or more; usual .1
/// @param beta rate of the forward weights, likewise; usual .02
/// @param gamma rate of the thresholds, likewise; usual .02
/// @param activity p, the share of samples for which a unit is active, in (0, 1); usual 1/8
public record FoldiakSettings(double alpha, double beta, double gamma, double activity) {
  /// Checks all.
  public FoldiakSettings {
    Linear.requireRate("alpha", alpha);
    Linear.requireRate("beta", beta);
    Linear.requireRate("gamma", gamma);
    if (!(activity > 0 && activity < 1)) {
      throw new IllegalArgumentException("activity must be in (0, 1), was " + activity);
    }
  }

  /// Those of the problem of lines.
  public static FoldiakSettings ofLines() {
    return new FoldiakSettings(0.1, 0.02, 0.02, 0.125);
  }
}
