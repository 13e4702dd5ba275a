// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static engram.memory.replica.ControlPoint.power;
import static engram.memory.replica.ControlPoint.requireFinite;

import engram.math.Normal;
import engram.source.FromPaper;
import java.util.OptionalInt;

/// One sweep at T = 0 from the archetype, by signal to noise: what a state keeps in its first step.
///
///     supervised:    m = erf(1/sqrt(2 (rho + (2 gamma/P)(1 + rho)^P)))
///     unsupervised:  m = erf(1/sqrt(2 (rho + (2 gamma/P)(1 + rho_P))))
///     rho = (1 - r^2)/(M r^2),   rho_P = (1 - r^(2P))/(M r^(2P))
///
/// Whatever P and however small the load, m stays below erf(1/sqrt(2 rho)): dense interactions cure
/// the noise of other patterns, not that of the pattern's own examples.
///
/// References: see the package, [1]; derived anew.
@FromPaper(value = "dense-hebbian", at = "spec: one step")
public final class OneStep {
  private OneStep() {}

  /// rho = (1 - r^2)/(M r^2).
  ///
  /// @param quality r, in (0, 1]
  /// @param examples M, 1 or more
  public static double datasetEntropy(double quality, int examples) {
    requireQuality(quality);
    if (examples < 1) {
      throw new IllegalArgumentException("examples must be 1 or more, was " + examples);
    }
    return (1 - quality * quality) / (examples * quality * quality);
  }

  /// rho_P = (1 - r^(2P))/(M r^(2P)), which counts where examples are not told apart.
  public static double unlabelledEntropy(int bodies, double quality, int examples) {
    ControlPoint.requireBodies(bodies);
    return datasetEntropy(power(requireQuality(quality), bodies), examples);
  }

  private static double requireQuality(double quality) {
    if (!(quality > 0 && quality <= 1)) {
      throw new IllegalArgumentException("quality must be in (0, 1], was " + quality);
    }
    return quality;
  }

  /// What no network that averages examples can exceed: erf(1/sqrt(2 rho)).
  public static double ceiling(double datasetEntropy) {
    return kept(requireFinite("datasetEntropy", datasetEntropy));
  }

  /// m after one step, of examples that a teacher labelled.
  public static double supervised(int bodies, double load, double datasetEntropy) {
    return kept(supervisedNoise(bodies, load, datasetEntropy));
  }

  /// m after one step, of examples without labels.
  public static double unsupervised(int bodies, double load, double quality, int examples) {
    requireFinite("load", load);
    double others = 2 * load / bodies * (1 + unlabelledEntropy(bodies, quality, examples));
    return kept(datasetEntropy(quality, examples) + others);
  }

  /// The fewest labelled examples with which the first step keeps m above erf(confidence/sqrt 2);
  /// none where the load alone is too much.
  ///
  /// @param quality r, in (0, 1]
  /// @param confidence Theta: rho + (2 gamma/P)(1 + rho)^P < 1/Theta^2; above 0
  public static OptionalInt minimalExamples(
      int bodies, double load, double quality, double confidence) {
    if (!(confidence > 0 && confidence < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("confidence must be above 0, was " + confidence);
    }
    double limit = 1 / (confidence * confidence);
    if (!(supervisedNoise(bodies, load, 0) < limit)) {
      return OptionalInt.empty();
    }
    int enough = Integer.MAX_VALUE;
    int few = 0;
    while (enough - few > 1) {
      int middle = few + (enough - few) / 2;
      if (supervisedNoise(bodies, load, datasetEntropy(quality, middle)) < limit) {
        enough = middle;
      } else {
        few = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  private static double supervisedNoise(int bodies, double load, double datasetEntropy) {
    ControlPoint.requireBodies(bodies);
    requireFinite("load", load);
    requireFinite("datasetEntropy", datasetEntropy);
    return datasetEntropy + 2 * load / bodies * power(1 + datasetEntropy, bodies);
  }

  private static double kept(double noise) {
    return noise == 0 ? 1 : Normal.erf(1 / Math.sqrt(2 * noise));
  }
}
