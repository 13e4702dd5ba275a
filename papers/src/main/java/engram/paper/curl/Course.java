// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static engram.paper.curl.SpeedUp.BEST;
import static engram.paper.curl.SpeedUp.ETAS;
import static engram.paper.curl.SpeedUp.SPEEDUP;
import static engram.paper.curl.SpeedUp.STEPS;

import engram.credit.curl.CurlDescent;
import engram.credit.curl.NormConstraint;
import engram.lab.Stages;
import engram.lab.Trial;
import engram.lab.measure.Notebook;

/// The descents of one replicate, each a stage of its own.
final class Course {
  private final Stages stages;
  private final Notebook out;

  Course(Trial trial) {
    stages = new Stages(trial);
    out = trial.out();
  }

  /// Steps of one learner, written under its name.
  double steps(String learner, Race race, CurlDescent descent, int flipped) {
    return stages.value(STEPS.in(learner), () -> race.log2Steps(descent, flipped));
  }

  /// Steps at every step size and at the best; gives those at the paper's.
  double sweep(Race race, String name, int flipped, NormConstraint norm) {
    double least = Double.POSITIVE_INFINITY;
    double first = 0;
    for (double eta : ETAS) {
      CurlDescent descent = CurlDescent.of(eta).holding(norm);
      double steps = steps(SpeedUp.at(name, eta), race, descent, flipped);
      least = Math.min(least, steps);
      first = eta == CurlDescent.PAPER_ETA ? steps : first;
    }
    double best = least;
    stages.run(() -> out.value(STEPS.in(name + BEST), best));
    return first;
  }

  /// The gradient and the curl learner of a setting, and the gain.
  void pair(String name, Race race, CurlDescent descent, int flipped) {
    double gd = steps(name + ", GD", race, descent, 0);
    gain(name, gd, steps(name + ", curl", race, descent, flipped));
  }

  /// How much the curl learner gains.
  void gain(String name, double gd, double curl) {
    stages.run(() -> out.value(SPEEDUP.in(name), gd - curl));
  }
}
