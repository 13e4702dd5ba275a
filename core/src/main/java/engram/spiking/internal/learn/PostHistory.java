// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;
import engram.spiking.internal.synapse.Column;
import java.util.Arrays;
import java.util.List;

/// The postsynaptic spikes of each target that synapses have still to see, with the traces just
/// before and just after each.
///
/// Spikes stand at the time at which they reach the synapses of the longest delay; a synapse whose
/// delay is shorter by a lead sees them so much earlier. Of spikes that all synapses have seen the
/// last one stays, since traces go on from it.
final class PostHistory {
  private final SpikeRule rule;
  private final Decays decays;
  private final int longest;
  private final Train[] targets;

  /// Spikes of one target, by arrival.
  private static final class Train {
    private int size;
    private long[] arrival = new long[4];
    private double[] before = new double[4];
    private double[] slowBefore = new double[4];
    private double[] after = new double[4];
    private double[] slowAfter = new double[4];

    private void grow() {
      int length = 2 * size;
      arrival = Arrays.copyOf(arrival, length);
      before = Arrays.copyOf(before, length);
      slowBefore = Arrays.copyOf(slowBefore, length);
      after = Arrays.copyOf(after, length);
      slowAfter = Arrays.copyOf(slowAfter, length);
    }

    private void drop(int first) {
      size -= first;
      System.arraycopy(arrival, first, arrival, 0, size);
      System.arraycopy(before, first, before, 0, size);
      System.arraycopy(slowBefore, first, slowBefore, 0, size);
      System.arraycopy(after, first, after, 0, size);
      System.arraycopy(slowAfter, first, slowAfter, 0, size);
    }
  }

  /// @param longest the longest delay, in steps
  PostHistory(int targets, SpikeRule rule, Decays decays, int longest) {
    this.rule = rule;
    this.decays = decays;
    this.longest = longest;
    this.targets = new Train[targets];
    Arrays.setAll(this.targets, _ -> new Train());
  }

  /// A target fires.
  void fire(int target, long step) {
    add(target, step + longest);
  }

  private void add(int target, long arrival) {
    Train train = targets[target];
    double fast = trace(target, train.size - 1, arrival);
    double slow = slowTrace(target, train.size - 1, arrival);
    SpikeTraces after = rule.after(new SpikeTraces(0, fast, 0, slow), false, true);
    append(train, arrival, fast, slow, after.post(), after.slowPost());
  }

  private static void append(
      Train train, long arrival, double fast, double slow, double after, double slowAfter) {
    if (train.size == train.arrival.length) {
      train.grow();
    }
    int at = train.size++;
    train.arrival[at] = arrival;
    train.before[at] = fast;
    train.slowBefore[at] = slow;
    train.after[at] = after;
    train.slowAfter[at] = slowAfter;
  }

  /// How many spikes of a target it holds.
  int size(int target) {
    return targets[target].size;
  }

  /// The first spike that arrives at a time or later.
  int first(int target, long time) {
    Train train = targets[target];
    int at = train.size;
    while (at > 0 && train.arrival[at - 1] >= time) {
      at--;
    }
    return at;
  }

  long arrival(int target, int spike) {
    return targets[target].arrival[spike];
  }

  /// The trace just before a spike.
  double before(int target, int spike) {
    return targets[target].before[spike];
  }

  /// The slow trace just before a spike.
  double slowBefore(int target, int spike) {
    return targets[target].slowBefore[spike];
  }

  /// The trace at a time after a spike and before the next; 0 where the spike is -1.
  double trace(int target, int spike, long time) {
    Train train = targets[target];
    return spike < 0 ? 0 : train.after[spike] * decays.post(time - train.arrival[spike]);
  }

  /// The slow trace, likewise.
  double slowTrace(int target, int spike, long time) {
    Train train = targets[target];
    return spike < 0 ? 0 : train.slowAfter[spike] * decays.slowPost(time - train.arrival[spike]);
  }

  /// All synapses have seen what arrived until a step, that step included.
  void forget(long step) {
    for (int target = 0; target < targets.length; target++) {
      forget(target, step);
    }
  }

  /// All synapses of a target have.
  void forget(int target, long step) {
    int base = first(target, step + 1) - 1;
    if (base > 0) {
      targets[target].drop(base);
    }
  }

  /// Adds the last spike of each target that all synapses have seen, and for each step to come a
  /// column with 1 where a spike arrives.
  ///
  /// @param next the next step
  void put(List<Column> columns, long next) {
    SideTraces seen = new SideTraces(targets.length);
    float[][] coming = new float[longest][targets.length];
    for (int target = 0; target < targets.length; target++) {
      Train train = targets[target];
      int ahead = first(target, next);
      if (ahead > 0) {
        int k = ahead - 1;
        seen.spike(
            target,
            train.arrival[k],
            train.before[k],
            train.slowBefore[k],
            train.after[k],
            train.slowAfter[k]);
      }
      for (int k = ahead; k < train.size; k++) {
        coming[(int) (train.arrival[k] - next)][target] = 1;
      }
    }
    seen.put(columns, Column.Kind.TARGET, "post/");
    for (int ahead = 0; ahead < longest; ahead++) {
      columns.add(new Column(Column.Kind.TARGET, "underway/" + ahead, coming[ahead]));
    }
  }

  /// The inverse of [#put].
  void take(List<Column> columns, long next) {
    long[] last = (long[]) Column.find(columns, "post/last").array();
    double[] before = (double[]) Column.find(columns, "post/before").array();
    double[] slowBefore = (double[]) Column.find(columns, "post/slow-before").array();
    double[] after = (double[]) Column.find(columns, "post/after").array();
    double[] slowAfter = (double[]) Column.find(columns, "post/slow-after").array();
    for (int i = 0; i < targets.length; i++) {
      targets[i].size = 0;
      if (last[i] >= 0) {
        append(targets[i], last[i], before[i], slowBefore[i], after[i], slowAfter[i]);
      }
    }
    for (int ahead = 0; ahead < longest; ahead++) {
      float[] marks = (float[]) Column.find(columns, "underway/" + ahead).array();
      for (int i = 0; i < targets.length; i++) {
        if (marks[i] != 0) {
          add(i, next + ahead);
        }
      }
    }
  }
}
