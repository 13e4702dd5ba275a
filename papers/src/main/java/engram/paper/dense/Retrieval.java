// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.kernel.Doubles;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.FieldScheme;
import engram.memory.dense.GlauberDynamics;
import engram.memory.dense.Load;
import engram.memory.dense.Patterns;
import engram.memory.dense.Start;
import engram.random.Seeds;
import engram.stats.Moments;
import java.util.function.DoublePredicate;

/// Settling at T = 0, from an archetype for its stability, from one with turned spins for its
/// basin, from an image for its class.
final class Retrieval {
  private static final int MOST_SWEEPS = 30;

  private Retrieval() {}

  /// Where a property ends that holds at the low end and not at the high one: by halving the
  /// logarithm so many times.
  static double limit(double low, double high, int halvings, DoublePredicate holds) {
    double from = Doubles.log(low);
    double to = Doubles.log(high);
    for (int k = 0; k < halvings; k++) {
      double middle = (from + to) / 2;
      if (holds.test(Doubles.exp(middle))) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return Doubles.exp((from + to) / 2);
  }

  /// K random patterns at the load gamma of P bodies.
  static Patterns patterns(int bodies, int spins, double gamma, Seeds seeds) {
    return Patterns.random(
        Load.ofGamma(bodies, spins, gamma).patterns(), spins, seeds.stream("archetypes"));
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

  /// The share of states that settle where the overlap n with the class of the answer is largest,
  /// the first of equals.
  static double accuracy(DenseHebbianNetwork network, byte[][] asked, int[] answers, Seeds seeds) {
    int right = 0;
    for (int i = 0; i < asked.length; i++) {
      byte[] end = settle(network, Start.state(asked[i]), seeds.child("asked", i));
      int best = 0;
      for (int mu = 1; mu < network.archetypes().count(); mu++) {
        best = network.exampleOverlap(mu, end) > network.exampleOverlap(best, end) ? mu : best;
      }
      right += best == answers[i] ? 1 : 0;
    }
    return (double) right / asked.length;
  }
}
