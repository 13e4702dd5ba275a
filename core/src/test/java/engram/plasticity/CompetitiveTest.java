// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.batch.PlainLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.compete.Score;
import engram.plasticity.constrain.WeightConstraint;
import engram.plasticity.rate.ConstantRate;
import engram.plasticity.rate.DataScale;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 8, spec 9, spec 10, spec 11")
final class CompetitiveTest {
  /// With the rate 1 / count of the winner, each row is the mean of the samples it won.
  @Test
  void hardWinnersWithReciprocalCountsAreOnlineKMeans() {
    double[][] x = Clouds.normal(300, 3, 0, Seeds.of(11).stream("x"));
    Recipe instar = Recipe.of(new Instar()).with(new Competition.Hard()).with(new Score.Nearness());
    PlainLayer layer = PlainLayer.of(Clouds.normal(4, 3, 0, Seeds.of(11).stream("w")));
    List<List<double[]>> won = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      won.add(new ArrayList<>());
    }
    for (double[] sample : x) {
      int winner = Competition.winner(layer.sample(instar, sample).u());
      won.get(winner).add(sample);
      double share = 1.0 / won.get(winner).size();
      layer = layer.step(instar.with((_, _) -> share), new double[][] {sample});
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        int input = j;
        double mean = won.get(i).stream().mapToDouble(s -> s[input]).average().orElseThrow();
        assertEquals(mean, layer.weights()[i][j], 1e-12);
      }
    }
  }

  @Test
  void neighboursOfAMapComeToLieInOrder() {
    RandomStream stream = Seeds.of(12).stream("x");
    PlainLayer layer = PlainLayer.of(Clouds.normal(8, 1, 0, Seeds.of(12).stream("w")));
    for (int t = 0; t < 4000; t++) {
      double sigma = 4 * (1 - t / 4000.0) + 0.3;
      Recipe map =
          Recipe.of(new Instar())
              .with(new Competition.Neighbourhood(1, 8, sigma))
              .with(new Score.Nearness())
              .with(new ConstantRate(0.1));
      layer = layer.step(map, new double[][] {{stream.nextDouble()}});
    }
    double direction = layer.weights()[7][0] - layer.weights()[0][0];
    for (int i = 1; i < 8; i++) {
      double step = layer.weights()[i][0] - layer.weights()[i - 1][0];
      assertTrue(step * direction > 0, "step " + i);
    }
    assertTrue(Math.abs(direction) > 0.6);
  }

  /// At rest `w_ij = <x_j y_i> / <x_j>`.
  @Test
  void outstarLearnsWhatFollowsItsInput() {
    double[][] change = new double[1][2];
    double[][] w = {{0.4 / 0.7, 0.5}};
    double[][] x = {{1, 0}, {0.4, 1}};
    double[] y = {0.4, 0.0};
    for (int b = 0; b < 2; b++) {
      double[] activity = {b == 0 ? y[0] : 1.0};
      new Outstar().add(new Sample(w, x[b], activity, activity, Traces.zero(1, 2)), change);
    }
    double rest = (1 * 0.4 + 0.4 * 1) / 1.4;
    assertEquals(1.4 * (rest - w[0][0]), change[0][0], 1e-12);
    assertEquals(1 - 0.5, change[0][1], 1e-12);
  }

  private static Recipe bcm(Bcm.Form form, double tau, double eta) {
    return Recipe.of(new Bcm(form, tau))
        .with(new Competition.None(Activation.RELU))
        .with(new ConstantRate(eta));
  }

  /// Steps taken together are stable while `tau eta |x|² < tau / (tau + 1)`.
  @Test
  void bcmIsStableJustBelowItsBorderAndNotJustAbove() {
    double[] x = {1, 2};
    double tau = 50;
    double border = new Bcm(Bcm.Form.SQUARE, tau).largestRate(new DataScale(5, 5)).getAsDouble();
    assertEquals(tau / (tau + 1), border * 5 * tau, 1e-12);
    assertTrue(distanceFromOne(x, tau, border * 0.98) < 1e-6);
    assertTrue(distanceFromOne(x, tau, border * 1.02) > 1e-2);
  }

  private static double distanceFromOne(double[] x, double tau, double eta) {
    double[][] start = {{1.001 / 5, 2 * 1.001 / 5}};
    PlainLayer layer = new PlainLayer(start, new Traces(new double[] {1}, new double[2]), 0);
    double farthest = 0;
    for (int t = 0; t < 60_000; t++) {
      layer = layer.step(bcm(Bcm.Form.SQUARE, tau, eta), new double[][] {x});
      double y = Clouds.dot(layer.weights()[0], x);
      farthest = t > 59_000 ? Math.max(farthest, Math.abs(y - 1)) : 0;
    }
    return farthest;
  }

  /// Two patterns of probability 1/2: the unit answers one of them with 2 and the other with 0.
  @Test
  void bcmBecomesAsSelectiveAsCanBe() {
    double[][] x = {{1, 0.2}, {0.3, 0.9}};
    for (Bcm.Form form : List.of(Bcm.Form.SQUARE, Bcm.Form.LAW_COOPER)) {
      for (int seed = 0; seed < 5; seed++) {
        double[][] start = {{0.3 + 0.1 * seed, 0.9 - 0.15 * seed}};
        PlainLayer layer = new PlainLayer(start, new Traces(new double[] {0.5}, new double[2]), 0);
        for (int t = 0; t < 20_000; t++) {
          layer = layer.step(bcm(form, 20, 0.01), x);
        }
        double a = Math.max(0, Clouds.dot(layer.weights()[0], x[0]));
        double b = Math.max(0, Clouds.dot(layer.weights()[0], x[1]));
        assertEquals(2, Math.max(a, b), 1e-6, form + ", start " + seed);
        assertEquals(0, Math.min(a, b), 1e-3, form + ", start " + seed);
      }
    }
  }

  @Test
  void unitOfRankKMovesAway() {
    double[] x = {1, 0.5, 0.2};
    double[][] w = {{0.9, 0.1, 0.1}, {0.5, 0.5, 0.1}, {0.1, 0.1, 0.9}};
    Recipe recipe = Recipe.of(new CompetingUnits()).with(new Competition.RankAntiHebb(2, 0.4));
    PlainLayer after = PlainLayer.of(w).step(recipe, new double[][] {x});
    assertTrue(Clouds.dot(after.weights()[0], x) > Clouds.dot(w[0], x));
    assertTrue(Clouds.dot(after.weights()[1], x) < Clouds.dot(w[1], x));
    assertArrayEquals(w[2], after.weights()[2]);
  }

  @Test
  void winnersComeToThePSphere() {
    double p = 3;
    RandomStream stream = Seeds.of(13).stream("x");
    Recipe recipe =
        Recipe.of(new CompetingUnits())
            .with(new Score.PInner(p))
            .with(new Competition.RankAntiHebb(2, 0))
            .with(new ConstantRate(0.02));
    PlainLayer layer = PlainLayer.of(Clouds.normal(4, 5, 0, Seeds.of(13).stream("w")));
    int[] wins = new int[4];
    for (int t = 0; t < 6000; t++) {
      double[] x = new double[5];
      for (int j = 0; j < 5; j++) {
        x[j] = stream.nextDouble();
      }
      wins[Competition.winner(layer.sample(recipe, x).u())]++;
      layer = layer.step(recipe, new double[][] {x});
    }
    int settled = 0;
    for (int i = 0; i < 4; i++) {
      if (wins[i] > 600) {
        settled++;
        float[] row = Clouds.flat(new double[][] {layer.weights()[i]});
        assertEquals(1, WeightConstraint.norm(row, 0, 5, p), 0.02, "unit " + i);
      }
    }
    assertTrue(settled > 0);
  }

  @Test
  void veryColdSoftHebbIsTheHardWinner() {
    double[][] w = Clouds.normal(4, 5, 0, Seeds.of(14).stream("w"));
    double[][] x = Clouds.normal(6, 5, 0, Seeds.of(14).stream("x"));
    Recipe soft = Recipe.of(new CompetingUnits()).with(new Competition.Soft(1e6));
    Recipe hard = soft.with(new Competition.Hard());
    double[][] a = PlainLayer.of(w).step(soft, x).weights();
    double[][] b = PlainLayer.of(w).step(hard, x).weights();
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(b[i], a[i], 1e-12);
    }
  }

  /// A single unit has y = 1: `dw = x - u w`, and `d|w|² = 2 eta u (1 - |w|²)`.
  @Test
  void singleSoftHebbUnitComesToLengthOne() {
    double[] x = {0.3, 0.4, 1.2};
    Recipe soft =
        Recipe.of(new CompetingUnits()).with(new Competition.Soft(12)).with(new ConstantRate(0.05));
    PlainLayer layer = PlainLayer.of(new double[][] {{5, 6, 7}});
    double[][] once = layer.step(soft, new double[][] {x}).weights();
    double u = Clouds.dot(new double[] {5, 6, 7}, x);
    assertEquals(5 + 0.05 * (0.3 - u * 5), once[0][0], 1e-12);
    for (int t = 0; t < 2000; t++) {
      layer = layer.step(soft, new double[][] {x});
    }
    assertEquals(1, Clouds.dot(layer.weights()[0], layer.weights()[0]), 1e-9);
    assertTrue(Clouds.degrees(layer.weights()[0], x) < 0.01);
  }

  @Test
  void lengthsMoveAsTheirEquationSays() {
    double[][] w = Clouds.normal(3, 4, 0, Seeds.of(15).stream("w"));
    double[] x = Clouds.normal(1, 4, 0, Seeds.of(15).stream("x"))[0];
    double eta = 1e-6;
    Recipe soft =
        Recipe.of(new CompetingUnits()).with(new Competition.Soft(0.7)).with(new ConstantRate(eta));
    Sample before = PlainLayer.of(w).sample(soft, x);
    double[][] after = PlainLayer.of(w).step(soft, new double[][] {x}).weights();
    for (int i = 0; i < 3; i++) {
      double square = Clouds.dot(w[i], w[i]);
      double moved = (Clouds.dot(after[i], after[i]) - square) / eta;
      assertEquals(2 * before.y()[i] * before.u()[i] * (1 - square), moved, 1e-3);
    }
  }
}
