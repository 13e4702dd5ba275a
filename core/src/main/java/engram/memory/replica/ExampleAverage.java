// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import engram.kernel.Doubles;
import engram.math.Gamma;

/// The law of an archetype's example average at a site, over the archetype and over r: etahat, with
/// mean 1 and variance rho. A mixture of normal variables around `centres`, each with the variance
/// `spread`.
///
/// @param entropy rho
/// @param centres where the parts lie
/// @param weights how likely each is
/// @param spread the variance inside a part
@SuppressWarnings("ArrayRecordComponent") // made here, read here
record ExampleAverage(double entropy, double[] centres, double[] weights, double spread) {
  /// Many examples: 1 + sqrt(rho) x with x normal.
  static ExampleAverage gaussian(double entropy) {
    return new ExampleAverage(entropy, new double[] {1}, new double[] {1}, entropy);
  }

  /// M examples: (2 k - M)/(M r) with k binomial, of M and (1 + r)/2.
  static ExampleAverage binomial(double quality, int examples) {
    double[] centres = new double[examples + 1];
    double[] weights = new double[examples + 1];
    for (int k = 0; k <= examples; k++) {
      centres[k] = (2.0 * k - examples) / (examples * quality);
      weights[k] = weight(quality, examples, k);
    }
    return new ExampleAverage(OneStep.datasetEntropy(quality, examples), centres, weights, 0);
  }

  private static double weight(double quality, int examples, int k) {
    if (quality == 1) {
      return k == examples ? 1 : 0;
    }
    return Doubles.exp(
        Gamma.logBinomial(examples, k)
            + k * Doubles.log((1 + quality) / 2)
            + (examples - k) * Doubles.log((1 - quality) / 2));
  }
}
