// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

import engram.kernel.Doubles;
import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;

/// Turns inputs of any density into a fixed number of active columns, so that similar inputs have
/// similar columns, and learns to do so. A step:
///
/// 1. overlap: `o_i` = connected synapses of column i from active inputs;
/// 2. boost: `b_i o_i` while it learns, else `o_i`; ties are decided by a fixed random number below
///    0.01 that each column has;
/// 3. inhibition: the columns with most become active, those below the stimulus threshold do not;
/// 4. each active column's synapses from active inputs gain `increment`, the others lose
///    `decrement`; below half an increment they become 0; a column with fewer connected synapses
///    than the stimulus threshold has all of them raised until it has as many;
/// 5. duty cycles `d = (1 - 1/T) d + now / T` of any overlap and of activity, T the period or the
///    number of steps if that is less;
/// 6. columns that overlap more seldom than `leastDutyShare` of the most frequent gain a tenth of
///    `connected` on all their synapses;
/// 7. boosts `b_i = exp(boostStrength (target - d_i))`, d_i the duty of activity, the target the
///    share of columns that become active or, in local competition, the neighbours' mean of d;
/// 8. each `updatePeriod` steps the least duty and the radius of inhibition are found again: half
///    of what an average column spans, in columns, at least 1.
///
/// [PlainSpatialPooler] has the same steps, plainly, and the same bits. Permanences are whole
/// millionths, so sums are exact.
///
/// What the sources leave open: inputs and columns lie on circles; a column's centre is `floor((i +
/// 1/2) N / C)`; halves round up; among all, `min(active, C / 2)` columns win; a neighbourhood
/// contains the column itself; without learning nothing changes but the number of steps.
///
/// References: see the package, [3].
@FromPaper(value = "htm", at = "spec spatial pooler")
public final class SpatialPooler implements Machine<Sdr, Sdr> {
  private final PoolerSettings settings;
  private final Seeds seeds;
  private final ActiveBits input;
  private final ActiveBits output;
  private final Inhibition inhibition;
  private final double[] tieBreakers;
  private final int[] overlaps;
  private final double[] boosted;
  private final double[] scores;
  private PoolSynapses synapses;
  private double[] overlapDuties;
  private double[] activeDuties;
  private double[] leastDuties;
  private double[] boosts;
  private boolean learning;
  private long iteration;
  private int radius;

  /// A pooler with random synapses, which learns.
  ///
  /// @param seeds where its streams `pools` and `ties` come from
  public SpatialPooler(PoolerSettings settings, Seeds seeds) {
    this(settings, seeds, PoolerState.drawn(settings, seeds));
    for (int column = 0; column < settings.columns(); column++) {
      synapses.raiseToThreshold(column);
    }
    updateRadius();
  }

  private SpatialPooler(PoolerSettings settings, Seeds seeds, PoolerState state) {
    this.settings = settings;
    this.seeds = seeds;
    this.input = new ActiveBits(settings.inputs());
    this.output = new ActiveBits(settings.columns());
    this.inhibition = new Inhibition(settings);
    this.tieBreakers = PoolerState.tieBreakers(settings, seeds);
    this.overlaps = new int[settings.columns()];
    this.boosted = new double[settings.columns()];
    this.scores = new double[settings.columns()];
    this.synapses = new PoolSynapses(settings, state.permanences());
    this.overlapDuties = state.overlapDuties();
    this.activeDuties = state.activeDuties();
    this.leastDuties = state.leastDuties();
    this.boosts = state.boosts();
    this.learning = state.learning();
    this.iteration = state.iteration();
    this.radius = state.radius();
  }

  /// What it is made of.
  public PoolerSettings settings() {
    return settings;
  }

  /// Whether it learns in the steps to come; part of its state.
  public void setLearning(boolean on) {
    learning = on;
  }

  /// The active columns of an input.
  ///
  /// @throws IllegalArgumentException if there are not as many inputs
  @Override
  public Sdr step(Sdr bits) {
    input.clear();
    input.addAll(bits);
    advance(input, output);
    return output.toSdr();
  }

  /// [#step] without values in between.
  ///
  /// @param into takes the active columns
  public void advance(ActiveBits bits, ActiveBits into) {
    if (bits.population() != settings.inputs()) {
      throw new IllegalArgumentException(
          "population of the input must be " + settings.inputs() + ", was " + bits.population());
    }
    iteration++;
    synapses.overlaps(bits, overlaps);
    for (int column = 0; column < scores.length; column++) {
      boosted[column] = learning ? boosts[column] * overlaps[column] : overlaps[column];
      scores[column] = boosted[column] + tieBreakers[column];
    }
    inhibition.winners(boosted, scores, radius, into);
    if (learning) {
      learn(bits, into);
    }
  }

  private void learn(ActiveBits bits, ActiveBits active) {
    synapses.prepare(bits);
    for (int i = 0; i < active.size(); i++) {
      synapses.adapt(active.get(i));
    }
    updateDuties(active);
    for (int column = 0; column < overlaps.length; column++) {
      if (overlapDuties[column] < leastDuties[column]) {
        synapses.raise(column);
      }
    }
    if (settings.balance().boostStrength() > 0) {
      updateBoosts();
    }
    if (iteration % settings.balance().updatePeriod() == 0) {
      updateRadius();
      updateLeastDuties();
    }
  }

  private void updateDuties(ActiveBits active) {
    double gain = 1.0 / Math.min(settings.balance().dutyPeriod(), iteration);
    double decay = 1 - gain;
    for (int column = 0; column < overlapDuties.length; column++) {
      int now = Math.min(overlaps[column], 1);
      overlapDuties[column] = decay * overlapDuties[column] + gain * now;
    }
    for (int column = 0; column < activeDuties.length; column++) {
      activeDuties[column] = decay * activeDuties[column];
    }
    for (int i = 0; i < active.size(); i++) {
      activeDuties[active.get(i)] += gain;
    }
  }

  private void updateBoosts() {
    double strength = settings.balance().boostStrength();
    for (int column = 0; column < boosts.length; column++) {
      double target =
          settings.competition().global()
              ? inhibition.density(radius)
              : Neighbours.mean(activeDuties, column, radius);
      boosts[column] = Doubles.exp(strength * (target - activeDuties[column]));
    }
  }

  private void updateRadius() {
    if (settings.competition().global()) {
      radius = settings.columns();
      return;
    }
    double columnsPerInput = (double) settings.columns() / settings.inputs();
    double half = (synapses.meanSpan() * columnsPerInput - 1) / 2;
    radius = (int) Math.clamp(Math.floor(half + 0.5), 1, settings.columns());
  }

  private void updateLeastDuties() {
    double share = settings.balance().leastDutyShare();
    if (settings.competition().global()) {
      Arrays.fill(leastDuties, share * Neighbours.largest(overlapDuties, 0, radius));
      return;
    }
    for (int column = 0; column < leastDuties.length; column++) {
      leastDuties[column] = share * Neighbours.largest(overlapDuties, column, radius);
    }
  }

  @Override
  public Snapshot snapshot() {
    return new PoolerState(
            learning,
            iteration,
            radius,
            synapses.permanences(),
            overlapDuties,
            activeDuties,
            leastDuties,
            boosts)
        .snapshot(settings);
  }

  /// Refuses what [#restore(Snapshot)] would refuse, and changes nothing.
  ///
  /// @throws engram.error.DataCorruptException if it is not the state of a pooler with these
  ///   settings
  public void check(Snapshot snapshot) {
    PoolerState.of(snapshot, settings);
  }

  @Override
  public void restore(Snapshot snapshot) {
    PoolerState state = PoolerState.of(snapshot, settings);
    synapses = new PoolSynapses(settings, state.permanences());
    overlapDuties = state.overlapDuties();
    activeDuties = state.activeDuties();
    leastDuties = state.leastDuties();
    boosts = state.boosts();
    learning = state.learning();
    iteration = state.iteration();
    radius = state.radius();
  }

  @Override
  public SpatialPooler fork() {
    return new SpatialPooler(settings, seeds, PoolerState.of(snapshot(), settings));
  }
}
