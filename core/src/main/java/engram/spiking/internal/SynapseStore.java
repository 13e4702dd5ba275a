// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.kernel.Workers;
import engram.spiking.connect.SynapseVisitor;
import engram.spiking.internal.learn.PlasticPathway;
import engram.spiking.internal.learn.ScaledPathway;
import engram.spiking.internal.learn.ShortTermPathway;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Ring;
import engram.spiking.internal.synapse.Builder;
import engram.spiking.internal.synapse.Pairs;
import engram.spiking.internal.synapse.Pathway;
import engram.spiking.internal.synapse.StaticPathway;
import engram.spiking.internal.synapse.Synapses;
import engram.spiking.internal.synapse.Wiring;
import engram.spiking.learn.Learning;
import java.util.ArrayList;
import java.util.List;

/// The synapses of all projections, by projection and slice. Forks share it: nobody writes to it.
public final class SynapseStore {
  private final int slices;
  private final List<Synapses[]> projections = new ArrayList<>();

  /// @param slices how many ranges the targets of each projection are cut into
  public SynapseStore(int slices) {
    this.slices = slices;
  }

  /// How many ranges.
  public int slices() {
    return slices;
  }

  /// Where the range of a slice begins among so many neurons.
  public int begin(int slice, int neurons) {
    return (int) ((long) neurons * slice / slices);
  }

  /// Builds the next projection, each slice by whoever is free.
  public void add(Wiring wiring, Workers workers) {
    Pairs pairs = new Pairs(wiring);
    Synapses[] built = new Synapses[slices];
    workers.run(
        slices,
        slice ->
            built[slice] =
                Builder.build(
                    wiring,
                    pairs,
                    begin(slice, wiring.targets()),
                    begin(slice + 1, wiring.targets())));
    projections.add(built);
  }

  /// How many synapses.
  public long count() {
    long sum = 0;
    for (Synapses[] all : projections) {
      for (Synapses one : all) {
        sum += one.count();
      }
    }
    return sum;
  }

  /// How many synapses a projection has.
  public long count(int projection) {
    long sum = 0;
    for (Synapses one : projections.get(projection)) {
      sum += one.count();
    }
    return sum;
  }

  /// How many bytes they take.
  public long bytes() {
    long sum = 0;
    for (Synapses[] all : projections) {
      for (Synapses one : all) {
        sum += one.bytes();
      }
    }
    return sum;
  }

  /// The longest delay of a projection, in steps.
  public int longestDelay(int projection) {
    int most = 1;
    for (Synapses one : projections.get(projection)) {
      most = Math.max(most, one.longestDelay());
    }
    return most;
  }

  /// The shortest delay of all, in steps; `most` if there are no synapses or it is longer.
  public int shortestDelay(int most) {
    int least = most;
    for (Synapses[] all : projections) {
      for (Synapses one : all) {
        least = one.count() == 0 ? least : Math.min(least, one.shortestDelay());
      }
    }
    return least;
  }

  /// The way of a projection's spikes to the part of a slice.
  ///
  /// @param target the part
  /// @param ring of the receptor
  public Pathway pathway(
      int projection, int slice, int source, Part target, Ring ring, Learning learning) {
    Synapses synapses = projections.get(projection)[slice];
    return switch (learning) {
      case Learning.None _ -> new StaticPathway(source, synapses, ring);
      case Learning.Scaled scaled -> new ScaledPathway(source, synapses, target, ring, scaled);
      case Learning.ShortTerm tiring ->
          new ShortTermPathway(source, synapses, ring, tiring, target.site().dtMs());
      case Learning.ByRule rule ->
          new PlasticPathway(source, synapses, target, ring, longestDelay(projection), rule, null);
      case Learning.RuleAndScaling both ->
          new PlasticPathway(
              source,
              synapses,
              target,
              ring,
              longestDelay(projection),
              both.byRule(),
              both.scaling());
    };
  }

  /// Takes the runs of a projection, in an order that slices do not change.
  private interface RunVisitor {
    /// @param from where the run begins among the synapses of its slice
    void run(int slice, int source, int delay, int from, int to);
  }

  /// Goes through a projection by source, then by delay, then by target.
  private void forEachRun(int projection, RunVisitor visitor) {
    Synapses[] all = projections.get(projection);
    int[] runs = new int[slices];
    int sources = all[0].starts().length - 1;
    for (int source = 0; source < sources; source++) {
      for (int slice = 0; slice < slices; slice++) {
        runs[slice] = all[slice].firstRun(source);
      }
      int delay = nextDelay(all, source, runs);
      while (delay < Integer.MAX_VALUE) {
        for (int slice = 0; slice < slices; slice++) {
          Synapses one = all[slice];
          int run = runs[slice];
          if (run < one.firstRun(source + 1) && one.delay(run) == delay) {
            int from = run == one.firstRun(source) ? one.starts()[source] : one.end(run - 1);
            visitor.run(slice, source, delay, from, one.end(run));
            runs[slice]++;
          }
        }
        delay = nextDelay(all, source, runs);
      }
    }
  }

  /// The shortest delay of the runs that are still to come of a source; the largest number if none
  /// are.
  private static int nextDelay(Synapses[] all, int source, int[] runs) {
    int least = Integer.MAX_VALUE;
    for (int slice = 0; slice < all.length; slice++) {
      if (runs[slice] < all[slice].firstRun(source + 1)) {
        least = Math.min(least, all[slice].delay(runs[slice]));
      }
    }
    return least;
  }

  /// Hands every synapse of a projection to a visitor: by source, then by delay, then by target.
  ///
  /// @param ways of the projection, by slice
  public void visit(int projection, int targets, List<Pathway> ways, SynapseVisitor visitor) {
    Synapses[] all = projections.get(projection);
    ways.forEach(Pathway::settle);
    forEachRun(
        projection,
        (slice, source, delay, from, to) -> {
          int first = begin(slice, targets);
          float[] now = ways.get(slice).weights();
          for (int k = from; k < to; k++) {
            int target = first + all[slice].targets()[k];
            visitor.visit(source, target, all[slice].weight(k, now), delay);
          }
        });
  }

  /// Copies between an array by synapse of a slice and one of the whole projection, which runs in
  /// the order of [#visit].
  ///
  /// @param gather from the slice to the whole
  void transfer(int projection, int slice, Object own, Object whole, boolean gather) {
    int[] at = new int[1];
    forEachRun(
        projection,
        (other, _, _, from, to) -> {
          int count = to - from;
          if (other == slice && gather) {
            System.arraycopy(own, from, whole, at[0], count);
          } else if (other == slice) {
            System.arraycopy(whole, at[0], own, from, count);
          }
          at[0] += count;
        });
  }
}
