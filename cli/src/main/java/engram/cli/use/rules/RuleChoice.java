// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.rules;

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
import engram.plasticity.rate.DataScale;
import engram.plasticity.rate.LinearDecay;
import engram.plasticity.rate.NormDependent;
import engram.random.Seeds;
import java.util.Optional;

/// The rules that race. Constants are those of `engram.plasticity` for digits; the rates of Oja and
/// HPCA are given as a share of their stability bound.
enum RuleChoice {
  /// Nothing is learned.
  RANDOM("random features", false, 0),
  /// Plain Hebb, rows of length 1.
  HEBB("Hebb, unit rows", false, 1),
  /// Oja's rule.
  OJA("Oja", false, 1),
  /// Sanger's rule on rectified activity.
  HPCA("HPCA", false, 5),
  /// A hard winner moves to what it sees.
  WINNER("winner takes all", true, 1),
  /// Competing hidden units.
  COMPETING("competing units", true, 10),
  /// SoftHebb.
  SOFT_HEBB("SoftHebb", true, 1);

  private final String says;
  private final boolean competes;
  private final int passes;

  RuleChoice(String says, boolean competes, int passes) {
    this.says = says;
    this.competes = competes;
    this.passes = passes;
  }

  /// Its name.
  String says() {
    return says;
  }

  /// How often it sees each image.
  int passes() {
    return passes;
  }

  /// How its units are read.
  Competition features() {
    return competes ? new Competition.Soft(5) : new Competition.None(Activation.RELU);
  }

  /// How it learns from so many images of this scale; empty if it does not.
  ///
  /// @param share the rate of Oja and HPCA, as a share of their stability bound
  Optional<Recipe> recipe(int units, int images, DataScale scale, double share) {
    long updates = (long) passes * (images / batch() + 1);
    return switch (this) {
      case RANDOM -> Optional.empty();
      case HEBB -> Optional.of(Recipe.hebbUnitRow());
      case OJA -> Optional.of(Recipe.of(new Oja()).with(new ConstantRate(share * bound(scale))));
      case HPCA ->
          Optional.of(
              Recipe.of(new Sanger())
                  .with(new Competition.None(Activation.RELU))
                  .with(new LinearDecay(share * bound(scale), updates)));
      case WINNER ->
          Optional.of(
              Recipe.of(new Instar())
                  .with(new Competition.Hard())
                  .with(new Score.Cosine())
                  .with(UpdateNormalizer.NONE)
                  .with(new ConstantRate(0.05)));
      case COMPETING ->
          Optional.of(
              Recipe.krotovHopfield(
                  3,
                  new Competition.RankAntiHebb(Math.clamp(units, 2, 7), 0.4),
                  new LinearDecay(0.04, updates)));
      case SOFT_HEBB -> Optional.of(Recipe.softHebb(12, new NormDependent(0.045, 1, 0.2)));
    };
  }

  private static double bound(DataScale scale) {
    return new Oja().largestRate(scale).orElseThrow();
  }

  private int batch() {
    return competes ? 32 : 100;
  }

  /// The weights that it learns, units x inputs.
  float[] learned(Optional<Recipe> recipe, int units, float[] x, int inputs, Seeds seeds) {
    float[] first =
        switch (this) {
          case WINNER -> FirstWeights.samples(units, inputs, x, seeds.stream("weights"));
          case SOFT_HEBB -> FirstWeights.positive(units, inputs, 35, seeds.stream("weights"));
          case COMPETING, RANDOM -> FirstWeights.normal(units, inputs, 1, seeds.stream("weights"));
          case HEBB, OJA, HPCA -> FirstWeights.normal(units, inputs, 0.01, seeds.stream("weights"));
        };
    if (recipe.isEmpty()) {
      return first;
    }
    PlasticLayer layer = new PlasticLayer(recipe.get(), inputs, first);
    for (int pass = 0; pass < passes; pass++) {
      layer.pass(x, batch(), seeds.child("pass", pass).stream("order"));
    }
    return layer.weights();
  }
}
