// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.lab.Needs;
import engram.lab.parameter.Param;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Load;
import engram.memory.dense.MonteCarlo;
import engram.memory.dense.Patterns;
import engram.memory.dense.Start;
import engram.memory.dense.Trajectory;
import engram.random.Seeds;
import engram.stats.Moments;
import engram.stats.Quantiles;

/// Networks made of noisy examples of random archetypes, heat bath, started at the archetype: the
/// parameters that the pages on stability share.
record Ensemble(
    @Param(doc = "spins, N", min = 16) int spins,
    @Param(doc = "load, gamma = K P!/(2 N^(P-1))", min = 0.001, max = 1) double gamma,
    @Param(doc = "temperature, T", min = 0) double temperature,
    @Param(doc = "archetypes to start at", min = 1, max = 20) int starts,
    @Param(doc = "sweeps, a third of which the means leave out", min = 3) int sweeps,
    @Param(doc = "sabotage: the network is of two-body couplings") boolean pairwise) {

  /// With so many spins, starts and sweeps; gamma = 0.1.
  static Ensemble of(int spins, double temperature, int starts, int sweeps) {
    return new Ensemble(spins, 0.1, temperature, starts, sweeps, false);
  }

  Ensemble sabotaged() {
    return new Ensemble(spins, gamma, temperature, starts, sweeps, true);
  }

  /// What networks of P bodies need: 30 ns to draw a sum, 1 ns for a pattern in a field.
  Needs needs(int bodies, int networks) {
    double size = spins * (double) Load.ofGamma(bodies, spins, gamma).patterns();
    return Needs.cpuSeconds(0.2 + networks * size * (30 + starts * sweeps) * 1e-9)
        .withMemory((64L << 20) + (long) (4 * size));
  }

  /// K random archetypes at the load gamma of P bodies.
  Patterns archetypes(int bodies, int ofSpins, Seeds seeds) {
    return Patterns.random(
        Load.ofGamma(bodies, ofSpins, gamma).patterns(), ofSpins, seeds.stream("archetypes"));
  }

  /// Runs from the first archetypes of a network that a teacher made of examples.
  Runs stability(int bodies, ExampleSet examples, Seeds seeds) {
    return stability(
        DenseHebbianNetwork.supervised(bodies, examples), temperature, sweeps, starts, seeds);
  }

  /// Runs from the first archetypes, a third of the sweeps being left out of the means.
  static Runs stability(
      DenseHebbianNetwork network, double temperature, int sweeps, int starts, Seeds seeds) {
    MonteCarlo monteCarlo = MonteCarlo.at(temperature, sweeps, sweeps / 3);
    double[] m = new double[starts];
    double[] n = new double[starts];
    for (int mu = 0; mu < starts; mu++) {
      Seeds dynamics = seeds.child("dynamics", mu);
      Trajectory.Means means =
          monteCarlo.run(network, Start.archetype(mu), dynamics.stream("heat-bath")).means();
      m[mu] = means.m();
      n[mu] = means.n();
    }
    return new Runs(m, n);
  }

  /// The mean overlaps of some runs.
  @SuppressWarnings("ArrayRecordComponent") // made once, handed over
  record Runs(double[] m, double[] n) {
    double meanM() {
      return Moments.of(m).mean();
    }

    double meanN() {
      return Moments.of(n).mean();
    }

    double medianM() {
      return Quantiles.median(m);
    }
  }
}
