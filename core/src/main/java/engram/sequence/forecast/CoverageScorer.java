// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.sequence.anomaly.Expectation;
import engram.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Holds forecast intervals against what came, each against the value of its own time, as
/// [ForecastScorer] does with numbers.
public final class CoverageScorer {
  private static final String FORMAT = "coverage-scorer";
  private static final int VERSION = 1;

  /// An interval of a time.
  private record Said(Instant of, Expectation expected) {}

  private final Awaited<Said> waiting;
  private long count;
  private long inside;
  private double widths;

  /// @param step the usual time between two values, above zero
  public CoverageScorer(Duration step) {
    Horizon.check(step, 1);
    waiting = new Awaited<>(step, Said::of);
  }

  /// Takes what is expected of a time, in the order of their times.
  public void forecast(Instant of, Expectation expected) {
    waiting.add(new Said(of, expected));
  }

  /// Takes what was measured and scores the interval of that time, if there is one. A missing value
  /// scores nothing.
  public void truth(TimedValue value) {
    waiting
        .due(value.time())
        .filter(said -> said.expected().exists() && !value.isMissing())
        .ifPresent(said -> add(said.expected(), value.value()));
  }

  private void add(Expectation expected, double truth) {
    count++;
    inside += expected.covers(truth) ? 1 : 0;
    widths += expected.high() - expected.low();
  }

  /// The score so far.
  public Coverage score() {
    return count == 0 ? Coverage.NONE : new Coverage(count, inside, widths / count);
  }

  /// Its state.
  public Snapshot snapshot() {
    List<Said> all = waiting.all();
    long[] times = new long[2 * all.size()];
    double[] ends = new double[3 * all.size()];
    for (int i = 0; i < all.size(); i++) {
      Said said = all.get(i);
      Instant of = said.of();
      times[2 * i] = of.getEpochSecond();
      times[2 * i + 1] = of.getNano();
      ends[3 * i] = said.expected().value();
      ends[3 * i + 1] = said.expected().low();
      ends[3 * i + 2] = said.expected().high();
    }
    return Snapshot.named(FORMAT, VERSION)
        .longs("counts", "1", new long[] {count, inside})
        .doubles("widths", "1", new double[] {widths})
        .longs("times", "s,ns", times)
        .doubles("expected", "1", ends)
        .build();
  }

  /// Replaces the state.
  ///
  /// @throws DataCorruptException if it is not one of a scorer
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long[] counts = snapshot.longs("counts");
    double[] sum = snapshot.doubles("widths");
    long[] times = snapshot.longs("times");
    double[] ends = snapshot.doubles("expected");
    if (counts.length != 2
        || sum.length != 1
        || times.length % 2 != 0
        || ends.length != times.length / 2 * 3) {
      throw new DataCorruptException(
          "coverage must have 2 counts, a width and 3 numbers a time, had "
              + counts.length
              + ", "
              + sum.length
              + " and "
              + ends.length);
    }
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < times.length / 2; i++) {
      Instant of = Instant.ofEpochSecond(times[2 * i], times[2 * i + 1]);
      all.add(new Said(of, new Expectation(ends[3 * i], ends[3 * i + 1], ends[3 * i + 2])));
    }
    waiting.replace(all);
    count = counts[0];
    inside = counts[1];
    widths = sum[0];
  }
}
