// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.spiking.connect.AllToAll;
import engram.spiking.connect.Allowed;
import engram.spiking.connect.DistanceDependent;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.connect.FixedOutDegree;
import engram.spiking.connect.FixedTotalNumber;
import engram.spiking.connect.ListedPairs;
import engram.spiking.connect.OneToOne;
import engram.spiking.connect.PairwiseBernoulli;

/// The pairs of a projection, drawn anew at each call: the same pairs in the same order, for any
/// cut of the targets into ranges.
///
/// Neuron k draws from position k 2^32 of the stream `pairs` on. Rules that are drawn a target
/// visit the targets of the range only; the others visit everything.
public final class Pairs {
  private final Wiring wiring;
  private final int[] inDegrees;

  /// Those of a projection.
  public Pairs(Wiring wiring) {
    this.wiring = wiring;
    inDegrees =
        wiring.rule() instanceof FixedTotalNumber total
            ? Multinomial.draw(total.count(), wiring.targets(), wiring.seeds().stream("in-degrees"))
            : new int[0];
  }

  /// Whether targets come in ascending order.
  boolean ascending() {
    return !(wiring.rule() instanceof FixedOutDegree || wiring.rule() instanceof ListedPairs);
  }

  /// Where the draws of a neuron begin in each stream of the projection.
  static long position(int neuron) {
    return (long) neuron << 32;
  }

  /// Gives all pairs whose target is in [from, to), and maybe others.
  void draw(int from, int to, PairSink sink) {
    RandomStream stream = wiring.seeds().stream("pairs");
    switch (wiring.rule()) {
      case AllToAll rule -> allToAll(rule, from, to, sink);
      case OneToOne _ -> {
        for (int i = from; i < to; i++) {
          sink.begin(i);
          sink.pair(i, i, i);
        }
      }
      case ListedPairs list -> {
        sink.begin(0);
        for (int k = 0; k < list.size(); k++) {
          sink.pair(list.source(k), list.target(k), k);
        }
      }
      case FixedInDegree rule -> {
        for (int target = from; target < to; target++) {
          begin(target, stream, sink);
          partners(rule.count(), wiring.sources(), target, rule.allowed(), stream, sink, true);
        }
      }
      case FixedOutDegree rule -> {
        for (int source = 0; source < wiring.sources(); source++) {
          begin(source, stream, sink);
          partners(rule.count(), wiring.targets(), source, rule.allowed(), stream, sink, false);
        }
      }
      case FixedTotalNumber _ -> {
        for (int target = from; target < to; target++) {
          begin(target, stream, sink);
          partners(
              inDegrees[target], wiring.sources(), target, Allowed.EVERYTHING, stream, sink, true);
        }
      }
      case PairwiseBernoulli rule -> {
        for (int target = from; target < to; target++) {
          begin(target, stream, sink);
          bernoulli(rule, target, stream, sink);
        }
      }
      case DistanceDependent rule -> {
        for (int target = from; target < to; target++) {
          begin(target, stream, sink);
          distances(rule, target, stream, sink);
        }
      }
    }
  }

  private static void begin(int neuron, RandomStream stream, PairSink sink) {
    stream.seek(position(neuron));
    sink.begin(neuron);
  }

  private void allToAll(AllToAll rule, int from, int to, PairSink sink) {
    for (int target = from; target < to; target++) {
      sink.begin(target);
      for (int source = 0; source < wiring.sources(); source++) {
        if (!isForbidden(rule.autapses(), source, target)) {
          sink.pair(source, target, (long) target * wiring.sources() + source);
        }
      }
    }
  }

  private boolean isForbidden(boolean autapses, int source, int target) {
    return wiring.same() && !autapses && source == target;
  }

  /// Draws partners of a neuron: with replacement, or a set of different ones.
  private void partners(
      int count,
      int population,
      int neuron,
      Allowed allowed,
      RandomStream stream,
      PairSink sink,
      boolean neuronIsTarget) {
    int gap = wiring.same() && !allowed.autapses() ? neuron : population;
    int possible = population - (gap < population ? 1 : 0);
    int[] chosen = allowed.multapses() ? null : stream.sample(possible, count);
    for (int k = 0; k < count; k++) {
      int drawn = chosen == null ? stream.nextInt(possible) : chosen[k];
      int partner = drawn < gap ? drawn : drawn + 1;
      if (neuronIsTarget) {
        sink.pair(partner, neuron, -1);
      } else {
        sink.pair(neuron, partner, -1);
      }
    }
  }

  /// Leaps from one connected source to the next: the number of failures before a success is the
  /// whole part of an exponential over -ln(1 - p).
  private void bernoulli(PairwiseBernoulli rule, int target, RandomStream stream, PairSink sink) {
    double p = rule.probability();
    if (p == 0) {
      return;
    }
    double scale = p == 1 ? 0 : 1 / StrictMath.log1p(-p);
    double at = -1;
    while (true) {
      double u = ((stream.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
      at += 1 + Math.floor(Doubles.log(u) * scale);
      if (at >= wiring.sources()) {
        return;
      }
      if (!isForbidden(rule.autapses(), (int) at, target)) {
        sink.pair((int) at, target, -1);
      }
    }
  }

  private void distances(DistanceDependent rule, int target, RandomStream stream, PairSink sink) {
    for (int source = 0; source < wiring.sources(); source++) {
      boolean hit = stream.nextDouble() < rule.probability(source, target);
      if (hit && !isForbidden(rule.autapses(), source, target)) {
        sink.pair(source, target, -1);
      }
    }
  }
}
