// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.autodiff.train.Adam;
import engram.credit.rate.RegulatedRate;
import engram.plasticity.rate.LearningRatePolicy;

/// How weights follow the gradient of a batch.
sealed interface Descent {
  /// Plain stochastic gradient descent, `theta -= (eta / m) G`, at the rate of a policy.
  record AtRate(LearningRatePolicy policy) implements Descent {
    @Override
    public double apply(BatchPass pass, long update) {
      double eta = policy instanceof RegulatedRate r ? r.rate() : policy.rate(update);
      pass.descend(eta / pass.batch());
      return eta;
    }
  }

  /// Adam on the mean gradient.
  final class ByAdam implements Descent {
    private final Adam adam;
    private final double[][] gradients;
    private final double[][][] memory;

    /// With nothing remembered yet; two arrays for each layer, weights and biases.
    ByAdam(EluNet net, Adam adam) {
      this.adam = adam;
      gradients = new double[2 * net.layers()][];
      memory = new double[gradients.length][][];
      for (int l = 1; l <= net.layers(); l++) {
        for (int part = 0; part < 2; part++) {
          int size = part == 0 ? net.inputs(l) * net.units(l) : net.units(l);
          gradients[2 * (l - 1) + part] = new double[size];
          memory[2 * (l - 1) + part] = new double[adam.memory().size()][size];
        }
      }
    }

    @Override
    public double apply(BatchPass pass, long update) {
      double share = 1.0 / pass.batch();
      for (int l = 1; l <= pass.net().layers(); l++) {
        int at = 2 * (l - 1);
        pass.weightGradient(l, share, gradients[at]);
        pass.biasGradient(l, share, gradients[at + 1]);
        double[] w = pass.net().parameters().values(EluNet.weight(l)).doubles();
        double[] b = pass.net().parameters().values(EluNet.bias(l)).doubles();
        adam.update(adam.rate(), update + 1, w, gradients[at], memory[at]);
        adam.update(adam.rate(), update + 1, b, gradients[at + 1], memory[at + 1]);
      }
      return adam.rate();
    }
  }

  /// Moves the weights of the pass's net.
  ///
  /// @param update how many updates were made before, from 0
  /// @return the learning rate
  double apply(BatchPass pass, long update);
}
