// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.util.Arrays;

/// All of a spatial pooler between two steps, which both of its forms share.
///
/// @param permanences by column, then input, in millionths; [#OUTSIDE] where the input is not in
///   the column's pool
/// @param leastDuties of overlap, below which a column's permanences are raised
/// @param radius of inhibition
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record PoolerState(
    boolean learning,
    long iteration,
    int radius,
    int[] permanences,
    double[] overlapDuties,
    double[] activeDuties,
    double[] leastDuties,
    double[] boosts) {
  /// Stands for a permanence where there can be no synapse.
  static final int OUTSIDE = -1;

  /// A duty of always, with room for what rounding adds.
  private static final double MOST_DUTY = 1 + 1e-9;

  private static final String FORMAT = "spatial-pooler";
  private static final int VERSION = 1;

  /// The state before the first step: random pools and permanences.
  static PoolerState drawn(PoolerSettings settings, Seeds seeds) {
    int columns = settings.columns();
    int inputs = settings.inputs();
    int connected = units(settings);
    int trim = PoolerSettings.Plasticity.units("increment", settings.plasticity().increment());
    RandomStream random = seeds.stream("pools");
    int[] permanences = new int[columns * inputs];
    Arrays.fill(permanences, OUTSIDE);
    int near = settings.neighbourhood();
    for (int column = 0; column < columns; column++) {
      int centre = (int) ((2L * column + 1) * inputs / (2L * columns));
      int first = centre - Math.min(settings.pool().radius(), (inputs - 1) / 2);
      for (int offset : random.sample(near, settings.poolSize())) {
        int drawn =
            random.nextBoolean()
                ? random.nextInt(connected, PoolerSettings.Plasticity.UNITS + 1)
                : random.nextInt(connected);
        int input = Math.floorMod(first + offset, inputs);
        permanences[column * inputs + input] = 2L * drawn < trim ? 0 : drawn;
      }
    }
    double[] boosts = new double[columns];
    Arrays.fill(boosts, 1);
    return new PoolerState(
        true,
        0,
        columns,
        permanences,
        new double[columns],
        new double[columns],
        new double[columns],
        boosts);
  }

  /// What decides between columns of equal overlap.
  static double[] tieBreakers(PoolerSettings settings, Seeds seeds) {
    RandomStream random = seeds.stream("ties");
    double[] tieBreakers = new double[settings.columns()];
    Arrays.setAll(tieBreakers, i -> 0.01 * random.nextDouble());
    return tieBreakers;
  }

  private static int units(PoolerSettings settings) {
    return PoolerSettings.Plasticity.units("connected", settings.plasticity().connected());
  }

  Snapshot snapshot(PoolerSettings settings) {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("settings", "1", describe(settings))
        .booleans("learning", new boolean[] {learning})
        .number("iteration", "1", iteration)
        .number("radius", "1", radius)
        .ints("permanences", "1e-6", permanences, settings.columns(), settings.inputs())
        .doubles("overlap-duties", "1", overlapDuties)
        .doubles("active-duties", "1", activeDuties)
        .doubles("least-duties", "1", leastDuties)
        .doubles("boosts", "1", boosts)
        .build();
  }

  /// @throws DataCorruptException if it is not the state of a pooler with these settings
  static PoolerState of(Snapshot snapshot, PoolerSettings settings) {
    snapshot.require(FORMAT, VERSION);
    check("settings", Arrays.equals(snapshot.doubles("settings"), describe(settings)));
    boolean[] learning = snapshot.booleans("learning");
    check("learning", learning.length == 1);
    long radius = snapshot.number("radius");
    check("radius", radius >= 1 && radius <= settings.columns());
    PoolerState state =
        new PoolerState(
            learning[0],
            snapshot.number("iteration"),
            (int) radius,
            snapshot.ints("permanences"),
            snapshot.doubles("overlap-duties"),
            snapshot.doubles("active-duties"),
            snapshot.doubles("least-duties"),
            snapshot.doubles("boosts"));
    state.check(settings);
    return state;
  }

  private void check(PoolerSettings settings) {
    check("iteration", iteration >= 0);
    check("permanences", permanences.length == settings.columns() * settings.inputs());
    int[] pools = new int[settings.columns()];
    for (int i = 0; i < permanences.length; i++) {
      int permanence = permanences[i];
      check("permanences", permanence >= OUTSIDE && permanence <= PoolerSettings.Plasticity.UNITS);
      pools[i / settings.inputs()] += permanence == OUTSIDE ? 0 : 1;
    }
    check("permanences", Arrays.stream(pools).allMatch(size -> size == settings.poolSize()));
    check("overlap-duties", within(overlapDuties, settings.columns(), MOST_DUTY));
    check("active-duties", within(activeDuties, settings.columns(), MOST_DUTY));
    check("least-duties", within(leastDuties, settings.columns(), MOST_DUTY));
    check("boosts", within(boosts, settings.columns(), Double.MAX_VALUE));
  }

  private static boolean within(double[] values, int length, double most) {
    return values.length == length && Arrays.stream(values).allMatch(v -> v >= 0 && v <= most);
  }

  private static double[] describe(PoolerSettings settings) {
    PoolerSettings.Competition competition = settings.competition();
    PoolerSettings.Plasticity plasticity = settings.plasticity();
    PoolerSettings.Balance balance = settings.balance();
    return new double[] {
      settings.inputs(),
      settings.columns(),
      settings.pool().radius(),
      settings.pool().share(),
      competition.global() ? 1 : 0,
      competition.active(),
      competition.stimulusThreshold(),
      plasticity.connected(),
      plasticity.increment(),
      plasticity.decrement(),
      balance.boostStrength(),
      balance.leastDutyShare(),
      balance.dutyPeriod(),
      balance.updatePeriod()
    };
  }

  private static void check(String name, boolean believable) {
    if (!believable) {
      throw new DataCorruptException(
          name + " of a spatial pooler must be those of a pooler with its settings, was not");
    }
  }
}
