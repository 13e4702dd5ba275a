// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.plasticity.Instar;
import engram.plasticity.batch.FirstWeights;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Competition;
import engram.plasticity.compete.Score;
import engram.plasticity.lateral.FoldiakNetwork;
import engram.plasticity.lateral.FoldiakSettings;
import engram.plasticity.rate.ConstantRate;
import java.util.List;
import java.util.Optional;

/// Sixteen units look at lines on a grid of 8 x 8, several at once, and each learns one of them.
final class FoldiakLines implements Experiment<FoldiakLines.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "images learned from", min = 100) int images,
      @Param(doc = "images tested with", min = 100) int tests,
      @Param(doc = "rate between units; 0 as sabotage", min = 0) double alpha) {}

  static final Measure LEARNED =
      Measure.of("lines-learned", "share of lines that some unit has learned and no other line");
  static final Measure ACTIVITY =
      Measure.of("activity", "mean share of test images for which a unit is active");
  static final Measure DEPENDENCE =
      Measure.of("dependence", "mean size of P(y_i, y_j) - P(y_i) P(y_j) over pairs, in p²");
  static final String NETWORK = "Foldiak's network";
  static final String ALONE = "units alone";
  static final String WINNER = "winner takes all";
  private static final List<String> ARMS = List.of(NETWORK, ALONE, WINNER);

  @Override
  public String id() {
    return "lines";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(1000, 200, 0.1);
          case SMALL -> new Setting(8000, 2000, 0.1);
          case FULL -> new Setting(30_000, 10_000, 0.1);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.images(), p.tests(), 0);
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(0.1 + 3e-4 * p.images());
  }

  @Override
  public List<Claim> claims() {
    return LinesClaims.all();
  }

  @Override
  public void run(Setting p, Trial trial) {
    network(NETWORK, p.alpha(), p, trial);
    network(ALONE, 0, p, trial);
    Lines images = new Lines(trial.seeds().stream("lines"));
    float[] x = new float[p.images() * Lines.PIXELS];
    for (int k = 0; k < x.length; k += Lines.PIXELS) {
      double[] image = images.next();
      for (int j = 0; j < Lines.PIXELS; j++) {
        x[k + j] = (float) image[j];
      }
    }
    Recipe winner =
        Recipe.of(new Instar())
            .with(new Competition.Hard())
            .with(new Score.Nearness())
            .with(new ConstantRate(0.02));
    float[] first =
        FirstWeights.samples(Lines.COUNT, Lines.PIXELS, x, trial.seeds().stream("winner"));
    PlasticLayer layer = new PlasticLayer(winner, Lines.PIXELS, first);
    layer.pass(x, 1, trial.seeds().stream("order"));
    trial.out().value(LEARNED.in(WINNER), Lines.learned(layer.weights()));
  }

  private static void network(String arm, double alpha, Setting p, Trial trial) {
    Lines images = new Lines(trial.seeds().stream("lines"));
    FoldiakNetwork net =
        new FoldiakNetwork(
            new FoldiakSettings(alpha, 0.02, 0.02, 0.125),
            Lines.COUNT,
            Lines.PIXELS,
            trial.seeds().stream("weights"));
    for (int t = 0; t < p.images(); t++) {
      net.learn(images.next());
    }
    Codes codes = new Codes(Lines.COUNT);
    for (int t = 0; t < p.tests(); t++) {
      codes.add(net.code(images.next()));
    }
    trial.out().value(LEARNED.in(arm), Lines.learned(Lines.flat(net.weights())));
    trial.out().value(ACTIVITY.in(arm), codes.activity());
    trial.out().value(DEPENDENCE.in(arm), codes.dependence() / (0.125 * 0.125));
    Filters.write(trial.out(), arm, Lines.flat(net.weights()), Lines.PIXELS, Lines.COUNT);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        Filters.bars(
            "lines-learned", "Lines that a unit has learned", "lines learned", LEARNED, ARMS, all),
        Filters.figure(
            "weights",
            "What the units learned",
            "With connections, a line each.",
            List.of(NETWORK, ALONE),
            8,
            all));
  }
}
