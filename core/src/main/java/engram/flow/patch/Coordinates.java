// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

/// Where the filters of a network stand in the directions that matter, before a step. Filters are
/// numbered from 0: first the `m` that vote for +1, then the `m` that vote for -1.
public final class Coordinates {
  private final int step;
  private final double[] weak;
  private final double[] strong;
  private final double[][] noise;

  Coordinates(int step, PatchNet net, FeatureNoiseData data) {
    int units = net.units();
    this.step = step;
    weak = new double[units];
    strong = new double[units];
    noise = new double[units][data.count()];
    for (int unit = 0; unit < units; unit++) {
      weak[unit] = net.weight(PatchNet.WEAK, unit, 0);
      strong[unit] = net.weight(PatchNet.STRONG, unit, 1);
      for (int i = 0; i < data.count(); i++) {
        double length = data.noiseLength(i);
        noise[unit][i] = length > 0 ? net.noiseProduct(unit, data, i) / length : 0;
      }
    }
  }

  /// How many steps had been taken.
  public int step() {
    return step;
  }

  /// The weak coordinate `a = <w, e_v>` of a filter.
  public double weak(int unit) {
    return weak[unit];
  }

  /// The strong coordinate `b = <w, e_u>` of a filter.
  public double strong(int unit) {
    return strong[unit];
  }

  /// The noise coordinate `<w, xi_i> / |xi_i|` of a filter for example i; 0 where there is no
  /// noise.
  public double noise(int unit, int i) {
    return noise[unit][i];
  }
}
