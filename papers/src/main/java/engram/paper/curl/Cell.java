// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import engram.credit.curl.CovarianceTask;
import engram.credit.curl.CurlDescent;
import engram.credit.curl.CurlLearner;
import engram.credit.curl.NetShape;
import engram.credit.curl.SignMask;
import engram.credit.curl.TeacherStudent;
import engram.credit.curl.TwoLayerNet;
import engram.random.Seeds;

/// A linear net of given sizes with so many inputs and hidden units flipped; cells of one size
/// share teacher, student and examples in a replicate.
///
/// @param inputs M
/// @param hidden N
/// @param flippedInputs the first so many
/// @param flippedHidden the first so many
record Cell(int inputs, int hidden, int flippedInputs, int flippedHidden) {
  /// The examples of a training set, as in the scripts.
  private static final int EXAMPLES = 250;

  static Cell flipsInputs(int inputs, int hidden, int flipped) {
    return new Cell(inputs, hidden, flipped, 0);
  }

  static Cell flipsHidden(int inputs, int hidden, int flipped) {
    return new Cell(inputs, hidden, 0, flipped);
  }

  /// The arm's name: sizes, then how many inputs or hidden units are flipped.
  String arm() {
    String flips =
        (flippedInputs > 0 ? " in" + flippedInputs : "")
            + (flippedHidden > 0 ? " hid" + flippedHidden : "");
    return inputs + "-" + hidden + (flips.isEmpty() ? " none" : flips);
  }

  NetShape shape() {
    return NetShape.linear(inputs, hidden);
  }

  /// The signs, or none if signs are not to be flipped.
  SignMask mask(boolean flips) {
    return flips ? SignMask.flipped(shape(), flippedInputs, flippedHidden) : SignMask.none(shape());
  }

  /// A learner at its start.
  CurlLearner learner(double eta, boolean flips, Seeds replicate) {
    Seeds seeds = replicate.child(inputs + "-" + hidden);
    TeacherStudent world = TeacherStudent.of(shape());
    TwoLayerNet teacher = world.teacher(seeds);
    CovarianceTask task =
        CovarianceTask.of(teacher, world.examples(teacher, EXAMPLES, seeds.stream("examples")));
    return CurlDescent.of(eta).learner(world.student(seeds), task, mask(flips), seeds);
  }
}
