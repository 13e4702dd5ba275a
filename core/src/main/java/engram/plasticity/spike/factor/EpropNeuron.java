// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike.factor;

import engram.source.FromPaper;

/// A neuron that gathers its gradient by [Eprop] while it runs, step by step: the definition, for
/// readers and as the oracle of engines. Weights stand still; who owns the neuron changes them
/// between sequences.
@FromPaper(value = "hebbian-rules", at = "spec 15")
public final class EpropNeuron {
  private final Eprop eprop;
  private final double[] weights;
  private final double[] filtered;
  private final double[] slow;
  private final double[] eligibility;
  private final double[] gradient;
  private double membrane;
  private double adaptation;
  private boolean spike;

  /// A neuron at rest.
  ///
  /// @param weights one an input, finite; copied
  public EpropNeuron(Eprop eprop, double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      if (!Double.isFinite(weights[i])) {
        throw new IllegalArgumentException(
            "weight %d must be finite, was %s".formatted(i, weights[i]));
      }
    }
    this.eprop = eprop;
    this.weights = weights.clone();
    this.filtered = new double[weights.length];
    this.slow = new double[weights.length];
    this.eligibility = new double[weights.length];
    this.gradient = new double[weights.length];
  }

  /// Lives through a step and brings the eligibilities up to it.
  ///
  /// @param arriving z_i, 1 where a spike arrives and else 0, one an input
  /// @return whether the neuron spikes
  public boolean step(double[] arriving) {
    if (arriving.length != weights.length) {
      throw new IllegalArgumentException(
          "arriving must be one an input, %d, was %d".formatted(weights.length, arriving.length));
    }
    double alpha = eprop.membrane().decay();
    double rho = eprop.adaptation().decay();
    double beta = eprop.adaptation().strength();
    double before = spike ? 1 : 0;
    membrane = alpha * membrane - before * eprop.membrane().threshold();
    adaptation = rho * adaptation + before;
    for (int i = 0; i < weights.length; i++) {
      membrane += weights[i] * arriving[i];
    }
    double distance = distance();
    double psi = eprop.surrogate(distance);
    for (int i = 0; i < weights.length; i++) {
      filtered[i] = alpha * filtered[i] + arriving[i];
      double instant = psi * (filtered[i] - beta * slow[i]);
      slow[i] = psi * filtered[i] + (rho - psi * beta) * slow[i];
      eligibility[i] = eprop.readoutDecay() * eligibility[i] + instant;
    }
    spike = distance >= 0;
    return spike;
  }

  /// Adds what a learning signal makes of the eligibilities of this step.
  ///
  /// @param signal L, `sum_k B_k (y_k - y*_k)`
  public void learn(double signal) {
    for (int i = 0; i < weights.length; i++) {
      gradient[i] += signal * eligibility[i];
    }
  }

  /// The membrane's distance from the threshold of this step, before a reset.
  public double distance() {
    double beta = eprop.adaptation().strength();
    return membrane - eprop.membrane().threshold() - beta * adaptation;
  }

  /// ebar of this step, a copy, one an input.
  public double[] eligibility() {
    return eligibility.clone();
  }

  /// The gradient gathered so far, a copy, one an input; a change of weights is `-eta` times it.
  public double[] gradient() {
    return gradient.clone();
  }
}
