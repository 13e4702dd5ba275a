// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import static java.lang.Double.NaN;

import engram.credit.rate.online.OnlineRun;
import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What every arm measures, and how pages draw it: means over replicates with 95 % intervals.
final class Reading {
  static final Measure ONLINE =
      Measure.of("online-accuracy", "samples answered rightly before they are learned, all epochs");
  static final Measure LAST = Measure.of("last-epoch-accuracy", "the same in the last epoch");
  static final Measure HELD =
      Measure.of("held-out-accuracy", "at the end, right after exchanges that are due");
  static final Measure EPOCH =
      Measure.of("epoch-accuracy", "online accuracy of each epoch, from 1");
  static final Measure RATE = Measure.of("learning-rate", "rate against samples processed");
  static final Measure MEAN_RATE = Measure.of("mean-rate", "mean learning rate of all updates");
  static final Measure FINAL_RATE = Measure.of("final-rate", "learning rate of the last update");
  static final Measure TAKEN = Measure.of("take-rate", "offers whose effect was taken");
  static final Measure TIES = Measure.of("tie-rate", "offers on which both rates did equally well");
  static final Measure GUESSES = Measure.of("guesses", "offers whose label was guessed");
  static final Measure RECOVERED =
      Measure.of("recovered", "exchanges after which 90 % came back before the next");
  static final Measure RECOVERY =
      new Measure("recovery", "sample", "mean samples until then, where it came back");
  static final Measure ADVANTAGE =
      Measure.of("advantage", "online accuracy, homeostatic less constant");
  private static final int POINTS = 30;

  private Reading() {}

  /// Writes what a run showed.
  static void write(Notebook out, String arm, OnlineRun run) {
    out.value(ONLINE.in(arm), run.online());
    out.value(LAST.in(arm), run.epochs().getLast().online());
    out.value(HELD.in(arm), run.epochs().getLast().held());
    out.value(MEAN_RATE.in(arm), run.meanRate());
    for (int e = 0; e < run.epochs().size(); e++) {
      out.series(EPOCH.in(arm), e + 1, run.epochs().get(e).online());
    }
    if (run.recovery().shifts() > 0) {
      double shifts = run.recovery().shifts();
      out.value(RECOVERED.in(arm), run.recovery().recovered() / shifts);
    }
    if (run.recovery().recovered() > 0) {
      out.value(RECOVERY.in(arm), run.recovery().meanSamples());
    }
    if (run.decisions().offers() > 0) {
      regulated(out, arm, run);
    }
  }

  private static void regulated(Notebook out, String arm, OnlineRun run) {
    out.value(FINAL_RATE.in(arm), run.finalRate());
    out.value(TAKEN.in(arm), run.decisions().takeRate());
    out.value(TIES.in(arm), run.decisions().tieRate());
    out.value(GUESSES.in(arm), run.decisions().guessAccuracy());
    List<Double> rates = run.rates();
    for (int k = 1; k <= POINTS; k++) {
      int update = (int) ((long) k * rates.size() / POINTS);
      out.series(RATE.in(arm), (double) update * Setting.BATCH, rates.get(update - 1));
    }
  }

  /// Says that an arm has no numbers.
  static void diverged(Notebook out, String arm, String why) {
    for (Measure measure : List.of(ONLINE, LAST, HELD, MEAN_RATE, TAKEN)) {
      out.diverged(measure.in(arm), why);
    }
  }

  /// Writes how far the regulated run lies above the constant one.
  static void advantage(
      Notebook out, String arm, Optional<Arms.Reached> regulated, Optional<Arms.Reached> constant) {
    if (regulated.isPresent() && constant.isPresent()) {
      out.value(ADVANTAGE.in(arm), regulated.get().online() - constant.get().online());
    } else {
      out.diverged(ADVANTAGE.in(arm), "an arm diverged");
    }
  }

  /// Bars of means at places that are named as the arms.
  static Mark.Bars bars(String name, Results all, Measure measure, List<String> arms) {
    return Mark.bars(
        name,
        arms,
        arms.stream().map(arm -> end(all, measure.in(arm), Interval::middle)).toList(),
        arms.stream().map(arm -> end(all, measure.in(arm), Interval::low)).toList(),
        arms.stream().map(arm -> end(all, measure.in(arm), Interval::high)).toList());
  }

  /// Online accuracy of arms, each at its mean rate.
  static Mark.Points atRates(String name, Results all, List<String> arms) {
    return Mark.points(
        name,
        arms.stream().map(arm -> end(all, MEAN_RATE.in(arm), Interval::middle)).toList(),
        arms.stream().map(arm -> end(all, ONLINE.in(arm), Interval::middle)).toList(),
        arms.stream().map(arm -> end(all, ONLINE.in(arm), Interval::low)).toList(),
        arms.stream().map(arm -> end(all, ONLINE.in(arm), Interval::high)).toList());
  }

  /// Means of the points of a series.
  static Mark.Line line(String name, Results all, At at) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    int points = all.count() == 0 ? 0 : all.series(0, at).size();
    for (int k = 0; k < points; k++) {
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < all.count(); i++) {
        List<Entry.Point> series = all.series(i, at);
        if (k < series.size()) {
          values.add(series.get(k).y());
        }
      }
      x.add(all.series(0, at).get(k).x());
      y.add(end(values, Interval::middle));
      low.add(end(values, Interval::low));
      high.add(end(values, Interval::high));
    }
    return Mark.line(name, x, y, low, high);
  }

  private static double end(Results all, At at, ToDoubleFunction<Interval> which) {
    return end(all.values(at), which);
  }

  private static double end(List<Double> values, ToDoubleFunction<Interval> which) {
    double[] all = values.stream().mapToDouble(v -> v).toArray();
    return switch (all.length) {
      case 0 -> NaN;
      case 1 -> all[0];
      default -> which.applyAsDouble(MeanInterval.of(all));
    };
  }
}
