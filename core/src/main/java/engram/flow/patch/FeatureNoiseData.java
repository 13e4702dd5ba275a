// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;

/// A set of examples drawn by a [FeatureNoise], with the law that generated it. Immutable.
///
/// The weak patch of example i is `weak(i) e_v`, the strong one `strong(i) e_u` (0 where it is
/// absent), the noise patch `noise(i)`, which is 0 along e_v and e_u.
///
/// References: see the package.
@FromPaper(value = "benign-oscillation", at = "spec: data model")
public final class FeatureNoiseData {
  private final FeatureNoise law;
  private final double[] labels;
  private final double[] weak;
  private final double[] strong;
  private final double[][] noise;

  private FeatureNoiseData(
      FeatureNoise law, double[] labels, double[] weak, double[] strong, double[][] noise) {
    this.law = law;
    this.labels = labels;
    this.weak = weak;
    this.strong = strong;
    this.noise = noise;
  }

  static FeatureNoiseData draw(FeatureNoise law, Seeds seeds) {
    int n = law.examples();
    RandomStream label = seeds.stream("labels");
    RandomStream gauss = seeds.stream("noise");
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    seeds.stream("strong").shuffle(order);
    double[] labels = new double[n];
    double[] weak = new double[n];
    double[] strong = new double[n];
    double[][] noise = new double[n][law.dimension()];
    for (int i = 0; i < n; i++) {
      labels[i] = label.nextBoolean() ? 1 : -1;
      weak[i] = labels[i] * law.weakNorm();
      for (int k = 2; k < law.dimension(); k++) {
        noise[i][k] = law.noiseStd() * gauss.nextGaussian();
      }
    }
    for (int k = 0; k < law.strongExamples(); k++) {
      strong[order[k]] = labels[order[k]] * law.strongNorm();
    }
    return new FeatureNoiseData(law, labels, weak, strong, noise);
  }

  /// The law that generated the set.
  public FeatureNoise law() {
    return law;
  }

  /// How many examples.
  public int count() {
    return labels.length;
  }

  /// The label of example i, -1 or +1.
  public double label(int i) {
    return labels[i];
  }

  /// The coordinate of example i's weak patch along e_v.
  public double weak(int i) {
    return weak[i];
  }

  /// The coordinate of example i's strong patch along e_u; 0 where the feature is absent.
  public double strong(int i) {
    return strong[i];
  }

  /// Whether example i carries the strong feature.
  public boolean isStrong(int i) {
    return strong[i] != 0;
  }

  /// The noise patch of example i, a copy.
  public double[] noise(int i) {
    return noise[i].clone();
  }

  /// The length of example i's noise patch.
  public double noiseLength(int i) {
    double sum = 0;
    for (double x : noise[i]) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }

  /// The same patches with every label turned round: the mirror image of the task.
  public FeatureNoiseData withLabelsFlipped() {
    double[] flipped = new double[labels.length];
    Arrays.setAll(flipped, i -> -labels[i]);
    return new FeatureNoiseData(law, flipped, weak, strong, noise);
  }

  /// The noise patch of example i itself, for reading alone.
  double[] noiseOf(int i) {
    return noise[i];
  }
}
