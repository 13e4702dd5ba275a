// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;
import engram.spiking.internal.part.Emission;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Ring;
import engram.spiking.internal.synapse.Column;
import engram.spiking.internal.synapse.Pathway;
import engram.spiking.internal.synapse.Synapses;
import engram.spiking.learn.Learning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Synapses that learn by a [SpikeRule].
///
/// The time of a synapse is that of presynaptic spikes; a postsynaptic spike reaches it the delay
/// later. In each of its steps, presynaptic spikes come first, then postsynaptic ones; each reads
/// the traces of the other side as they were just before that step.
///
/// Lazy execution keeps postsynaptic spikes in a history and has a synapse go through those since
/// its last presynaptic spike when the next one comes, or when weights are read. Changes are made
/// in the same order from the same numbers as at once, so weights are equal to the last bit.
public final class PlasticPathway implements Pathway {
  /// How often a lazy history is gone through and emptied: often enough to stay short.
  private static final int SWEEP = 8192;

  private final int source;
  private final Synapses synapses;
  private final Part target;
  private final Ring ring;
  private final SpikeRule rule;
  private final int longest;
  private final PlasticWeights weights;
  private final Decays decays;
  private final SideTraces pre;
  private final PostHistory post;
  private final @Nullable Arrivals arrivals;
  private final @Nullable TargetScaling scaling;
  private boolean learning = true;

  /// The last step that has been closed.
  private long now = -1;

  /// The last step up to which every synapse has seen all postsynaptic spikes.
  private long settled = -1;

  /// @param longest delay of the whole projection, in steps
  /// @param how by which rule
  /// @param scaled how weights are scaled as well; null if they are not
  public PlasticPathway(
      int source,
      Synapses synapses,
      Part target,
      Ring ring,
      int longest,
      Learning.ByRule how,
      Learning.@Nullable Scaled scaled) {
    this.source = source;
    this.synapses = synapses;
    this.target = target;
    this.ring = ring;
    this.longest = longest;
    rule = how.rule();
    int targets = target.site().count();
    double dtMs = target.site().dtMs();
    weights = new PlasticWeights(synapses, how, dtMs);
    decays = new Decays(rule, dtMs);
    pre = new SideTraces(synapses.starts().length - 1);
    post = new PostHistory(targets, rule, decays, longest);
    arrivals =
        how.execution() == Learning.Execution.IMMEDIATE
            ? new Arrivals(TargetIndex.of(synapses, targets), longest)
            : null;
    scaling = scaled == null ? null : new TargetScaling(scaled, targets, dtMs);
  }

  @Override
  public int source() {
    return source;
  }

  @Override
  public float[] weights() {
    return weights.all();
  }

  @Override
  public void deliver(int[] neurons, int from, int to, int first, long step) {
    for (int k = from; k < to; k++) {
      preSpike(first + neurons[k], step);
    }
  }

  private void preSpike(int neuron, long step) {
    double fast = 0;
    double slow = 0;
    if (pre.last[neuron] >= 0) {
      fast = pre.after[neuron] * decays.pre(step - pre.last[neuron]);
      slow = pre.slowAfter[neuron] * decays.slowPre(step - pre.last[neuron]);
    }
    char[] targets = synapses.targets();
    float[] all = weights.all();
    int k = synapses.starts()[neuron];
    for (int run = synapses.firstRun(neuron); run < synapses.firstRun(neuron + 1); run++) {
      int lead = longest - synapses.delay(run);
      float[] row = ring.row(step + synapses.delay(run));
      for (int end = synapses.end(run); k < end; k++) {
        int at = targets[k];
        if (learning) {
          learnAtPre(k, neuron, at, lead, step, fast, slow);
        }
        row[at] += all[k];
      }
    }
    SpikeTraces after = rule.after(new SpikeTraces(fast, 0, slow, 0), true, false);
    pre.spike(neuron, step, fast, slow, after.pre(), after.slowPre());
  }

  /// @param lead how much earlier than those of the longest delay the synapse sees spikes
  /// @param fast the trace of the neuron just before
  /// @param slow the slow trace
  private void learnAtPre(
      int synapse, int neuron, int at, int lead, long step, double fast, double slow) {
    if (arrivals == null) {
      catchUp(synapse, neuron, at, lead, step - 1);
    }
    long seen = step + lead;
    int last = post.first(at, seen) - 1;
    SpikeTraces before =
        new SpikeTraces(fast, post.trace(at, last, seen), slow, post.slowTrace(at, last, seen));
    weights.changeAtPre(synapse, before, step);
  }

  /// Goes through the postsynaptic spikes that a synapse has not seen yet.
  ///
  /// @param until the last step that counts
  private void catchUp(int synapse, int neuron, int at, int lead, long until) {
    long from = Math.max(pre.last[neuron], settled + 1);
    int size = post.size(at);
    for (int spike = post.first(at, from + lead); spike < size; spike++) {
      long step = post.arrival(at, spike) - lead;
      if (step > until) {
        return;
      }
      postSpike(synapse, neuron, at, spike, step);
    }
  }

  private void postSpike(int synapse, int neuron, int at, int spike, long step) {
    long elapsed = step - pre.last[neuron];
    boolean meets = elapsed == 0;
    double fast = meets ? pre.before[neuron] : pre.after[neuron] * decays.pre(elapsed);
    double slow = meets ? pre.slowBefore[neuron] : pre.slowAfter[neuron] * decays.slowPre(elapsed);
    SpikeTraces before =
        new SpikeTraces(fast, post.before(at, spike), slow, post.slowBefore(at, spike));
    weights.changeAtPost(synapse, before, step);
  }

  @Override
  public void close(long step, int turn, int offset) {
    Emission emission = target.emission(turn);
    for (int k = emission.from(offset); k < emission.to(offset); k++) {
      fire(emission.neurons()[k], step);
    }
    if (arrivals != null) {
      arrive(arrivals, step);
    }
    now = step;
    if (arrivals == null && (step + 1) % SWEEP == 0) {
      settle();
    }
    if (scaling != null) {
      scaling.take(emission, offset, step);
      scale(scaling, step);
    }
  }

  private void fire(int at, long step) {
    if (arrivals != null) {
      post.forget(at, now);
      arrivals.fire(at, step, step);
    }
    post.fire(at, step);
  }

  /// Postsynaptic spikes reach synapses.
  private void arrive(Arrivals coming, long step) {
    TargetIndex index = coming.index();
    for (int k = 0; learning && k < coming.size(step); k++) {
      int at = coming.target(step, k);
      int run = coming.run(step, k);
      int spike = post.first(at, step + longest - index.delays()[run]);
      for (int s = index.start(run); s < index.ends()[run]; s++) {
        postSpike(index.synapses()[s], index.sources()[s], at, spike, step);
      }
    }
    coming.clear(step);
  }

  private void scale(TargetScaling by, long step) {
    if (by.isDue(step)) {
      by.gather(step);
      settle();
      if (learning) {
        weights.scale(by, synapses.targets());
      }
      by.begin();
    }
  }

  @Override
  public void settle() {
    if (arrivals != null) {
      return;
    }
    for (int neuron = 0; learning && neuron < pre.last.length; neuron++) {
      int k = synapses.starts()[neuron];
      for (int run = synapses.firstRun(neuron); run < synapses.firstRun(neuron + 1); run++) {
        int lead = longest - synapses.delay(run);
        for (int end = synapses.end(run); k < end; k++) {
          catchUp(k, neuron, synapses.targets()[k], lead, now);
        }
      }
    }
    settled = now;
    post.forget(now);
  }

  @Override
  public void setLearning(boolean on) {
    settle();
    learning = on;
  }

  @Override
  public void reward(double amount, long step) {
    settle();
    weights.reward(amount, step, learning);
  }

  @Override
  public List<Column> columns(long step) {
    settle();
    List<Column> columns = new ArrayList<>();
    weights.put(columns);
    pre.put(columns, Column.Kind.SOURCE, "pre/");
    post.put(columns, now + 1);
    weights.putEligibility(columns);
    if (scaling != null) {
      scaling.put(columns);
    }
    return columns;
  }

  @Override
  public void restored(List<Column> columns, long step) {
    now = step - 1;
    settled = now;
    post.take(columns, step);
    if (arrivals != null) {
      arrivals.clear();
      for (int at = 0; at < target.site().count(); at++) {
        for (int spike = post.first(at, step); spike < post.size(at); spike++) {
          arrivals.fire(at, post.arrival(at, spike) - longest, now);
        }
      }
    }
  }
}
