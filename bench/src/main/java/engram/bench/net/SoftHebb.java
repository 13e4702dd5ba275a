// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.plasticity.batch.FirstWeights;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.rate.NormDependent;
import engram.random.Seeds;

/// An update of 2,000 SoftHebb units from 32 samples of 784 numbers, as `engram.plasticity` does
/// it: a pass over 60,000 samples is 1,875 of them.
final class SoftHebb implements Net {
  private static final int UNITS = 2000;
  private static final int INPUTS = 784;
  private static final int BATCH = 32;
  private static final double TEMPERATURE = 12;

  private final PlasticLayer layer;
  private final float[] samples;

  SoftHebb() {
    Recipe recipe = Recipe.softHebb(TEMPERATURE, new NormDependent(0.045, 1, 0.2));
    Seeds seeds = Seeds.of(1);
    float[] first = FirstWeights.positive(UNITS, INPUTS, 35, seeds.stream("weights"));
    layer = new PlasticLayer(recipe, INPUTS, first);
    samples = Draws.gaussians("samples", BATCH * INPUTS, 1 / Math.sqrt(INPUTS));
  }

  /// @return the length of the first unit's weights, which goes to 1
  @Override
  public float step() {
    layer.step(samples);
    return (float) layer.norms()[0];
  }
}
