// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import engram.credit.curl.CovarianceTask;
import engram.credit.curl.CurlDescent;
import engram.credit.curl.ExampleTask;
import engram.credit.curl.NetShape;
import engram.credit.curl.Nonlinearity;
import engram.credit.curl.SignMask;
import engram.credit.curl.Task;
import engram.credit.curl.TeacherStudent;
import engram.credit.curl.TwoLayerNet;
import engram.error.NumericalException;
import engram.kernel.Doubles;
import engram.random.Seeds;

/// One replicate's teacher, student, training and test examples, on which all learners of the
/// 100-10-1 net run, and the steps that each needs to a test error of 0.001.
final class Race {
  static final double TARGET = 1e-3;
  private static final int TEST_EXAMPLES = 100;
  private static final int LOOK_EVERY = 5;

  private final Seeds seeds;
  private final TwoLayerNet student;
  private final Task train;
  private final ExampleTask test;
  private final int mostSteps;

  /// Draws everything.
  ///
  /// @param f identity units are learned in their covariance form
  /// @param scale the range r of the student's weights
  Race(Nonlinearity f, double scale, SpeedUp.Setting p, Seeds seeds) {
    this.seeds = seeds;
    TeacherStudent world = new TeacherStudent(new NetShape(100, 10, 1, f), 1, scale);
    TwoLayerNet teacher = world.teacher(seeds);
    ExampleTask examples = world.examples(teacher, p.examples(), seeds.stream("train"));
    student = world.student(seeds);
    train = f == Nonlinearity.IDENTITY ? CovarianceTask.of(teacher, examples) : examples;
    test = world.examples(teacher, TEST_EXAMPLES, seeds.stream("test"));
    mostSteps = p.mostSteps();
  }

  /// `log2` of the steps to the target, the most where it was not reached or the loss became no
  /// number.
  ///
  /// @param flipped how many hidden units are flipped
  double log2Steps(CurlDescent descent, int flipped) {
    int most = most(descent.eta());
    int steps = most;
    try {
      SignMask mask = SignMask.flipped(student.shape(), 0, flipped);
      steps =
          descent
              .learner(student, train, mask, seeds)
              .stepsTo(TARGET, test, LOOK_EVERY, most)
              .orElse(most);
    } catch (NumericalException diverged) {
      // A learner that blows up never arrives: the most steps, as for one that wanders.
    }
    return Doubles.log(Math.max(1, steps)) / Doubles.log(2);
  }

  /// The time eta k is capped, with a quarter of the steps at least, so that a learner of a large
  /// step that wanders does not cost most.
  private int most(double eta) {
    double sameTime = mostSteps * CurlDescent.PAPER_ETA / eta;
    return (int) Math.min(mostSteps, Math.max(sameTime, mostSteps / 4.0));
  }
}
