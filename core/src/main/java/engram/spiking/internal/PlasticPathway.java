// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.kernel.Doubles;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;
import engram.plasticity.spike.factor.RewardModulation;
import engram.spiking.learn.Learning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Synapses that learn by a [SpikeRule], all of one delay.
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
  private final @Nullable RewardModulation reward;
  private final @Nullable TargetIndex index;
  private final float[] weights;
  private final float[] eligibility;
  private final long[] eligibleAt;
  private final double eligibleShare;
  private final Decays decays;
  private final SideTraces pre;
  private final SideTraces post;
  private final PostHistory history;
  private final Underway underway;
  private final double[] baseline = new double[1];
  private boolean learning = true;

  /// @param learning how, a rule with or without reward
  PlasticPathway(int source, Synapses synapses, Part target, Ring ring, Learning learning) {
    this.source = source;
    this.synapses = synapses;
    this.target = target;
    this.ring = ring;
    boolean immediate;
    switch (learning) {
      case Learning.Stdp stdp -> {
        rule = stdp.rule();
        reward = null;
        immediate = stdp.execution() == Learning.Execution.IMMEDIATE;
      }
      case Learning.Rewarded rewarded -> {
        rule = rewarded.modulation().rule();
        reward = rewarded.modulation();
        immediate = rewarded.execution() == Learning.Execution.IMMEDIATE;
      }
      case Learning.None _, Learning.Scaled _, Learning.ShortTerm _ ->
          throw new IllegalArgumentException("learning must be by a rule, was " + learning);
    }
    double dtMs = target.site().dtMs();
    weights = synapses.ownWeights();
    for (int k = 0; k < weights.length; k++) {
      requireInRange(weights[k]);
    }
    index = immediate ? TargetIndex.of(synapses, target.site().count()) : null;
    eligibility = new float[reward == null ? 0 : weights.length];
    eligibleAt = new long[eligibility.length];
    eligibleShare = reward == null ? 0 : -dtMs / reward.tauMs();
    decays = new Decays(rule, dtMs);
    pre = new SideTraces(synapses.starts().length - 1);
    post = new SideTraces(target.site().count());
    history = new PostHistory(target.site().count());
    underway = new Underway(synapses.delay());
  }

  private void requireInRange(float weight) {
    double bounded = rule.dependence().bounded(weight);
    if ((float) bounded != weight) {
      throw new IllegalArgumentException(
          "weight must be in the range of %s, was %s".formatted(rule.dependence(), weight));
    }
  }

  @Override
  public int source() {
    return source;
  }

  @Override
  public float[] weights() {
    return weights;
  }

  @Override
  public void deliver(int[] neurons, int from, int to, int first, long step) {
    float[] row = ring.row(step + synapses.delay());
    for (int k = from; k < to; k++) {
      preSpike(first + neurons[k], step, row);
    }
  }

  private void preSpike(int neuron, long step, float[] row) {
    double fast = 0;
    double slow = 0;
    if (pre.last[neuron] >= 0) {
      fast = pre.after[neuron] * decays.pre(step - pre.last[neuron]);
      slow = pre.slowAfter[neuron] * decays.slowPre(step - pre.last[neuron]);
    }
    char[] targets = synapses.targets();
    for (int k = synapses.starts()[neuron]; k < synapses.starts()[neuron + 1]; k++) {
      int at = targets[k];
      if (learning) {
        if (index == null) {
          catchUp(k, neuron, at);
        }
        SpikeTraces traces = new SpikeTraces(fast, postNow(at, step), slow, slowPostNow(at, step));
        change(k, rule.changeAtPre(weights[k], traces), step);
      }
      row[at] += weights[k];
    }
    SpikeTraces after = rule.after(new SpikeTraces(fast, 0, slow, 0), true, false);
    pre.spike(neuron, step, fast, slow, after.pre(), after.slowPre());
  }

  private double postNow(int at, long step) {
    return post.last[at] < 0 ? 0 : post.after[at] * decays.post(step - post.last[at]);
  }

  private double slowPostNow(int at, long step) {
    return post.last[at] < 0 ? 0 : post.slowAfter[at] * decays.slowPost(step - post.last[at]);
  }

  /// Goes through the postsynaptic spikes since the last presynaptic one.
  private void catchUp(int synapse, int neuron, int at) {
    long last = pre.last[neuron];
    if (last < 0) {
      return;
    }
    for (int spike = history.first(at, last); spike < history.size(at); spike++) {
      postSpike(
          synapse,
          neuron,
          history.step(at, spike),
          history.fast(at, spike),
          history.slow(at, spike));
    }
  }

  private void postSpike(int synapse, int neuron, long step, double fast, double slow) {
    long elapsed = step - pre.last[neuron];
    boolean meets = elapsed == 0;
    double r = meets ? pre.before[neuron] : pre.after[neuron] * decays.pre(elapsed);
    double slower =
        meets ? pre.slowBefore[neuron] : pre.slowAfter[neuron] * decays.slowPre(elapsed);
    SpikeTraces traces = new SpikeTraces(r, fast, slower, slow);
    change(synapse, rule.changeAtPost(weights[synapse], traces), step);
  }

  private void change(int synapse, double by, long step) {
    if (reward == null) {
      weights[synapse] = (float) rule.dependence().bounded(weights[synapse] + by);
    } else {
      eligibility[synapse] = (float) (eligible(synapse, step) + by);
      eligibleAt[synapse] = step;
    }
  }

  private double eligible(int synapse, long step) {
    double e = eligibility[synapse];
    return e == 0 ? 0 : e * Doubles.exp(eligibleShare * (step - eligibleAt[synapse]));
  }

  @Override
  public void close(long step, int turn, int offset) {
    Emission emission = target.emission(turn);
    for (int k = emission.from(offset); k < emission.to(offset); k++) {
      underway.add(emission.neurons()[k], step + synapses.delay());
    }
    for (int k = 0; k < underway.size(step); k++) {
      arrive(underway.neuron(step, k), step);
    }
    underway.clear(step);
    if (index == null && (step + 1) % SWEEP == 0) {
      settle();
    }
  }

  /// A postsynaptic spike reaches the synapses.
  private void arrive(int at, long step) {
    double fast = postNow(at, step);
    double slow = slowPostNow(at, step);
    if (learning && index != null) {
      for (int k = index.starts()[at]; k < index.starts()[at + 1]; k++) {
        int neuron = index.sources()[k];
        if (pre.last[neuron] >= 0) {
          postSpike(index.synapses()[k], neuron, step, fast, slow);
        }
      }
    } else if (learning) {
      history.add(at, step, fast, slow);
    }
    SpikeTraces after = rule.after(new SpikeTraces(0, fast, 0, slow), false, true);
    post.spike(at, step, fast, slow, after.post(), after.slowPost());
  }

  @Override
  public void settle() {
    if (index != null) {
      return;
    }
    int[] starts = synapses.starts();
    for (int neuron = 0; neuron < starts.length - 1; neuron++) {
      if (pre.last[neuron] >= 0) {
        for (int k = starts[neuron]; k < starts[neuron + 1]; k++) {
          catchUp(k, neuron, synapses.targets()[k]);
        }
      }
    }
    history.clear();
  }

  @Override
  public void setLearning(boolean on) {
    settle();
    learning = on;
  }

  @Override
  public void reward(double amount, long step) {
    if (reward == null) {
      throw new IllegalArgumentException("learning must be by reward, was " + rule.name());
    }
    settle();
    double eta = reward.eta() * (amount - baseline[0]);
    for (int k = 0; learning && k < weights.length; k++) {
      weights[k] = (float) rule.dependence().bounded(weights[k] + eta * eligible(k, step));
    }
    baseline[0] += reward.baselineShare() * (amount - baseline[0]);
  }

  @Override
  public List<Column> columns(long step) {
    settle();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(Column.Kind.SYNAPSE, "weight", weights));
    pre.put(columns, Column.Kind.SOURCE, "pre/");
    post.put(columns, Column.Kind.TARGET, "post/");
    underway.put(columns, step, target.site().count());
    if (reward != null) {
      columns.add(new Column(Column.Kind.SYNAPSE, "eligibility", eligibility));
      columns.add(new Column(Column.Kind.SYNAPSE, "eligible-at", eligibleAt));
      columns.add(new Column(Column.Kind.SHARED, "baseline", baseline));
    }
    return columns;
  }

  @Override
  public void restored(List<Column> columns, long step) {
    history.clear();
    underway.take(columns, step);
  }
}
