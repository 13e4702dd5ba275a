// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.kernel.Workers;
import engram.spiking.connect.SynapseVisitor;
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
      case Learning.Stdp _, Learning.Rewarded _ ->
          new PlasticPathway(source, synapses, target, ring, learning);
    };
  }

  /// Hands every synapse of a projection to a visitor: by source, then by slice, as they lie.
  ///
  /// @param ways of the projection, by slice
  public void visit(int projection, int targets, List<Pathway> ways, SynapseVisitor visitor) {
    Synapses[] all = projections.get(projection);
    ways.forEach(Pathway::settle);
    int sources = all[0].starts().length - 1;
    for (int source = 0; source < sources; source++) {
      for (int slice = 0; slice < slices; slice++) {
        all[slice].visit(source, begin(slice, targets), ways.get(slice).weights(), visitor);
      }
    }
  }

  /// Copies between an array by synapse of a slice and one of the whole projection, which runs by
  /// source, then by slice.
  ///
  /// @param gather from the slice to the whole
  void transfer(int projection, int slice, Object own, Object whole, boolean gather) {
    Synapses[] all = projections.get(projection);
    int at = 0;
    for (int source = 0; source < all[0].starts().length - 1; source++) {
      for (int other = 0; other < slices; other++) {
        int from = all[other].starts()[source];
        int count = all[other].starts()[source + 1] - from;
        if (other == slice && gather) {
          System.arraycopy(own, from, whole, at, count);
        } else if (other == slice) {
          System.arraycopy(whole, at, own, from, count);
        }
        at += count;
      }
    }
  }
}
