// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.structure;

import engram.kernel.TopK;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// Prunes the synapses of least worth and grows as many others, so that their number stays [1],
/// [2]. Worth is the size of the weight, a correlation, or what the caller takes it to be; new
/// synapses go where a growth score is largest, or anywhere.
///
/// References: [1], [2] in the package.
///
/// @param share which share of the synapses is replaced, in [0, 1]; usual .3 (SET, an epoch)
@FromPaper(value = "hebbian-rules", at = "spec 17")
public record PruneRegrow(double share) {
  /// Checks the share.
  public PruneRegrow {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1], was " + share);
    }
  }

  /// Replaces synapses, new ones at places drawn without preference. A pruned place stays empty in
  /// this step.
  ///
  /// @param present whether there is a synapse, changed in place
  /// @param worth how much each is worth
  /// @param places draws where new ones grow
  /// @return how many were replaced
  public int step(boolean[] present, double[] worth, RandomStream places) {
    double[] score = new double[present.length];
    for (int k = 0; k < score.length; k++) {
      score[k] = places.nextDouble();
    }
    return step(present, worth, score);
  }

  /// Replaces synapses, new ones where the score is largest.
  ///
  /// @param growth how much a synapse would be worth where there is none
  /// @return how many were replaced: fewer than the share where there is no room
  public int step(boolean[] present, double[] worth, double[] growth) {
    if (worth.length != present.length || growth.length != present.length) {
      throw new IllegalArgumentException(
          "worth and growth must be one a place, %d, was %d and %d"
              .formatted(present.length, worth.length, growth.length));
    }
    int count = 0;
    for (boolean there : present) {
      count += there ? 1 : 0;
    }
    int replaced = Math.min((int) Math.round(share * count), present.length - count);
    double[] prune = new double[present.length];
    double[] grow = new double[present.length];
    for (int k = 0; k < present.length; k++) {
      prune[k] = present[k] ? -worth[k] : Double.NEGATIVE_INFINITY;
      grow[k] = present[k] ? Double.NEGATIVE_INFINITY : growth[k];
    }
    for (int k : TopK.of(prune, replaced)) {
      present[k] = false;
    }
    for (int k : TopK.of(grow, replaced)) {
      present[k] = true;
    }
    return replaced;
  }
}
