// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import engram.stats.Moments;
import engram.stats.ShareInterval;
import java.util.Optional;

/// The ruling on one simple pass line.
///
/// @param finding what was found
/// @param more about how many more replicates would decide it; 0 where it is decided or none would
///   help
record Ruling(Finding finding, int more) {
  /// Where a thousand times more replicates would be needed, the estimate sits on the border.
  private static final int FAR = 1000;

  private static final double STEP = 1.05;
  private static final double CONFIDENCE = 0.95;

  // The 97.5 % quantile of the normal distribution.
  private static final double Z = 1.959963984540054;

  /// A pass region: closed, perhaps without end.
  private record Region(double low, double high) {
    Outcome of(Interval interval) {
      if (interval.within(low, high)) {
        return Outcome.HOLDS;
      }
      return interval.outside(low, high) ? Outcome.FAILS : Outcome.UNDECIDED;
    }
  }

  /// Rules on a line.
  ///
  /// @param deterministic whether the claim says that one value decides
  static Ruling on(PassLine line, Sample sample, boolean deterministic) {
    if (line instanceof PassLine.Same same) {
      return same(same, sample);
    }
    if (deterministic) {
      return value(line, sample);
    }
    return line instanceof PassLine.Count count ? share(count, sample) : mean(line, sample);
  }

  private static Ruling same(PassLine.Same line, Sample sample) {
    double worst = 0;
    for (double difference : sample.values()) {
      worst = Math.max(worst, difference);
    }
    boolean differs = worst > line.relativeTolerance() || sample.diverged() > 0;
    Outcome whole =
        sample.absent() > 0 || sample.finished() == 0 ? Outcome.UNDECIDED : Outcome.HOLDS;
    return ruling(
        line,
        sample,
        differs ? Outcome.FAILS : whole,
        sample.values().length == 0 ? Optional.empty() : Optional.of(Interval.exact(worst)),
        "largest relative difference");
  }

  private static Ruling value(PassLine line, Sample sample) {
    if (sample.diverged() > 0) {
      return ruling(line, sample, Outcome.FAILS, Optional.empty(), "diverged");
    }
    if (sample.values().length == 0) {
      return ruling(line, sample, Outcome.UNDECIDED, Optional.empty(), "no value");
    }
    double value = sample.values()[0];
    for (double other : sample.values()) {
      if (other != value) {
        String note =
            "declared deterministic, but replicates differ: "
                + Wording.number(value)
                + " and "
                + Wording.number(other);
        return ruling(line, sample, Outcome.UNDECIDED, Optional.empty(), note);
      }
    }
    Interval exact = Interval.exact(value);
    return ruling(line, sample, region(line).of(exact), Optional.of(exact), "");
  }

  private static Ruling mean(PassLine line, Sample sample) {
    int count = sample.values().length;
    boolean mostDiverged = sample.diverged() > 0 && 2 * sample.diverged() >= sample.finished();
    if (count < 2) {
      return ruling(
          line,
          sample,
          mostDiverged ? Outcome.FAILS : Outcome.UNDECIDED,
          Optional.empty(),
          divergedNote(sample));
    }
    Interval interval = MeanInterval.of(sample.values());
    if (line instanceof PassLine.Rising) {
      // A mean of correlations cannot leave [-1, 1]; its interval, which knows no borders, can.
      interval =
          new Interval(
              Math.max(-1, interval.low()), interval.middle(), Math.min(1, interval.high()));
    }
    Region region = region(line);
    Outcome outcome = region.of(interval);
    if (sample.diverged() > 0) {
      boolean fails = mostDiverged || outcome == Outcome.FAILS;
      return ruling(
          line,
          sample,
          fails ? Outcome.FAILS : Outcome.UNDECIDED,
          Optional.of(interval),
          divergedNote(sample));
    }
    String note = interval.width() == 0 ? "all " + count + " replicates gave the same value" : "";
    Ruling ruling = ruling(line, sample, outcome, Optional.of(interval), note);
    return outcome == Outcome.UNDECIDED
        ? new Ruling(ruling.finding(), moreForMean(sample.values(), region))
        : ruling;
  }

  private static Ruling share(PassLine.Count line, Sample sample) {
    int trials = sample.finished();
    if (trials == 0) {
      return ruling(line, sample, Outcome.UNDECIDED, Optional.empty(), "no value");
    }
    int inside = 0;
    for (double value : sample.values()) {
      inside += line.low() <= value && value <= line.high() ? 1 : 0;
    }
    Interval interval = ShareInterval.clopperPearson(inside, trials, CONFIDENCE);
    Outcome outcome = new Region(line.leastShare(), 1).of(interval);
    String note = inside + " of " + trials + " inside";
    if (sample.diverged() > 0) {
      note += "; the " + sample.diverged() + " that diverged count as outside";
    }
    Ruling ruling = ruling(line, sample, outcome, Optional.of(interval), note);
    return outcome == Outcome.UNDECIDED
        ? new Ruling(ruling.finding(), moreForShare(inside, trials, line.leastShare()))
        : ruling;
  }

  private static Ruling ruling(
      PassLine line, Sample sample, Outcome outcome, Optional<Interval> interval, String note) {
    return new Ruling(
        new Finding(line, outcome, interval, sample.values().length, sample.diverged(), note), 0);
  }

  private static String divergedNote(Sample sample) {
    return sample.diverged() == 0
        ? "too few values for an interval"
        : sample.diverged() + " of " + sample.finished() + " replicates diverged: no mean holds";
  }

  private static Region region(PassLine line) {
    return switch (line) {
      case PassLine.Between between -> new Region(between.low(), between.high());
      case PassLine.Near near ->
          new Region(near.target() - near.tolerance(), near.target() + near.tolerance());
      case PassLine.Gain gain -> new Region(gain.low(), gain.high());
      case PassLine.Rising rising -> new Region(rising.leastRank(), 1);
      case PassLine.Count count -> new Region(count.low(), count.high());
      case PassLine.Same same -> new Region(0, same.relativeTolerance());
      case PassLine.All _ -> throw new IllegalStateException("a part must be simple, was All");
    };
  }

  /// With mean and spread as they are: until half the interval is shorter than the way from the
  /// mean to the nearest border.
  private static int moreForMean(double[] values, Region region) {
    Moments moments = Moments.of(values);
    double way =
        Math.min(Math.abs(moments.mean() - region.low()), Math.abs(region.high() - moments.mean()));
    for (int count = values.length + 1; count <= FAR * values.length; count = next(count)) {
      double half = student(count - 1) * moments.standardDeviation() / Math.sqrt(count);
      if (half < way) {
        return count - values.length;
      }
    }
    return 0;
  }

  /// Student's 97.5 % quantile by the first terms of its expansion about the normal one: within 1 %
  /// from 4 degrees of freedom on, enough for a plan.
  private static double student(int freedom) {
    double z2 = Z * Z;
    double first = (z2 + 1) / 4;
    double second = ((5 * z2 + 16) * z2 + 3) / 96;
    return Z * (1 + first / freedom + second / ((double) freedom * freedom));
  }

  /// With the share as it is: until its interval lies on one side of the least share. Wilson's
  /// interval, which is cheap and a little shorter, says where it is worth looking.
  private static int moreForShare(int inside, int trials, double leastShare) {
    Region region = new Region(leastShare, 1);
    for (int count = trials + 1; count <= FAR * trials; count = next(count)) {
      long then = Math.round((double) inside * count / trials);
      if (region.of(ShareInterval.wilson(then, count, CONFIDENCE)) != Outcome.UNDECIDED
          && region.of(ShareInterval.clopperPearson(then, count, CONFIDENCE))
              != Outcome.UNDECIDED) {
        return count - trials;
      }
    }
    return 0;
  }

  private static int next(int count) {
    return Math.max(count + 1, (int) (count * STEP));
  }
}
