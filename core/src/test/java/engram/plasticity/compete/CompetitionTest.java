// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.compete;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 8, spec 10, spec 11, spec 23")
final class CompetitionTest {
  private static final double[] U = {0.5, 2, -1, 2, 1};

  @Test
  void equalScoresGoToTheLowerIndex() {
    assertArrayEquals(new double[] {0, 1, 0, 0, 0}, new Competition.Hard().activity(U));
    assertArrayEquals(new double[] {0, 1, 0, 1, 0}, new Competition.KWinners(2, false).activity(U));
    assertArrayEquals(new double[] {0, 2, 0, 2, 1}, new Competition.KWinners(3, true).activity(U));
    assertArrayEquals(
        new double[] {0, 1, 0, -0.4, 0}, new Competition.RankAntiHebb(2, 0.4).activity(U));
  }

  @Test
  void softmaxSumsToOneAndItsSignedFormTurnsAllButTheWinner() {
    double[] soft = new Competition.Soft(3).activity(U);
    double[] signed = new Competition.SoftKrotov(3).activity(U);
    assertEquals(1, Arrays.stream(soft).sum(), 1e-14);
    assertEquals(Math.E * Math.E * Math.E, soft[1] / soft[4], 1e-12);
    for (int i = 0; i < U.length; i++) {
      assertEquals(i == 1 ? soft[i] : -soft[i], signed[i]);
    }
  }

  @Test
  void neighbourhoodFallsWithTheDistanceOnTheGrid() {
    double[] y = new Competition.Neighbourhood(2, 3, 1).activity(new double[] {0, 0, 0, 0, 9, 0});
    assertEquals(1, y[4]);
    assertEquals(0.6065306597126334, y[1], 1e-15);
    assertEquals(0.36787944117144233, y[0], 1e-15);
  }

  @Test
  void scores() {
    double[] w = {-2, 3};
    double[] x = {1, 2};
    assertEquals(4, new Score.Inner().of(w, x));
    assertEquals(-4 + 18, new Score.PInner(3).of(w, x));
    assertEquals(4, new Score.PInner(2).of(w, x));
    assertEquals(4 - 6.5, new Score.Nearness().of(w, x));
    assertEquals(4 / Math.sqrt(13 * 5), new Score.Cosine().of(w, x), 1e-15);
    assertEquals(0, new Score.Cosine().of(new double[2], x));
  }

  /// The slope of each activation against differences.
  @Test
  void slopesAreDerivatives() {
    for (Activation f : Activation.values()) {
      for (double u = -2.05; u < 2; u += 0.3) {
        double difference = (f.of(u + 1e-5) - f.of(u - 1e-5)) / 2e-5;
        assertEquals(difference, f.slope(u), 1e-8, f + " at " + u);
      }
    }
  }

  /// Unit 1 lies where no sample is; without a conscience it never wins.
  @Test
  void conscienceLetsEachUnitWinItsShare() {
    RandomStream stream = Seeds.of(21).stream("scores");
    Conscience conscience = new Conscience(3, 0.01);
    int[] wins = new int[3];
    for (int t = 0; t < 30_000; t++) {
      double a = stream.nextDouble();
      wins[conscience.winner(new double[] {a, a - 5, 0.5})]++;
    }
    for (int i = 0; i < 3; i++) {
      assertEquals(1 / 3.0, wins[i] / 30_000.0, 0.03, "unit " + i);
    }
  }

  @Test
  void priorComesToTheMeanActivity() {
    RandomStream stream = Seeds.of(22).stream("scores");
    double[][] u = new double[50][3];
    for (double[] row : u) {
      for (int i = 0; i < 3; i++) {
        row[i] = stream.nextGaussian() + 0.5 * i;
      }
    }
    Prior prior = new Prior(3, 2);
    double[][] y = new double[50][];
    for (int t = 0; t < 20_000; t++) {
      for (int b = 0; b < 50; b++) {
        y[b] = prior.activity(u[b]);
      }
      prior.follow(y, 1e-4);
    }
    for (int i = 0; i < 3; i++) {
      int unit = i;
      double mean = Arrays.stream(y).mapToDouble(row -> row[unit]).average().orElseThrow();
      assertEquals(mean, prior.shares()[i], 1e-6, "unit " + i);
    }
    assertTrue(prior.shares()[2] > prior.shares()[0]);
  }

  @Test
  void refusals() {
    refused("k must be at least 1, was 0", () -> new Competition.KWinners(0, false));
    refused(
        "k must be at most the units, 5, was 6",
        () -> new Competition.KWinners(6, true).activity(U));
    refused("k must be at least 2, was 1", () -> new Competition.RankAntiHebb(1, 0.4));
    refused(
        "delta must be finite and 0 or more, was -0.1",
        () -> new Competition.RankAntiHebb(2, -0.1));
    refused("t must be finite and above 0, was 0.0", () -> new Competition.Soft(0));
    refused("t must be finite and above 0, was NaN", () -> new Competition.SoftKrotov(Double.NaN));
    refused("p must be finite and at least 1, was 0.5", () -> new Score.PInner(0.5));
    refused(
        "sigma must be finite and above 0, was 0.0", () -> new Competition.Neighbourhood(2, 2, 0));
    refused(
        "units must be those of the grid, 2 x 3, was 5",
        () -> new Competition.Neighbourhood(2, 3, 1).activity(U));
    refused("units must be at least 1, was 0", () -> new Conscience(0, 0.1));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
