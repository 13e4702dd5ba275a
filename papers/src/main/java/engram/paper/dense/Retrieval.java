// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.FieldScheme;
import engram.memory.dense.GlauberDynamics;
import engram.memory.dense.Load;
import engram.memory.dense.MonteCarlo;
import engram.memory.dense.Patterns;
import engram.memory.dense.Start;
import engram.memory.dense.Trajectory;
import engram.random.Seeds;
import engram.stats.Moments;
import java.util.Arrays;

/// How the pages of this paper ask a network. Runs from the archetype ask for its stability; runs
/// from an archetype with turned spins ask for its basin.
final class Retrieval {
  private static final int MOST_SWEEPS = 30;

  private Retrieval() {}

  /// K random patterns at the load gamma of P bodies.
  static Patterns patterns(int bodies, int spins, double gamma, Seeds seeds) {
    return Patterns.random(
        Load.ofGamma(bodies, spins, gamma).patterns(), spins, seeds.stream("archetypes"));
  }

  /// The mean overlaps of runs from the first archetypes, a run each.
  static Trajectory.Means[] stability(
      DenseHebbianNetwork network, MonteCarlo monteCarlo, int archetypes, Seeds seeds) {
    Trajectory.Means[] means = new Trajectory.Means[archetypes];
    for (int mu = 0; mu < archetypes; mu++) {
      Seeds dynamics = seeds.child("dynamics", mu);
      means[mu] =
          monteCarlo.run(network, Start.archetype(mu), dynamics.stream("heat-bath")).means();
    }
    return means;
  }

  /// The state after spin after spin was set by the sign of its field until none changed, or 30
  /// times.
  static byte[] settle(DenseHebbianNetwork network, Start start, Seeds seeds) {
    GlauberDynamics dynamics =
        new GlauberDynamics(
            network,
            start.in(network, seeds.stream("start")),
            0,
            FieldScheme.EXACT_DISTINCT,
            seeds.stream("order"));
    int sweeps = 0;
    while (sweeps < MOST_SWEEPS && dynamics.sweep() > 0) {
      sweeps++;
    }
    return dynamics.state();
  }

  /// m after settling.
  static double settled(DenseHebbianNetwork network, Start start, Seeds seeds) {
    return network.archetypes().overlap(start.pattern(), settle(network, start, seeds));
  }

  /// The mean over the first archetypes of m after settling from each.
  static double settledMean(DenseHebbianNetwork network, int archetypes, Seeds seeds) {
    double[] m = new double[archetypes];
    for (int mu = 0; mu < archetypes; mu++) {
      m[mu] = settled(network, Start.archetype(mu), seeds.child("settle", mu));
    }
    return Moments.of(m).mean();
  }

  static double meanM(Trajectory.Means... runs) {
    return Moments.of(Arrays.stream(runs).mapToDouble(Trajectory.Means::m).toArray()).mean();
  }

  static double meanN(Trajectory.Means... runs) {
    return Moments.of(Arrays.stream(runs).mapToDouble(Trajectory.Means::n).toArray()).mean();
  }
}
