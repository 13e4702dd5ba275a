// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.kernel.Doubles;
import engram.memory.internal.field.Indices;
import engram.memory.internal.field.Replica;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// One replica under heat-bath (Glauber) dynamics, spin after spin in a random order that is new
/// each sweep:
///
///     P(sigma_i = +1) = 1/(1 + exp(-2 h_i/T));   T = 0: sigma_i = sign(h_i), kept where h_i = 0
///
/// A draw u decides by h_i > (T/2) ln(u/(1 - u)), so the same field and the same draw give the same
/// spin on every machine. Words taken from the stream: N - 1 for the order of a sweep (rejections
/// apart), and at T above 0 one for each spin.
///
/// At T = 0 with exact fields the energy never rises. Not for several threads at once; two replicas
/// of one network may run on two threads.
///
/// References: see the package, [1].
@FromPaper(value = "dense-hebbian", at = "spec: Monte Carlo")
public final class GlauberDynamics {
  private final DenseHebbianNetwork network;
  private final double temperature;
  private final Indices indices;
  private final RandomStream random;
  private final Replica replica;
  private final int[] order;
  private final double[] thresholds;

  /// @param state what the spins are at first; copied
  /// @param temperature T, 0 or more, in units of the energy
  public GlauberDynamics(
      DenseHebbianNetwork network,
      byte[] state,
      double temperature,
      FieldScheme scheme,
      RandomStream random) {
    this.network = network;
    this.temperature = requireTemperature(temperature);
    this.indices = network.indices(scheme);
    this.random = random;
    this.replica = network.replica(state);
    this.order = new int[network.spins()];
    this.thresholds = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  static double requireTemperature(double temperature) {
    if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "temperature must be finite and 0 or more, was " + temperature);
    }
    return temperature;
  }

  /// Asks every spin once.
  ///
  /// @return how many spins changed
  public int sweep() {
    random.shuffle(order);
    drawThresholds();
    int changed = 0;
    for (int k = 0; k < order.length; k++) {
      int next = k + 1 < order.length ? order[k + 1] : -1;
      changed += update(order[k], next, thresholds[k]) ? 1 : 0;
    }
    return changed;
  }

  private boolean update(int spin, int next, double threshold) {
    int side = replica.compare(spin, next, indices, threshold);
    int sign = replica.state()[spin];
    boolean turns = temperature > 0 ? (side > 0) != (sign > 0) : side * sign < 0;
    if (turns) {
      replica.flip(spin);
    }
    return turns;
  }

  /// What the fields, in units of the couplings, must exceed for +1.
  private void drawThresholds() {
    if (temperature == 0) {
      return;
    }
    for (int k = 0; k < thresholds.length; k++) {
      double u = random.nextDouble();
      thresholds[k] = u / (1 - u);
    }
    Doubles.log(thresholds, 0, thresholds, 0, thresholds.length);
    double unit = temperature / (2 * network.couplings().scale());
    for (int k = 0; k < thresholds.length; k++) {
      thresholds[k] *= unit;
    }
  }

  /// The spins, as a copy.
  public byte[] state() {
    return replica.state().clone();
  }

  /// E.
  public double energy() {
    return network.energy(replica);
  }

  /// E/N.
  public double energyPerSpin() {
    return energy() / network.spins();
  }

  /// m with an archetype.
  public double overlap(int pattern) {
    return network.archetypes().overlap(pattern, replica.state());
  }

  /// n with the mean of a class's examples.
  public double exampleOverlap(int pattern) {
    return network.exampleOverlap(pattern, replica.state());
  }

  /// The overlap of two replicas, q = (1/N) sum_i sigma_i sigma'_i.
  public double overlap(GlauberDynamics other) {
    byte[] left = replica.state();
    byte[] right = Signs.require("state of the other replica", other.replica.state(), left.length);
    long sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return (double) sum / left.length;
  }
}
