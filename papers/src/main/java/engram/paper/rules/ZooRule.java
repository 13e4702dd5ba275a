// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.plasticity.Instar;
import engram.plasticity.Oja;
import engram.plasticity.Sanger;
import engram.plasticity.batch.FirstWeights;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.compete.Score;
import engram.plasticity.constrain.UpdateNormalizer;
import engram.plasticity.rate.ConstantRate;
import engram.plasticity.rate.LinearDecay;
import engram.plasticity.rate.NormDependent;
import engram.random.Seeds;

/// The rules that [RuleZoo] compares, each with its first weights and its constants.
enum ZooRule {
  /// SoftHebb, as in [SoftHebbDigits].
  SOFT_HEBB("soft-hebb", "SoftHebb", true),
  /// A hard winner on cosines moves to what it sees; begins at training images.
  WINNER("winner", "winner takes all", true),
  /// The same with its neighbours on a grid, whose width falls from a quarter of the grid to .5.
  MAP("map", "self-organising map", true),
  /// Competing hidden units: p = 3, k = 7, delta = .4, eta = .04 falling to 0, batches of 100.
  COMPETING("competing", "competing units", true),
  /// Plain Hebb with rows of length 1.
  HEBB("hebb", "Hebb, unit rows", false),
  /// Oja's rule, each unit for itself.
  OJA("oja", "Oja", false),
  /// Sanger's rule on rectified activity, five passes.
  HPCA("hpca", "HPCA", false);

  private static final int MAP_STAGES = 10;

  private final String id;
  private final String arm;
  private final boolean competes;

  ZooRule(String id, String arm, boolean competes) {
    this.id = id;
    this.arm = arm;
    this.competes = competes;
  }

  /// Its name in streams.
  String id() {
    return id;
  }

  /// Its name in measurements.
  String arm() {
    return arm;
  }

  /// How its units are read.
  Competition features() {
    return competes ? Reader.SOFT : new Competition.None(Activation.RELU);
  }

  /// The weights that it learns.
  float[] learned(RuleZoo.Setting p, float[] x, Seeds seeds) {
    long updates = (long) p.longPasses() * (x.length / Digits.INPUTS) / 100 + 1;
    return switch (this) {
      case SOFT_HEBB -> {
        float[] first =
            FirstWeights.positive(p.units(), Digits.INPUTS, 35, seeds.stream("weights"));
        Recipe soft = Recipe.softHebb(12, new NormDependent(0.045, 1, 0.2));
        yield pass(soft, first, p, x, 32, 1, seeds);
      }
      case WINNER -> {
        Recipe winner =
            Recipe.of(new Instar())
                .with(new Competition.Hard())
                .with(new Score.Cosine())
                .with(UpdateNormalizer.NONE)
                .with(new ConstantRate(0.05));
        yield pass(winner, images(p, x, seeds), p, x, 32, 1, seeds);
      }
      case MAP -> map(p, x, seeds);
      case COMPETING -> {
        Recipe units =
            Recipe.krotovHopfield(
                3,
                new Competition.RankAntiHebb(Math.min(7, p.units()), 0.4),
                new LinearDecay(0.04, updates));
        yield pass(units, normal(p, 1, seeds), p, x, 100, p.longPasses(), seeds);
      }
      case HEBB -> pass(Recipe.hebbUnitRow(), normal(p, 0.01, seeds), p, x, 100, 1, seeds);
      case OJA ->
          pass(
              Recipe.of(new Oja()).with(new ConstantRate(0.005)),
              normal(p, 0.01, seeds),
              p,
              x,
              100,
              1,
              seeds);
      case HPCA -> {
        Recipe hpca =
            Recipe.of(new Sanger())
                .with(new Competition.None(Activation.RELU))
                .with(new LinearDecay(0.01, 5L * x.length / Digits.INPUTS / 200 + 1));
        yield pass(hpca, normal(p, 0.01, seeds), p, x, 200, 5, seeds);
      }
    };
  }

  private static float[] map(RuleZoo.Setting p, float[] x, Seeds seeds) {
    float[] weights = images(p, x, seeds);
    int samples = x.length / Digits.INPUTS / MAP_STAGES;
    for (int stage = 0; stage < MAP_STAGES; stage++) {
      double left = 1 - stage / (MAP_STAGES - 1.0);
      Recipe recipe =
          Recipe.of(new Instar())
              .with(new Competition.Neighbourhood(p.side(), p.side(), 0.5 + left * p.side() / 4))
              .with(new Score.Nearness())
              .with(UpdateNormalizer.NONE)
              .with(new ConstantRate(0.02));
      float[] part = new float[samples * Digits.INPUTS];
      System.arraycopy(x, stage * part.length, part, 0, part.length);
      weights = pass(recipe, weights, p, part, 32, 1, seeds.child("stage", stage));
    }
    return weights;
  }

  private static float[] pass(
      Recipe recipe,
      float[] first,
      RuleZoo.Setting p,
      float[] x,
      int batch,
      int passes,
      Seeds seeds) {
    PlasticLayer layer = new PlasticLayer(recipe, Digits.INPUTS, first);
    for (int pass = 0; pass < passes && !p.frozen(); pass++) {
      layer.pass(x, batch, seeds.child("pass", pass).stream("order"));
    }
    return layer.weights();
  }

  private static float[] images(RuleZoo.Setting p, float[] x, Seeds seeds) {
    return FirstWeights.samples(p.units(), Digits.INPUTS, x, seeds.stream("weights"));
  }

  private static float[] normal(RuleZoo.Setting p, double deviation, Seeds seeds) {
    return FirstWeights.normal(p.units(), Digits.INPUTS, deviation, seeds.stream("weights"));
  }
}
