// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.PairWindow;
import engram.plasticity.spike.Pairing;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.WeightDependence.Additive;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 15")
final class ThreeFactorsOnSpikesTest {
  private static final SpikeRule RULE =
      new PairStdp(PairWindow.hebbian(0.1, 1.05, 20), Pairing.ALL_TO_ALL, new Additive(0, 1));

  private static void pair(RewardedSynapse synapse, double atMs) {
    synapse.spike(atMs, true, false);
    synapse.spike(atMs + 10, false, true);
  }

  @Test
  void rewardCountsWhatIsLeftOfThePair() {
    RewardedSynapse synapse = new RewardedSynapse(new RewardModulation(RULE, 500, 0.5, 0), 0.4);
    pair(synapse, 0);
    assertEquals(0.4, synapse.weight(), "a pair alone changes nothing");
    synapse.reward(510, 2);
    assertEquals(0.4 + 0.5 * 2 * 0.1 * Math.exp(-0.5 - 1), synapse.weight(), 1e-15);
    synapse.reward(510, -1000);
    assertEquals(0, synapse.weight(), "bounded");
  }

  /// Rewards that never vary stop counting; one that is better than usual counts by the excess.
  @Test
  void baselineLeavesTheExcess() {
    RewardedSynapse synapse = new RewardedSynapse(new RewardModulation(RULE, 500, 1, 0.5), 0.5);
    for (int k = 0; k < 60; k++) {
      synapse.reward(k, 3);
    }
    assertEquals(3, synapse.baseline(), 1e-15);
    pair(synapse, 100);
    synapse.reward(110, 3);
    assertEquals(0.5, synapse.weight(), 1e-15);
    synapse.reward(110, 4);
    assertEquals(0.5 + 0.1 * Math.exp(-0.5), synapse.weight(), 1e-15);
  }

  private static double[][] rain(int steps, int inputs, RandomStream stream) {
    double[][] arriving = new double[steps][inputs];
    for (double[] row : arriving) {
      for (int i = 0; i < inputs; i++) {
        row[i] = stream.nextDouble() < 0.3 ? 1 : 0;
      }
    }
    return arriving;
  }

  /// A layer of two neurons with one readout `y = kappa y' + B z`: eligibilities forward in time
  /// against derivatives sent back in time through membrane, adaptation and readout.
  @Test
  void equalsBackpropagationThroughTime() {
    RandomStream stream = Seeds.of(141).stream("net");
    for (double kappa : new double[] {0, 0.8}) {
      for (double beta : new double[] {0, 0.4}) {
        Eprop eprop =
            new Eprop(new Eprop.Membrane(0.9, 0.7), new Eprop.Adaptation(0.95, beta), 0.3, kappa);
        double[][] weights = new double[2][6];
        for (int k = 0; k < 12; k++) {
          weights[k / 6][k % 6] = stream.nextGaussian(0.25, 0.4);
        }
        double[] sent = {0.8, -1.3};
        double[] target = new double[80];
        stream.fillGaussian(target, 1);
        Run run = new Run(eprop, weights, sent, rain(80, 6, stream), target);
        for (int j = 0; j < 2; j++) {
          double[] back = run.sentBack(eprop, j, sent[j]);
          double size = 0;
          for (int i = 0; i < 6; i++) {
            assertEquals(back[i], run.gradient[j][i], 1e-12 * (1 + Math.abs(back[i])));
            size += Math.abs(back[i]);
          }
          assertTrue(size > 0.1 && run.spikes[j] > 3, "not by being silent: " + run.spikes[j]);
        }
      }
    }
  }

  /// One sequence: the gradient of e-prop, and what the way back needs.
  private static final class Run {
    final double[][] gradient = new double[2][];
    final int[] spikes = new int[2];
    final double[][] distance;
    final double[] error;
    final double[][] arriving;

    Run(Eprop eprop, double[][] weights, double[] sent, double[][] arriving, double[] target) {
      int steps = target.length;
      EpropNeuron[] neurons = {
        new EpropNeuron(eprop, weights[0]), new EpropNeuron(eprop, weights[1])
      };
      this.arriving = arriving;
      distance = new double[2][steps];
      error = new double[steps];
      double y = 0;
      for (int t = 0; t < steps; t++) {
        y *= eprop.readoutDecay();
        for (int j = 0; j < 2; j++) {
          boolean spike = neurons[j].step(arriving[t]);
          y += spike ? sent[j] : 0;
          spikes[j] += spike ? 1 : 0;
          distance[j][t] = neurons[j].distance();
        }
        error[t] = y - target[t];
        for (int j = 0; j < 2; j++) {
          neurons[j].learn(sent[j] * error[t]);
        }
      }
      for (int j = 0; j < 2; j++) {
        gradient[j] = neurons[j].gradient();
      }
    }

    double[] sentBack(Eprop eprop, int j, double sent) {
      double[] back = new double[arriving[0].length];
      double atReadout = 0;
      double atMembrane = 0;
      double atAdaptation = 0;
      for (int t = error.length - 1; t >= 0; t--) {
        atReadout = error[t] + eprop.readoutDecay() * atReadout;
        double atSpike = sent * atReadout + atAdaptation;
        double through = eprop.surrogate(distance[j][t]) * atSpike;
        atMembrane = through + eprop.membrane().decay() * atMembrane;
        atAdaptation =
            eprop.adaptation().decay() * atAdaptation - eprop.adaptation().strength() * through;
        for (int i = 0; i < back.length; i++) {
          back[i] += atMembrane * arriving[t][i];
        }
      }
      return back;
    }
  }

  /// A constant current `I` into a leaky neuron: `v = I (1 - alpha^t) / (1 - alpha)` until it
  /// spikes.
  @Test
  void neuronIsLeaky() {
    Eprop eprop = Eprop.leaky(20, 1, 1);
    EpropNeuron neuron = new EpropNeuron(eprop, new double[] {0.08});
    double alpha = Math.exp(-1 / 20.0);
    int t = 0;
    boolean spike = false;
    while (!spike) {
      t++;
      spike = neuron.step(new double[] {1});
      assertEquals(0.08 * (1 - Math.pow(alpha, t)) / (1 - alpha) - 1, neuron.distance(), 1e-13);
    }
    assertEquals((int) Math.ceil(Math.log(1 - (1 - alpha) / 0.08) / Math.log(alpha)), t);
    double before = neuron.distance() + 1;
    neuron.step(new double[] {0});
    assertEquals(alpha * before - 1, neuron.distance() + 1, 1e-15);
  }

  @Test
  void refusals() {
    refused(
        "baselineShare must be in [0, 1], was 2.0", () -> new RewardModulation(RULE, 500, 1, 2));
    refused(
        "weight must be in the range of Additive[min=0.0, max=1.0], was -1.0",
        () -> new RewardedSynapse(new RewardModulation(RULE, 500, 1, 0), -1));
    RewardedSynapse synapse = new RewardedSynapse(new RewardModulation(RULE, 500, 1, 0), 0);
    synapse.reward(3, 1);
    refused("atMs must be finite and not before 3.0, was 2.0", () -> synapse.spike(2, true, false));
    refused("reward must be finite, was NaN", () -> synapse.reward(3, Double.NaN));
    refused("decay must be in [0, 1), was 1.0", () -> new Eprop.Membrane(1, 1));
    refused("tauMs must be finite and above 0, was 0.0", () -> Eprop.leaky(0, 1, 1));
    refused(
        "arriving must be one an input, 1, was 2",
        () -> new EpropNeuron(Eprop.leaky(20, 1, 1), new double[1]).step(new double[2]));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
