// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.credit.entropic.SkaRule;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// Whether the trajectory of a layer's entropy depends on the time `eta k` alone.
///
/// `H / eta` against `eta k` for steps .02, .01 and .005 is compared with the run of step .001:
/// greatest difference over the greatest value there. A first-order method leaves `c (eta - .001)`,
/// so from .01 to .005 the difference falls by `.009 / .004 = 2.25`.
final class TimeInvariance implements Experiment<Times> {
  static final Measure DEVIATION =
      Measure.of("deviation", "greatest difference of H / eta from the finest run, over its peak");
  static final Measure RATIO =
      Measure.of("halving-ratio", "deviation at step .01 over deviation at step .005");
  static final Measure RATE =
      new Measure("entropy-rate", "bit", "H / eta of a layer against the time eta k");
  static final String OTHER = "other draw layer ";
  private static final double FINEST = 0.001;
  static final int LAYERS = 4;

  /// How the step is called in arms.
  static String arm(int finest, int layer) {
    return "eta ." + (finest < 10 ? "00" : "0") + finest + " layer " + layer;
  }

  @Override
  public String id() {
    return "digits-time-invariance";
  }

  @Override
  public Class<Times> parameters() {
    return Times.class;
  }

  @Override
  public Optional<Times> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Times(5, 3, 0.01, SkaRule.CODE);
          case SMALL -> new Times(50, 25, 0.01, SkaRule.CODE);
          case FULL -> new Times(100, 25, 0.01, SkaRule.CODE);
        });
  }

  @Override
  public Times sabotaged(Times p) {
    return new Times(p.imagesPerClass(), p.longSteps(), p.initScale(), SkaRule.FIXED);
  }

  @Override
  public Needs needs(Times p) {
    return Source.DIGITS.needs(p.imagesPerClass() * 10 * p.longSteps() * 40 * 2.3e-4);
  }

  @Override
  public List<Claim> claims() {
    return List.of(TimeClaims.invariance());
  }

  @Override
  public void run(Times p, Trial trial) {
    Batch batch = Source.DIGITS.load(trial, p.imagesPerClass(), 1);
    double[][] finest = rates(p, trial, "weights", batch, 1);
    double[][] middle = rates(p, trial, "weights", batch, 10);
    double[][] fine = rates(p, trial, "weights", batch, 5);
    double[][] coarse = rates(p, trial, "weights", batch, 20);
    double[][] other = rates(p, trial, "other weights", batch, 5);
    for (int l = 1; l <= LAYERS; l++) {
      double[] exact = finest[l - 1];
      if (p.rule() == SkaRule.FIXED) {
        noTrajectory(trial, l);
        continue;
      }
      double at10 = Trajectories.deviation(middle[l - 1], exact, 10);
      double at5 = Trajectories.deviation(fine[l - 1], exact, 5);
      Notebook out = trial.out();
      out.value(DEVIATION.in(arm(20, l)), Trajectories.deviation(coarse[l - 1], exact, 20));
      out.value(DEVIATION.in(arm(10, l)), at10);
      out.value(DEVIATION.in(arm(5, l)), at5);
      out.value(DEVIATION.in(OTHER + l), Trajectories.deviation(other[l - 1], exact, 5));
      out.value(RATIO.in("layer " + l), at10 / at5);
      for (int k = 0; k < p.longSteps(); k++) {
        double time = 20 * FINEST * k;
        out.series(RATE.in(arm(1, l)), time, exact[20 * k]);
        out.series(RATE.in(arm(20, l)), time, coarse[l - 1][k]);
      }
    }
  }

  private static double[][] rates(Times p, Trial trial, String weights, Batch batch, int times) {
    return Trajectories.entropyRates(
        p.network(batch.inputs, FINEST * times),
        trial.seeds().stream(weights),
        batch,
        p.longSteps() * 20 / times);
  }

  private static void noTrajectory(Trial trial, int layer) {
    for (At key :
        List.of(
            DEVIATION.in(arm(20, layer)),
            DEVIATION.in(arm(10, layer)),
            DEVIATION.in(arm(5, layer)),
            DEVIATION.in(OTHER + layer),
            RATIO.in("layer " + layer))) {
      trial.out().diverged(key, "weights stay: there is no trajectory");
    }
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(SkaFigures.rates(all));
  }
}
