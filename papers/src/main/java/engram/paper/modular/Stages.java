// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.flow.fourier.AdditionTask;
import engram.flow.fourier.AdditionTraining;
import engram.flow.fourier.LearningStages;
import engram.flow.fourier.PairKind;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import java.util.Map;

/// Watches one training on a share of the pairs: when it knows those, what it knows of the others
/// then, and how it ends.
final class Stages implements Course.Watch {
  static final Measure TRAIN = Measure.of("train-accuracy", "accuracy on pairs in training");
  static final Measure TEST =
      Measure.of(
          "test-accuracy", "accuracy on other pairs, mean of the readings of the last 1000 steps");
  static final Measure PLATEAU =
      Measure.of(
          "plateau-accuracy",
          "accuracy on other pairs, mean of 1000 steps from the first with train accuracy 1.0 (the"
              + " last reading where there is none)");
  static final Measure MIRRORED =
      Measure.of(
          "mirrored-accuracy", "accuracy on pairs whose mirror is in training, at that first step");
  static final Measure UNSEEN =
      Measure.of("unseen-accuracy", "accuracy on pairs without, at that first step");
  static final Measure UNSEEN_AT_END =
      Measure.of("unseen-accuracy-at-end", "accuracy on pairs without, at the end");
  static final Measure SYMMETRY =
      Measure.of("mirrored-share", "share of other pairs whose mirror is in training");
  static final Measure MEMORISED =
      new Measure("memorised", "step", "first with train accuracy 1.0; the last if none");
  static final Measure HALF =
      new Measure("half-known", "step", "first at which half of a kind is known; the last if none");
  static final Measure NORM = Measure.of("norm", "Euclidean norm of all weights, at the end");
  static final Measure PEAK = Measure.of("peak-norm", "the largest norm at a reading");
  static final Measure COURSE = Measure.of("accuracy-so-far", "accuracy by kind of pair at a step");
  static final Measure NORM_COURSE = Measure.of("norm-so-far", "norm of all weights at a step");
  static final String COMMON = ", both orders in training";
  static final String RARE = ", one order in training";
  static final String NEVER = ", no order in training";
  private static final int READ_EVERY = 10;
  private static final int DRAWN_EVERY = 200;
  private static final int WINDOW = 1000;

  private final String arm;
  private final int steps;
  private final Notebook out;
  private int memorised = -1;
  private int halfCommon = -1;
  private int halfRare = -1;
  private double plateau;
  private int plateauReadings;
  private double late;
  private int lateReadings;
  private double peak;

  /// @param steps of the whole training
  Stages(String arm, int steps, Notebook out) {
    this.arm = arm;
    this.steps = steps;
    this.out = out;
  }

  @Override
  public void step(AdditionTraining training) {
    int step = (int) training.steps();
    if (step % READ_EVERY == 0) {
      read(step, training);
    }
  }

  private void read(int step, AdditionTraining training) {
    LearningStages.Reading now = reading(step, training);
    if (memorised < 0 && now.train() == 1) {
      memorised = step;
      remember(now);
    }
    if (memorised >= 0 && step < memorised + WINDOW) {
      plateau += now.test();
      plateauReadings++;
    }
    if (step > steps - WINDOW) {
      late += now.test();
      lateReadings++;
    }
    halfCommon = first(halfCommon, step, known(now, PairKind.TRAINED_WITH_PARTNER) >= 0.5);
    halfRare = first(halfRare, step, known(now, PairKind.TRAINED_ALONE) >= 0.5);
    double norm = training.net().norm();
    peak = Math.max(peak, norm);
    if (step % DRAWN_EVERY == 0) {
      draw(now, norm);
    }
  }

  private static LearningStages.Reading reading(int step, AdditionTraining training) {
    return new LearningStages()
        .read(step, training.task(), training.answers(training.net().settings().response()));
  }

  private static int first(int before, int step, boolean reached) {
    return before < 0 && reached ? step : before;
  }

  /// The accuracy on a kind; a split of few pairs may have none of it, which then knows nothing.
  private static double known(LearningStages.Reading reading, PairKind kind) {
    Map<PairKind, Double> byKind = reading.byKind();
    return byKind.getOrDefault(kind, 0.0);
  }

  private void remember(LearningStages.Reading now) {
    out.value(MIRRORED.in(arm), known(now, PairKind.PARTNER_TRAINED));
    out.value(UNSEEN.in(arm), known(now, PairKind.UNSEEN));
  }

  private void draw(LearningStages.Reading now, double norm) {
    int step = now.step();
    out.series(COURSE.in(arm + COMMON), step, known(now, PairKind.TRAINED_WITH_PARTNER));
    out.series(COURSE.in(arm + RARE), step, known(now, PairKind.TRAINED_ALONE));
    out.series(COURSE.in(arm + NEVER), step, known(now, PairKind.UNSEEN));
    out.series(COURSE.in(arm), step, now.test());
    out.series(NORM_COURSE.in(arm), step, norm);
  }

  @Override
  public void end(AdditionTraining training) {
    int step = (int) training.steps();
    LearningStages.Reading now = reading(step, training);
    if (memorised < 0) {
      remember(now);
    }
    out.value(TRAIN.in(arm), now.train());
    out.value(TEST.in(arm), lateReadings > 0 ? late / lateReadings : now.test());
    out.value(PLATEAU.in(arm), plateauReadings > 0 ? plateau / plateauReadings : now.test());
    out.value(UNSEEN_AT_END.in(arm), known(now, PairKind.UNSEEN));
    out.value(SYMMETRY.in(arm), mirrored(training.task()));
    out.value(MEMORISED.in(arm), memorised < 0 ? step : memorised);
    out.value(HALF.in(arm + COMMON), halfCommon < 0 ? step : halfCommon);
    out.value(HALF.in(arm + RARE), halfRare < 0 ? step : halfRare);
    double norm = training.net().norm();
    out.value(NORM.in(arm), norm);
    out.value(PEAK.in(arm), Math.max(peak, norm));
    out.value(Portrait.RATIO.in(arm), training.net().spectrum().participationRatio());
  }

  private static double mirrored(AdditionTask task) {
    int mirrored = 0;
    int others = 0;
    for (int x = 0; x < task.modulus(); x++) {
      for (int y = 0; y < task.modulus(); y++) {
        PairKind kind = task.kind(x, y);
        mirrored += kind == PairKind.PARTNER_TRAINED ? 1 : 0;
        others += kind == PairKind.PARTNER_TRAINED || kind == PairKind.UNSEEN ? 1 : 0;
      }
    }
    return mirrored / (double) others;
  }

  @Override
  public long[] memory() {
    return new long[] {
      memorised,
      halfCommon,
      halfRare,
      Double.doubleToLongBits(plateau),
      plateauReadings,
      Double.doubleToLongBits(late),
      lateReadings,
      Double.doubleToLongBits(peak)
    };
  }

  @Override
  public void restore(long[] memory) {
    memorised = (int) memory[0];
    halfCommon = (int) memory[1];
    halfRare = (int) memory[2];
    plateau = Double.longBitsToDouble(memory[3]);
    plateauReadings = (int) memory[4];
    late = Double.longBitsToDouble(memory[5]);
    lateReadings = (int) memory[6];
    peak = Double.longBitsToDouble(memory[7]);
  }
}
