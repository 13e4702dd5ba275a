// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.rival;

import engram.autodiff.train.Adam;
import engram.error.NumericalException;
import engram.lab.measure.Notebook;
import engram.paper.pspm.shared.Recording;
import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.PairWindow;
import engram.plasticity.spike.Pairing;
import engram.plasticity.spike.WeightDependence;
import engram.random.Seeds;
import engram.spiking.pool.PspmRule;
import engram.spiking.pool.PspmTrainer;
import engram.spiking.pool.PspmTraining;
import engram.spiking.pool.rival.Budget;
import engram.spiking.pool.rival.FreeFit;
import engram.spiking.pool.rival.SurrogateGradient;
import engram.spiking.pool.rival.TaughtStdp;
import engram.spiking.replay.RecurrentWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each learner may spend: three settings, the epochs of the page each, the same recording and
/// first weights. Of all its epochs that one is kept whose free run has the highest F1 within the
/// rule's window. The settings are the best of a search by hand on other seeds, ours as theirs.
///
/// | learner | settings |
/// | --- | --- |
/// | pool rule | (eta, P) = (.005, 5), (.01, 5), (.01, 3) |
/// | STDP | A+ = 3e-5, 1e-4, 3e-4; A- / A+ 1.1, 5 ms, all pairs, weights within .4 |
/// | surrogate gradients | Adam at .003, .006, .012; slope 3, filter 1.5 steps |
final class Tuning {
  private static final String TABLE = "tuning-of-learners";
  private static final double[][] POOL = {{0.005, 5}, {0.01, 5}, {0.01, 3}};
  private static final double[] STDP = {3e-5, 1e-4, 3e-4};
  private static final double[] RATES = {0.003, 0.006, 0.012};
  private static final double SLOPE = 3;
  private static final double FILTER_STEPS = 1.5;
  private static final TaughtStdp.Current TEACHER = new TaughtStdp.Current(20, 20);

  private final Budget budget;
  private final Notebook out;
  private final String arm;
  private RecurrentWeights kept;
  private double highest = -1;
  private double taught = 1;

  private Tuning(Recording recording, int epochs, Notebook out, String arm) {
    this.budget = new Budget(epochs, PspmRule.local().window().tolerance());
    this.out = out;
    this.arm = arm;
    kept = recording.first();
  }

  /// The pool rule of a page, at three settings.
  static RecurrentWeights pool(
      Recording recording, PspmRule rule, int epochs, Seeds seeds, Notebook out, String arm) {
    Tuning tuning = new Tuning(recording, epochs, out, arm);
    for (int k = 0; k < POOL.length; k++) {
      double eta = POOL[k][0];
      int depth = (int) POOL[k][1];
      PspmRule set =
          rule.with(new PspmRule.Window(rule.window().tolerance(), depth))
              .with(new PspmRule.Step(rule.step().probability(), eta, 1, false));
      PspmTraining training =
          new PspmTrainer(recording.net(), set, recording.mask(), seeds.child(arm, k))
              .begin(recording.first(), recording.train().input(), recording.train().target());
      training.run(epochs);
      tuning.offer(
          "eta %s, P %d".formatted(eta, depth), training.best(), training.bestSimilarity());
    }
    return tuning.kept;
  }

  /// What STDP found, and how like the target the net was under its teacher.
  record Taught(RecurrentWeights weights, double underTeacher) {}

  /// STDP under a teacher that clamps the net to the target.
  static Taught stdp(Recording recording, int epochs, Notebook out, String arm) {
    Tuning tuning = new Tuning(recording, epochs, out, arm);
    for (double strength : STDP) {
      PairStdp rule =
          new PairStdp(
              PairWindow.hebbian(strength, 1.1, 5),
              Pairing.ALL_TO_ALL,
              new WeightDependence.Additive(-0.4, 0.4));
      FreeFit fit =
          new TaughtStdp(rule, TEACHER, tuning.budget)
              .fit(
                  recording.net(),
                  recording.first(),
                  recording.mask(),
                  recording.train().input(),
                  recording.train().target());
      tuning.taught =
          fit.inTraining().stream().mapToDouble(v -> v).reduce(tuning.taught, Math::min);
      tuning.offer("A+ " + strength, fit.best(), fit.bestF1());
    }
    return new Taught(tuning.kept, tuning.taught);
  }

  /// Surrogate gradients, whole or of each neuron by itself.
  static RecurrentWeights gradient(
      Recording recording, boolean whole, int epochs, Notebook out, String arm) {
    Tuning tuning = new Tuning(recording, epochs, out, arm);
    SurrogateGradient.Spike spike = SurrogateGradient.Spike.of(SLOPE);
    for (double rate : RATES) {
      String setting = "rate " + rate;
      try {
        FreeFit fit =
            new SurrogateGradient(
                    new Adam(rate), whole ? spike : spike.byItself(), FILTER_STEPS, tuning.budget)
                .fit(
                    recording.net(),
                    recording.first(),
                    recording.mask(),
                    recording.train().input(),
                    recording.train().target());
        tuning.offer(setting, fit.best(), fit.bestF1());
      } catch (NumericalException e) {
        tuning.offer(setting + ", which diverges", recording.first(), 0);
      }
    }
    return tuning.kept;
  }

  private void offer(String setting, RecurrentWeights weights, double f1) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("arm", arm);
    row.put("setting", setting);
    row.put("epochs", budget.epochs());
    row.put("f1 kept", f1);
    out.row(TABLE, row);
    if (f1 > highest) {
      highest = f1;
      kept = weights;
    }
  }
}
