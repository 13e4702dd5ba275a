// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;
import org.hipparchus.special.Erf;

/// How unusual the surprise of the last steps is, given that of the past: a memory on a noisy stream
/// is often surprised, and only a change in how often is an anomaly. With x the mean of the last 10
/// scores and a normal distribution fitted to the past x:
///
///     q = erfc(|x - mean| / (1.4142 sd)) / 2,   likelihood = 1 - q
///
/// A q of at most 1e-5 right after another counts as 1e-3, so that a lasting anomaly is reported
/// once. The likelihood is 1/2 for the first `learningPeriod + estimationSamples` records.
///
/// The fit is made anew every `refitPeriod` records from the last `history` records before, those of
/// the learning period left out; its mean is at least 0.03, its variance at least 3e-4. Where the
/// values themselves have a variance below 1.5e-5, it is N(0.5, 1e6), which says 1/2 to all.
///
/// What the sources leave open: each x of the fit is the mean of the 10 scores up to its record (of
/// fewer at the beginning); variances are those of the population; the present record is not in the
/// fit it is judged by. The scores that the benchmark's authors saved agree with this to 1e-7, but
/// for two things: below the mean, where surprise is lower than usual, they give q and not 1 - q, so
/// that calm is never unusual; and their fit takes all of the past. The benchmark's score is the same
/// to 0.02 points.
///
/// References: see the package, [4].
@FromPaper(value = "htm", at = "spec anomaly likelihood")
public final class AnomalyLikelihood implements Machine<AnomalyLikelihood.Scored, Double> {
  private static final double LEAST_MEAN = 0.03;
  private static final double LEAST_VARIANCE = 3e-4;
  private static final double LEAST_VALUE_VARIANCE = 1.5e-5;
  private static final double NULL_MEAN = 0.5;
  private static final double NULL_DEVIATION = 1e3;
  private static final double ROOT_TWO = 1.4142;
  private static final double RED = 1e-5;
  private static final double YELLOW = 1e-3;
  private static final double LOG_OFFSET = 1.0000000001;
  private static final double LOG_SCALE = -23.02585;
  private static final String FORMAT = "anomaly-likelihood";
  private static final int VERSION = 1;

  /// How much of the past counts.
  ///
  /// @param learningPeriod records at the beginning that no fit takes, 0 or more
  /// @param estimationSamples further records before the first fit, 1 or more
  /// @param history most records of a fit, 1 or more
  /// @param refitPeriod records from fit to fit, 1 or more
  /// @param averaged records of a mean, 1 or more
  public record Settings(
      int learningPeriod, int estimationSamples, int history, int refitPeriod, int averaged) {
    /// The authors' values.
    public static final Settings PUBLISHED = new Settings(288, 100, 8640, 100, 10);

    /// Checks the ranges.
    public Settings {
      if (learningPeriod < 0) {
        throw new IllegalArgumentException(
            "learningPeriod must be 0 or more, was " + learningPeriod);
      }
      requirePositive("estimationSamples", estimationSamples);
      requirePositive("history", history);
      requirePositive("refitPeriod", refitPeriod);
      requirePositive("averaged", averaged);
    }

    private static void requirePositive(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
      }
    }

    /// The authors' values with a probation of their own: half of it is the learning period.
    public static Settings ofProbation(int records) {
      return new Settings(records / 2, Math.max(1, records - records / 2), 8640, 100, 10);
    }
  }

  /// A record of a stream.
  ///
  /// @param value what was measured
  /// @param score how surprising it was, in [0, 1]
  public record Scored(double value, double score) {}

  private final Settings settings;
  private final double[] scores;
  private final double[] values;
  private final double[] averages;
  private long records;
  private double mean = Double.NaN;
  private double deviation = Double.NaN;
  private boolean wasRed;

  /// A likelihood without a past.
  public AnomalyLikelihood(Settings settings) {
    this.settings = settings;
    this.scores = new double[settings.averaged()];
    this.values = new double[settings.history()];
    this.averages = new double[settings.history()];
  }

  /// The likelihood of a record's surprise, in [0, 1].
  ///
  /// @throws IllegalArgumentException if the value is not finite or the score not in [0, 1]
  @Override
  public Double step(Scored input) {
    return advance(input.value(), input.score());
  }

  double advance(double value, double score) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite, was " + value);
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be in [0, 1], was " + score);
    }
    scores[(int) (records % scores.length)] = score;
    double average = average();
    double likelihood = 0.5;
    if (records >= (long) settings.learningPeriod() + settings.estimationSamples()) {
      if (Double.isNaN(mean) || records % settings.refitPeriod() == 0) {
        fit();
      }
      double tail = tail(average);
      likelihood = 1 - (tail <= RED && wasRed ? YELLOW : tail);
      wasRed = tail <= RED;
    }
    values[(int) (records % values.length)] = value;
    averages[(int) (records % averages.length)] = average;
    records++;
    return likelihood;
  }

  /// Of the last scores, that of this record included, from the oldest.
  private double average() {
    int count = (int) Math.min(records + 1, scores.length);
    double sum = 0;
    for (long i = records + 1 - count; i <= records; i++) {
      sum += scores[(int) (i % scores.length)];
    }
    return sum / count;
  }

  private double tail(double average) {
    return 0.5 * Erf.erfc(Math.abs(average - mean) / (deviation * ROOT_TWO));
  }

  private void fit() {
    long from = Math.max(records - values.length, Math.min(settings.learningPeriod(), records));
    if (variance(values, from, meanOf(values, from)) < LEAST_VALUE_VARIANCE) {
      mean = NULL_MEAN;
      deviation = NULL_DEVIATION;
      return;
    }
    double fitted = meanOf(averages, from);
    double variance = variance(averages, from, fitted);
    mean = Math.max(fitted, LEAST_MEAN);
    deviation = Math.sqrt(Math.max(variance, LEAST_VARIANCE));
  }

  private double meanOf(double[] ring, long from) {
    double sum = 0;
    for (long i = from; i < records; i++) {
      sum += ring[(int) (i % ring.length)];
    }
    return sum / (records - from);
  }

  private double variance(double[] ring, long from, double around) {
    double sum = 0;
    for (long i = from; i < records; i++) {
      double apart = ring[(int) (i % ring.length)] - around;
      sum += apart * apart;
    }
    return sum / (records - from);
  }

  /// A likelihood on a scale of logarithms, from about 0 to about 1: 1 - 1e-5 is 1/2.
  ///
  /// @param likelihood in [0, 1]
  public static double log(double likelihood) {
    if (!(likelihood >= 0 && likelihood <= 1)) {
      throw new IllegalArgumentException("likelihood must be in [0, 1], was " + likelihood);
    }
    return Doubles.log(LOG_OFFSET - likelihood) / LOG_SCALE;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .longs("settings", "1", describe())
        .number("records", "1", records)
        .doubles("fit", "1", new double[] {mean, deviation})
        .booleans("was-red", new boolean[] {wasRed})
        .doubles("scores", "1", unrolled(scores))
        .doubles("values", "1", unrolled(values))
        .doubles("averages", "1", unrolled(averages))
        .build();
  }

  private long[] describe() {
    return new long[] {
      settings.learningPeriod(),
      settings.estimationSamples(),
      settings.history(),
      settings.refitPeriod(),
      settings.averaged()
    };
  }

  /// What a ring holds, from the oldest.
  private double[] unrolled(double[] ring) {
    double[] line = new double[(int) Math.min(records, ring.length)];
    for (int i = 0; i < line.length; i++) {
      line[i] = ring[(int) ((records - line.length + i) % ring.length)];
    }
    return line;
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    check("settings", Arrays.equals(snapshot.longs("settings"), describe()));
    long behind = snapshot.number("records");
    double[] fit = snapshot.doubles("fit");
    boolean[] red = snapshot.booleans("was-red");
    check("records", behind >= 0);
    check("fit", fit.length == 2 && Double.isNaN(fit[0]) == Double.isNaN(fit[1]));
    check(
        "fit", Double.isNaN(fit[0]) || (isShare(fit[0]) && fit[1] > 0 && Double.isFinite(fit[1])));
    check("was-red", red.length == 1);
    double[] lastScores = line(snapshot, "scores", behind, scores);
    double[] lastValues = line(snapshot, "values", behind, values);
    double[] lastAverages = line(snapshot, "averages", behind, averages);
    check("scores", Arrays.stream(lastScores).allMatch(AnomalyLikelihood::isShare));
    check("averages", Arrays.stream(lastAverages).allMatch(AnomalyLikelihood::isShare));
    records = behind;
    mean = fit[0];
    deviation = fit[1];
    wasRed = red[0];
    roll(lastScores, scores);
    roll(lastValues, values);
    roll(lastAverages, averages);
  }

  private static double[] line(Snapshot snapshot, String name, long behind, double[] ring) {
    double[] line = snapshot.doubles(name);
    check(name, line.length == Math.min(behind, ring.length));
    check(name, Arrays.stream(line).allMatch(Double::isFinite));
    return line;
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private void roll(double[] line, double[] ring) {
    for (int i = 0; i < line.length; i++) {
      ring[(int) ((records - line.length + i) % ring.length)] = line[i];
    }
  }

  private static void check(String name, boolean believable) {
    if (!believable) {
      throw new DataCorruptException(
          name + " of an anomaly likelihood must be those of one with its settings, was not");
    }
  }

  @Override
  public AnomalyLikelihood fork() {
    AnomalyLikelihood fork = new AnomalyLikelihood(settings);
    fork.restore(snapshot());
    return fork;
  }
}
