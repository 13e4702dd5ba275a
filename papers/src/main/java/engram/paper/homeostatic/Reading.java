// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import engram.credit.rate.online.OnlineRun;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import java.util.List;
import java.util.Optional;

/// What every arm measures.
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
}
