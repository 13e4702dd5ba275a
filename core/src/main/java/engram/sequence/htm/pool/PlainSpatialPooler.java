// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

import engram.kernel.Doubles;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.Snapshot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The spatial pooler as it is defined, to be read: small, slow, and equal in each column and
/// permanence to [SpatialPooler], where its steps are listed.
///
/// References: see the package, [3].
@FromPaper(value = "htm", at = "spec spatial pooler")
public final class PlainSpatialPooler {
  private final PoolerSettings settings;
  private final double[] tieBreakers;
  private final int[][] permanences;
  private final double[] overlapDuties;
  private final double[] activeDuties;
  private final double[] leastDuties;
  private final double[] boosts;
  private boolean learning = true;
  private long iteration;
  private int radius;

  /// A pooler with random synapses, which learns.
  public PlainSpatialPooler(PoolerSettings settings, Seeds seeds) {
    PoolerState state = PoolerState.drawn(settings, seeds);
    this.settings = settings;
    this.tieBreakers = PoolerState.tieBreakers(settings, seeds);
    this.permanences = new int[settings.columns()][];
    this.overlapDuties = state.overlapDuties();
    this.activeDuties = state.activeDuties();
    this.leastDuties = state.leastDuties();
    this.boosts = state.boosts();
    for (int i = 0; i < permanences.length; i++) {
      int from = i * settings.inputs();
      permanences[i] = Arrays.copyOfRange(state.permanences(), from, from + settings.inputs());
      raiseToThreshold(permanences[i]);
    }
    radius = inhibitionRadius();
  }

  /// Whether it learns in the steps to come.
  public void setLearning(boolean on) {
    learning = on;
  }

  /// The active columns of an input.
  public Sdr step(Sdr input) {
    iteration++;
    int columns = settings.columns();
    int[] overlaps = new int[columns];
    double[] boosted = new double[columns];
    double[] scores = new double[columns];
    for (int i = 0; i < columns; i++) {
      int[] own = permanences[i];
      overlaps[i] =
          (int) IntStream.of(input.cells()).filter(n -> own[n] >= units().connected()).count();
      boosted[i] = learning ? boosts[i] * overlaps[i] : overlaps[i];
      scores[i] = boosted[i] + tieBreakers[i];
    }
    int[] active = settings.competition().global() ? ofAll(scores) : ofNeighbours(scores);
    int least = settings.competition().stimulusThreshold();
    active = IntStream.of(active).filter(i -> boosted[i] >= least).toArray();
    Sdr winners = Sdr.of(columns, active);
    if (learning) {
      learn(input, winners, overlaps);
    }
    return winners;
  }

  private int[] ofAll(double[] scores) {
    Comparator<Integer> best =
        Comparator.<Integer>comparingDouble(i -> scores[i]).thenComparing(i -> i).reversed();
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(best)
        .limit(Math.min(settings.competition().active(), scores.length / 2))
        .mapToInt(i -> i)
        .toArray();
  }

  private int[] ofNeighbours(double[] scores) {
    boolean[] chosen = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int column = i;
      int[] near = neighbours(i);
      long better = IntStream.of(near).filter(j -> scores[j] > scores[column]).count();
      long tied = IntStream.of(near).filter(j -> scores[j] == scores[column] && chosen[j]).count();
      chosen[i] = better + tied < Math.floor(0.5 + density() * near.length);
    }
    return IntStream.range(0, scores.length).filter(i -> chosen[i]).toArray();
  }

  private int[] neighbours(int column) {
    int near = Math.min(settings.columns(), 2 * radius + 1);
    int first = column - (near - 1) / 2;
    return IntStream.range(first, first + near)
        .map(i -> Math.floorMod(i, settings.columns()))
        .toArray();
  }

  private double density() {
    boolean global = settings.competition().global();
    double area = global ? settings.columns() : Math.min(settings.columns(), 2 * radius + 1);
    return Math.min(0.5, settings.competition().active() / area);
  }

  private void learn(Sdr input, Sdr active, int[] overlaps) {
    for (int i : active.cells()) {
      for (int n = 0; n < settings.inputs(); n++) {
        change(permanences[i], n, input.contains(n) ? units().increment() : -units().decrement());
      }
      raiseToThreshold(permanences[i]);
    }
    double gain = 1.0 / Math.min(settings.balance().dutyPeriod(), iteration);
    for (int i = 0; i < overlaps.length; i++) {
      double overlapped = overlaps[i] > 0 ? 1 : 0;
      double won = active.contains(i) ? 1 : 0;
      overlapDuties[i] = (1 - gain) * overlapDuties[i] + gain * overlapped;
      activeDuties[i] = (1 - gain) * activeDuties[i] + gain * won;
      if (overlapDuties[i] < leastDuties[i]) {
        raise(permanences[i]);
      }
    }
    boost();
    if (iteration % settings.balance().updatePeriod() == 0) {
      radius = inhibitionRadius();
      for (int i = 0; i < leastDuties.length; i++) {
        double most = IntStream.of(seenBy(i)).mapToDouble(j -> overlapDuties[j]).max().orElse(0);
        leastDuties[i] = settings.balance().leastDutyShare() * most;
      }
    }
  }

  private void boost() {
    double strength = settings.balance().boostStrength();
    for (int i = 0; i < boosts.length; i++) {
      double target = density();
      if (!settings.competition().global()) {
        double sum = 0;
        for (int j : neighbours(i)) {
          sum += activeDuties[j];
        }
        target = sum / neighbours(i).length;
      }
      boosts[i] = Doubles.exp(strength * (target - activeDuties[i]));
    }
  }

  private int[] seenBy(int column) {
    return settings.competition().global()
        ? IntStream.range(0, settings.columns()).toArray()
        : neighbours(column);
  }

  private int inhibitionRadius() {
    int columns = settings.columns();
    if (settings.competition().global()) {
      return columns;
    }
    long spans = 0;
    for (int[] own : permanences) {
      int[] connected =
          IntStream.range(0, own.length).filter(n -> own[n] >= units().connected()).toArray();
      spans += connected.length == 0 ? 0 : connected[connected.length - 1] - connected[0] + 1;
    }
    double mean = (double) spans / columns;
    double half = (mean * ((double) columns / settings.inputs()) - 1) / 2;
    return (int) Math.clamp(Math.floor(half + 0.5), 1, columns);
  }

  private void raiseToThreshold(int[] own) {
    int least = settings.competition().stimulusThreshold();
    while (IntStream.of(own).filter(p -> p >= units().connected()).count() < least) {
      raise(own);
    }
  }

  private void raise(int[] own) {
    for (int n = 0; n < own.length; n++) {
      change(own, n, units().connected() / PoolerSettings.Plasticity.WEAK_SHARE);
    }
  }

  private void change(int[] own, int input, int change) {
    if (own[input] != PoolerState.OUTSIDE) {
      int clipped = Math.clamp(own[input] + change, 0, PoolerSettings.Plasticity.UNITS);
      own[input] = 2 * clipped < units().increment() ? 0 : clipped;
    }
  }

  private record Units(int connected, int increment, int decrement) {}

  private Units units() {
    PoolerSettings.Plasticity plasticity = settings.plasticity();
    return new Units(
        PoolerSettings.Plasticity.units("connected", plasticity.connected()),
        PoolerSettings.Plasticity.units("increment", plasticity.increment()),
        PoolerSettings.Plasticity.units("decrement", plasticity.decrement()));
  }

  /// Its state, in the format of [SpatialPooler].
  public Snapshot snapshot() {
    int[] all = Arrays.stream(permanences).flatMapToInt(IntStream::of).toArray();
    return new PoolerState(
            learning, iteration, radius, all, overlapDuties, activeDuties, leastDuties, boosts)
        .snapshot(settings);
  }
}
