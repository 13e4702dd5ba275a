// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.credit.entropic.SkaNetwork;
import engram.credit.entropic.SkaParameters;
import engram.credit.entropic.SkaTrace;
import engram.credit.entropic.StopRule;
import engram.random.RandomStream;
import java.util.List;

/// Trajectories of a layer's entropy in time, and how far two lie apart.
final class Trajectories {
  private Trajectories() {}

  /// `H / eta` of each layer at each step.
  static double[][] entropyRates(
      SkaParameters parameters, RandomStream weights, Batch batch, int steps) {
    List<SkaTrace> traces =
        SkaNetwork.random(parameters, weights)
            .run(batch.images, batch.count(), new StopRule.Steps(steps), steps);
    double[][] rates = new double[parameters.layers()][steps];
    for (int k = 0; k < steps; k++) {
      for (int l = 0; l < rates.length; l++) {
        rates[l][k] = traces.get(k).layer(l).entropyBits() / parameters.eta();
      }
    }
    return rates;
  }

  /// The greatest difference at equal times, over the greatest value of the finer.
  ///
  /// @param times how many fine steps make a coarse one
  static double deviation(double[] coarse, double[] fine, int times) {
    double greatest = 0;
    for (int k = 0; k < coarse.length; k++) {
      greatest = Math.max(greatest, Math.abs(coarse[k] - fine[k * times]));
    }
    double peak = 0;
    for (double rate : fine) {
      peak = Math.max(peak, Math.abs(rate));
    }
    return greatest / peak;
  }
}
