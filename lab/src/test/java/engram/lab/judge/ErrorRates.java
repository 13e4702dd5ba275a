// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Recorder;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.stats.Moments;
import engram.stats.RankCorrelation;
import java.util.List;

/// How often the judge errs, by simulation: worlds in which the truth is known, judged again and
/// again by the judge itself.
///
/// The main program writes the table of `docs/judge.md`: see [JudgePage].
final class ErrorRates {
  private static final At A = Runs.SCORE.in("a");
  private static final At B = Runs.SCORE.in("b");
  private static final At C = Runs.SCORE.in("c");
  private static final int ITEMS = 100;
  private static final int MOST_REPLICATES = 200;

  static final int[] REPLICATES = {5, 8, 20};

  /// Where the truth lies.
  enum Truth {
    BORDER(0),
    TRUE(1),
    FALSE(-1);

    /// How far inside the pass region, in standard deviations of the judged quantity.
    final int margin;

    Truth(int margin) {
      this.margin = margin;
    }
  }

  /// How often each outcome came, as shares.
  record Rates(double holds, double fails) {}

  /// Writes one replicate of a world whose truth has the given margin.
  interface Body {
    void write(Recorder out, RandomStream random, int margin);
  }

  /// The line, which may depend on the margin.
  interface Line {
    PassLine at(int margin);
  }

  /// A world in which the truth is known.
  ///
  /// @param line the kind of pass line, as the table names it
  /// @param data the kind of data, as the table names it
  /// @param looks 2 if somebody who is told "k more replicates" runs them and judges again
  record World(String line, String data, int looks, Line pass, Body body) {
    World(String line, String data, PassLine pass, Body body) {
      this(line, data, 1, _ -> pass, body);
    }

    /// Judges so many runs of so many replicates.
    Rates rates(Truth truth, int replicates, int runs, long seed) {
      RandomStream random =
          Seeds.of(seed).child(line + ", " + data).child(truth.name(), replicates).stream(
              "replicates");
      Claim claim = Runs.claim(pass.at(truth.margin), replicates);
      int holds = 0;
      int fails = 0;
      for (int i = 0; i < runs; i++) {
        Outcome outcome = outcome(claim, random, truth.margin);
        holds += outcome == Outcome.HOLDS ? 1 : 0;
        fails += outcome == Outcome.FAILS ? 1 : 0;
      }
      return new Rates((double) holds / runs, (double) fails / runs);
    }

    private Outcome outcome(Claim claim, RandomStream random, int margin) {
      Runs runs = new Runs();
      add(runs, claim.replicates(), random, margin);
      Verdict verdict = Judge.judge(claim, runs.results(), Scale.SMALL);
      if (looks == 2 && verdict.moreReplicates() > 0) {
        add(runs, Math.min(MOST_REPLICATES, verdict.moreReplicates()), random, margin);
        verdict = Judge.judge(claim, runs.results(), Scale.SMALL);
      }
      return verdict.outcome();
    }

    private void add(Runs runs, int count, RandomStream random, int margin) {
      for (int i = 0; i < count; i++) {
        runs.add(out -> body.write(out, random, margin));
      }
    }
  }

  static final List<World> WORLDS =
      List.of(
          new World(
              "mean at least",
              "bell-shaped",
              PassLine.atLeast(A, 0),
              (out, random, margin) -> out.value(A, margin + random.nextGaussian())),
          new World(
              "mean at least",
              "skewed, long tail upwards",
              PassLine.atLeast(A, 0),
              (out, random, margin) -> out.value(A, margin + exponential(random) - 1)),
          new World(
              "mean at most",
              "skewed, long tail upwards",
              PassLine.atMost(A, 0),
              (out, random, margin) -> out.value(A, -margin + exponential(random) - 1)),
          new World(
              "mean at least 0.95",
              "accuracy over 100 items",
              PassLine.atLeast(A, 0.95),
              (out, random, margin) ->
                  out.value(A, accuracy(random, 0.95 + margin * Math.sqrt(0.95 * 0.05 / ITEMS)))),
          new World(
              "mean at most 0.95",
              "accuracy over 100 items",
              PassLine.atMost(A, 0.95),
              (out, random, margin) ->
                  out.value(A, accuracy(random, 0.95 - margin * Math.sqrt(0.95 * 0.05 / ITEMS)))),
          new World(
              "mean within 2 of 0",
              "bell-shaped",
              PassLine.near(A, 0, 2),
              (out, random, margin) -> out.value(A, 2 - margin + random.nextGaussian())),
          new World(
              "paired gain at least",
              "bell-shaped, a large part shared",
              PassLine.gain(A, B, 0),
              (out, random, margin) -> {
                double shared = 10 * random.nextGaussian();
                out.value(A, shared + margin + Math.sqrt(0.5) * random.nextGaussian());
                out.value(B, shared + Math.sqrt(0.5) * random.nextGaussian());
              }),
          rising(),
          new World(
              "count at least 60 %",
              "yes or no; true at 95 %, false at 25 %",
              PassLine.count(A, 1, 1, 0.6),
              (out, random, margin) ->
                  out.value(A, yes(random, margin == 0 ? 0.6 : margin > 0 ? 0.95 : 0.25))),
          new World(
              "all of three means at least",
              "bell-shaped, only the first in doubt",
              three(),
              (out, random, margin) -> {
                out.value(A, margin + random.nextGaussian());
                out.value(B, 3 + random.nextGaussian());
                out.value(C, 3 + random.nextGaussian());
              }),
          new World(
              "all of three means at least",
              "bell-shaped, all in doubt",
              three(),
              (out, random, margin) -> {
                out.value(A, margin + random.nextGaussian());
                out.value(B, margin + random.nextGaussian());
                out.value(C, margin + random.nextGaussian());
              }),
          new World(
              "mean at least, judged again with the replicates it asked for",
              "bell-shaped",
              2,
              _ -> PassLine.atLeast(A, 0),
              (out, random, margin) -> out.value(A, margin + random.nextGaussian())),
          new World(
              "MISUSED: mean at least 0.9",
              "yes or no; true at 99 %, false at 50 %",
              PassLine.atLeast(A, 0.9),
              (out, random, margin) ->
                  out.value(A, yes(random, margin == 0 ? 0.9 : margin > 0 ? 0.99 : 0.5))));

  private ErrorRates() {}

  private static PassLine three() {
    return PassLine.all(PassLine.atLeast(A, 0), PassLine.atLeast(B, 0), PassLine.atLeast(C, 0));
  }

  /// Ten points on a line in noise. The border is the mean rank correlation of very many such
  /// series; here the line moves and the world stays.
  private static World rising() {
    RandomStream random = Seeds.of(1).stream("rising");
    double[] ranks = new double[20_000];
    double[] x = new double[10];
    double[] y = new double[10];
    for (int i = 0; i < ranks.length; i++) {
      for (int j = 0; j < x.length; j++) {
        x[j] = j;
        y[j] = ramp(random, j);
      }
      ranks[i] = RankCorrelation.spearman(x, y);
    }
    Moments spread = Moments.of(ranks);
    return new World(
        "rank correlation at least",
        "ten noisy points of a rising line",
        1,
        margin -> PassLine.rising(A, spread.mean() - margin * spread.standardDeviation()),
        (out, stream, _) -> {
          for (int j = 0; j < x.length; j++) {
            out.series(A, j, ramp(stream, j));
          }
        });
  }

  private static double ramp(RandomStream random, int x) {
    return 0.5 * x + 1.5 * random.nextGaussian();
  }

  private static double exponential(RandomStream random) {
    return -Math.log1p(-random.nextDouble());
  }

  private static double yes(RandomStream random, double probability) {
    return random.nextDouble() < probability ? 1 : 0;
  }

  private static double accuracy(RandomStream random, double probability) {
    double right = 0;
    for (int i = 0; i < ITEMS; i++) {
      right += yes(random, probability);
    }
    return right / ITEMS;
  }
}
