// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import engram.flow.patch.FeatureNoise;
import engram.flow.patch.FeatureNoiseData;
import engram.flow.patch.PatchNet;
import engram.flow.patch.PatchSgd;
import engram.flow.patch.SgdTrace;
import engram.lab.Trial;
import engram.lab.measure.At;
import engram.lab.measure.Notebook;
import engram.random.Seeds;

/// What the arms of one replicate share: the law, a training set, fresh test examples that carry
/// the weak feature alone, and the network before training. Worlds of one replicate use the same
/// streams, so arms differ by what they change and nothing else.
record World(
    FeatureNoise law,
    FeatureNoiseData train,
    FeatureNoiseData test,
    PatchNet start,
    double stepLimit,
    Seeds seeds) {
  /// Standard deviation of an initial weight: the output begins at about 0.
  private static final double INITIAL_STD = 0.02;

  /// A world of squared ReLU filters.
  ///
  /// @param filters filters a sign
  /// @param testPoints size of the test set
  /// @param stepLimit no step is larger than this multiple of the stability threshold
  static World of(FeatureNoise law, int filters, int testPoints, double stepLimit, Seeds seeds) {
    return new World(
        law,
        law.draw(seeds.child("train")),
        law.withExamples(testPoints).withStrongShare(0).draw(seeds.child("test")),
        PatchNet.random(
            PatchNet.Shape.of(filters), law.dimension(), INITIAL_STD, seeds.stream("weights")),
        stepLimit,
        seeds);
  }

  /// The same with a page's parameters.
  static World of(FeatureNoise law, int filters, Training p, Trial trial) {
    return of(law, filters, p.testPoints(), p.stepLimit(), trial.seeds());
  }

  /// The step at a multiple of the stability threshold, at most the limit.
  double step(double multiple) {
    return Math.min(multiple, stepLimit) * start.stabilityThreshold(law);
  }

  /// Trains with steps at a multiple of the threshold.
  SgdTrace train(double multiple, int steps) {
    return train(PatchSgd.of(step(multiple), steps));
  }

  /// Trains.
  SgdTrace train(PatchSgd descent) {
    return start.run(train, descent, seeds.child("descent"));
  }

  /// Trains and writes what every arm writes. A descent that diverged has neither accuracy nor
  /// loss.
  SgdTrace measure(Notebook out, String arm, PatchSgd descent) {
    SgdTrace trace = train(descent);
    out.value(Reading.DIVERGED.in(arm), trace.divergenceStep().isPresent() ? 1 : 0);
    out.value(Reading.DEAD_UNITS.in(arm), trace.deadUnits());
    write(out, Reading.ACCURACY.in(arm), trace, trace.net().evaluate(test).accuracy());
    write(out, Reading.LOSS.in(arm), trace, trace.net().evaluate(train).meanLoss());
    return trace;
  }

  /// Writes a number, or that it does not exist because the descent diverged.
  static void write(Notebook out, At key, SgdTrace trace, double value) {
    if (trace.divergenceStep().isPresent()) {
      int step = trace.divergenceStep().getAsInt();
      out.diverged(key, "step " + step + ", residual " + trace.divergenceResidual());
    } else {
      out.value(key, value);
    }
  }

  /// The same with steps at a multiple of the threshold.
  SgdTrace measure(Notebook out, String arm, double multiple, int steps) {
    return measure(out, arm, PatchSgd.of(step(multiple), steps));
  }
}
