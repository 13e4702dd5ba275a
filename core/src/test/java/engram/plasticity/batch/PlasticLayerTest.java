// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.NumericalException;
import engram.plasticity.Bcm;
import engram.plasticity.Clouds;
import engram.plasticity.CompetingUnits;
import engram.plasticity.Covariance;
import engram.plasticity.Hebb;
import engram.plasticity.IndependentComponents;
import engram.plasticity.Instar;
import engram.plasticity.Oja;
import engram.plasticity.Outstar;
import engram.plasticity.PlasticityRule;
import engram.plasticity.Sanger;
import engram.plasticity.Subspace;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.compete.Score;
import engram.plasticity.constrain.LargestShare;
import engram.plasticity.constrain.UpdateNormalizer;
import engram.plasticity.constrain.WeightConstraint;
import engram.plasticity.rate.ConstantRate;
import engram.plasticity.rate.DataScale;
import engram.plasticity.rate.NormDependent;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The kernel against the plain definition, for every rule, score, competition, normaliser and
/// constraint.
final class PlasticLayerTest {
  private static final int UNITS = 6;
  private static final int INPUTS = 9;
  private static final long SEED = 20261128;

  static List<PlasticityRule> rules() {
    List<PlasticityRule> rules = new ArrayList<>();
    rules.add(new Hebb());
    rules.add(new Hebb(Hebb.Sign.ANTI_HEBBIAN));
    for (Covariance.Side side : Covariance.Side.values()) {
      rules.add(new Covariance(side, 0.3));
    }
    rules.add(new Oja());
    rules.add(new Oja(2.5));
    rules.add(new Sanger());
    rules.add(new Subspace());
    rules.add(new Subspace(0.7));
    rules.add(new Instar());
    rules.add(new Outstar());
    for (Bcm.Form form : Bcm.Form.values()) {
      rules.add(new Bcm(form, 3));
    }
    rules.add(new CompetingUnits());
    rules.add(new IndependentComponents());
    return rules;
  }

  static List<Competition> competitions() {
    List<Competition> all = new ArrayList<>();
    for (Activation f : Activation.values()) {
      all.add(new Competition.None(f));
    }
    all.add(new Competition.Hard());
    all.add(new Competition.KWinners(3, false));
    all.add(new Competition.KWinners(UNITS, true));
    all.add(new Competition.Soft(1.5));
    all.add(new Competition.SoftKrotov(0.8));
    all.add(new Competition.RankAntiHebb(4, 0.4));
    all.add(new Competition.Neighbourhood(2, 3, 0.9));
    return all;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void kernelAgreesWithTheDefinitionForEveryRuleAndCompetition(PlasticityRule rule) {
    for (Competition competition : competitions()) {
      agrees(Recipe.of(rule).with(competition));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void kernelAgreesWithTheDefinitionForEveryNormalizer(PlasticityRule rule) {
    for (UpdateNormalizer normalizer : UpdateNormalizer.values()) {
      agrees(Recipe.of(rule).with(normalizer).with(new ConstantRate(0.003)));
    }
  }

  @Test
  void kernelAgreesWithTheDefinitionForEveryScore() {
    for (Score score :
        List.of(
            new Score.Inner(),
            new Score.PInner(3),
            new Score.PInner(2.4),
            new Score.Cosine(),
            new Score.Nearness())) {
      agrees(Recipe.of(new CompetingUnits()).with(score));
      agrees(Recipe.of(new Instar()).with(score).with(new Competition.Hard()));
    }
  }

  @Test
  void kernelAgreesWithTheDefinitionForEveryConstraint() {
    boolean[] excites = {true, false, true, true, false, true, false, false, true};
    for (WeightConstraint constraint :
        List.of(
            WeightConstraint.unitRow(),
            new WeightConstraint.UnitNorm(3),
            new WeightConstraint.Sum(1, WeightConstraint.Sum.Way.SUBTRACTIVE),
            new WeightConstraint.Clip(-0.3, 0.2),
            new WeightConstraint.Dale(excites))) {
      agrees(Recipe.of(new Oja()).with(constraint));
    }
    agrees(Recipe.of(new Oja()).with(new LargestShare(0.25)));
    agrees(Recipe.softHebb(2, new NormDependent(0.05, 1, 0.5)));
  }

  /// Four steps, so that traces and lengths of rows take part.
  private static void agrees(Recipe recipe) {
    RandomStream stream = Seeds.of(SEED).stream(recipe.rule().name());
    double[][] first = Clouds.normal(UNITS, INPUTS, 0.1, stream);
    for (double[] row : first) {
      for (int j = 0; j < INPUTS; j++) {
        row[j] = (float) (0.2 * row[j]);
      }
    }
    PlainLayer plain = PlainLayer.of(recipe.rule(), first);
    PlasticLayer fast = new PlasticLayer(recipe, INPUTS, Clouds.flat(first));
    for (int step = 0; step < 4; step++) {
      double[][] batch = single(Clouds.normal(5, INPUTS, 0.2, stream));
      plain = plain.step(recipe, batch);
      fast.step(Clouds.flat(batch));
    }
    double largest = 1;
    float[] expected = Clouds.flat(plain.weights());
    for (float w : expected) {
      largest = Math.max(largest, Math.abs(w));
    }
    assertArrayEquals(
        expected, fast.weights(), (float) (2e-5 * largest), recipe + ", seed " + SEED);
  }

  /// Rounded to float, so that both begin alike.
  private static double[][] single(double[][] rows) {
    double[][] rounded = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      rounded[i] = new double[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        rounded[i][j] = (float) rows[i][j];
      }
    }
    return rounded;
  }

  @Test
  void passLearnsEverySampleOnceInTheOrderOfItsStream() {
    Recipe recipe = Recipe.of(new Instar()).with(new Competition.Hard());
    float[] x = Clouds.flat(Clouds.normal(7, 3, 0, Seeds.of(5).stream("x")));
    float[] w = FirstWeights.normal(2, 3, 1, Seeds.of(5).stream("w"));
    PlasticLayer once = new PlasticLayer(recipe, 3, w);
    PlasticLayer again = new PlasticLayer(recipe, 3, w);
    once.pass(x, 3, Seeds.of(5).stream("order"));
    again.pass(x, 3, Seeds.of(5).stream("order"));
    assertArrayEquals(once.weights(), again.weights());
    assertEquals(3, once.steps());
    assertEquals(7 * 2, once.activity(x).length);
  }

  @Test
  void refusesWhatItCannotLearn() {
    Recipe recipe = Recipe.of(new Oja());
    PlasticLayer layer = new PlasticLayer(recipe, 2, new float[] {1, 0});
    refused(
        "input 1 of sample 0 must be finite, was NaN",
        () -> layer.step(new float[] {1, Float.NaN}));
    refused(
        "x must be samples of 2 inputs, at least one, was 3 values",
        () -> layer.step(new float[] {1, 2, 3}));
    refused("batch must be at least 1, was 0", () -> layer.pass(new float[2], 0, order()));
    refused(
        "k must be at most the units, 1, was 2",
        () -> layer.follow(recipe.with(new Competition.KWinners(2, false))));
    refused(
        "units must be those of the grid, 2 x 2, was 1",
        () -> layer.follow(recipe.with(new Competition.Neighbourhood(2, 2, 1))));
    refused(
        "weights must be rows of 2 inputs, was 3 values",
        () -> new PlasticLayer(recipe, 2, new float[3]));
  }

  private static RandomStream order() {
    return Seeds.of(0).stream("order");
  }

  @Test
  void divergenceNamesUnitAndStep() {
    Recipe recipe = Recipe.of(new Hebb()).with(new ConstantRate(1e20));
    PlasticLayer layer = new PlasticLayer(recipe, 1, new float[] {1});
    NumericalException thrown =
        assertThrows(
            NumericalException.class,
            () -> {
              for (int i = 0; i < 5; i++) {
                layer.step(new float[] {1});
              }
            });
    assertTrue(
        String.valueOf(thrown.getMessage())
            .startsWith("unit 0 of a plastic layer left its range at step"));
  }

  @Test
  void warnsOfARateBeyondTheBound() {
    DataScale data = DataScale.of(new float[] {3, 4, 0, 1}, 2);
    assertEquals(25, data.largestSquaredLength());
    assertEquals(13, data.leadingVariance());
    Recipe oja = Recipe.of(new Oja());
    assertTrue(oja.with(new ConstantRate(0.019)).warning(data).isEmpty());
    assertEquals(
        "Oja: the rate 0.0210 is beyond the stability bound 0.0200 for inputs of this size",
        oja.with(new ConstantRate(0.021)).warning(data).orElseThrow().says());
    assertTrue(Recipe.of(new Hebb()).warning(data).isPresent(), "Hebb diverges at every rate");
    assertTrue(Recipe.hebbUnitRow().warning(data).isEmpty(), "unit rows bound it");
  }

  @Test
  void rowsTellDeadAndDoubleUnits() {
    float[] values = {1, 0, 1, 0, 2, 1, 0, 0, 5};
    assertArrayEquals(new int[] {1, 1, 1}, Rows.wins(values, 3));
    assertEquals(1, Rows.dead(Rows.wins(new float[] {1, 0, 3, 2}, 2)));
    assertEquals(1, Rows.meanCosine(new float[] {1, 2, -2, -4}, 2), 1e-7);
    assertEquals(0, Rows.meanCosine(new float[] {1, 0, 0, 3}, 2), 1e-7);
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
