// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.batch.PlainLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.convolution.Stage.Size;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 11")
final class PlasticConvolutionTest {
  private static final Stage STAGE =
      new Stage(
          new Size(2, 5, 6),
          3,
          4,
          Stage.softHebb(0.7, 0.08),
          new Triangle(0.7),
          new Pooling(Pooling.Kind.MAX, 4, 2, 1));

  /// The matrix of patches by its definition: one row a position, of images brought to mean 0 and
  /// variance 1 and mirrored at the border.
  private static double[][] matrix(double[][] images) {
    double[] mean = new double[2];
    double[] square = new double[2];
    for (double[] image : images) {
      for (int i = 0; i < 60; i++) {
        mean[i % 2] += image[i] / 30 / images.length;
        square[i % 2] += image[i] * image[i] / 30 / images.length;
      }
    }
    double[][] matrix = new double[images.length * 30][18];
    for (int p = 0; p < matrix.length; p++) {
      for (int k = 0; k < 18; k++) {
        int channel = k % 2;
        int y = mirrored(p % 30 / 6 + k / 6 - 1, 5);
        int x = mirrored(p % 6 + k / 2 % 3 - 1, 6);
        double away = images[p / 30][(y * 6 + x) * 2 + channel] - mean[channel];
        double variance = square[channel] - mean[channel] * mean[channel];
        matrix[p][k] = away / Math.sqrt(variance + 1e-5);
      }
    }
    return matrix;
  }

  private static int mirrored(int i, int length) {
    return i < 0 ? -i : i >= length ? 2 * length - 2 - i : i;
  }

  @Test
  void learningIsTheRuleOnTheMatrixOfPatches() {
    double[][] images = Clouds.normal(3, 60, 0.5, Seeds.of(181).stream("images"));
    double[][] first = Clouds.normal(4, 18, 0, Seeds.of(181).stream("weights"));
    PlasticConvolution layer = new PlasticConvolution(STAGE, Clouds.flat(first));
    double[][] matrix = matrix(images);
    float[] passed = layer.learn(Clouds.flat(images));
    float[] after = Clouds.flat(PlainLayer.of(first).step(STAGE.recipe(), matrix).weights());
    assertArrayEquals(after, layer.filters().weights(), 1e-6f);
    assertArrayEquals(Clouds.flat(pooled(first, matrix)), passed, 1e-4f);
  }

  /// Triangle and greatest value of windows, written out.
  private static double[][] pooled(double[][] w, double[][] matrix) {
    double[][] u = new double[matrix.length][4];
    for (int p = 0; p < matrix.length; p++) {
      double mean = 0;
      for (int i = 0; i < 4; i++) {
        u[p][i] = Clouds.dot(w[i], matrix[p]);
        mean += u[p][i] / 4;
      }
      for (int i = 0; i < 4; i++) {
        u[p][i] = Math.pow(Math.max(u[p][i] - mean, 0), 0.7);
      }
    }
    double[][] pooled = new double[3 * 2 * 3][4];
    for (int p = 0; p < u.length; p++) {
      int y = p % 30 / 6;
      int x = p % 6;
      for (int r = 0; r < 2; r++) {
        for (int c = 0; c < 3; c++) {
          boolean inside = y >= 2 * r - 1 && y < 2 * r + 3 && x >= 2 * c - 1 && x < 2 * c + 3;
          for (int i = 0; i < 4 && inside; i++) {
            double[] to = pooled[(p / 30 * 2 + r) * 3 + c];
            to[i] = Math.max(to[i], u[p][i]);
          }
        }
      }
    }
    return pooled;
  }

  /// After batches of the same values, what was gathered is what a batch says; chunks do not
  /// matter.
  @Test
  void featuresUseTheGatheredMeans() {
    double[][] images = Clouds.normal(40, 60, 0.5, Seeds.of(182).stream("images"));
    ChannelNorm norm = new ChannelNorm(2, 0.1);
    float[] learned = norm.learn(Clouds.flat(images));
    for (int t = 0; t < 300; t++) {
      learned = norm.learn(Clouds.flat(images));
    }
    assertArrayEquals(learned, norm.apply(Clouds.flat(images)), 2e-3f);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < learned.length; i += 2) {
      sum += learned[i];
      squares += learned[i] * learned[i];
    }
    assertEquals(0, sum / 1200, 1e-6);
    assertEquals(1, squares / 1200, 1e-4);
    PlasticConvolution layer = new PlasticConvolution(STAGE, Seeds.of(182).stream("weights"));
    layer.learn(Clouds.flat(images));
    float[] all = layer.features(Clouds.flat(images));
    float[] last = layer.features(Clouds.flat(new double[][] {images[39]}));
    for (int k = 0; k < last.length; k++) {
      assertEquals(last[k], all[39 * last.length + k], 1e-6f);
    }
  }

  @Test
  void partsByHand() {
    float[] u = {1, 5, 3, 7, -1, -1, 2, 0};
    new Triangle(2).apply(u, 4);
    assertArrayEquals(new float[] {0, 1, 0, 9, 0, 0, 4, 0}, u, 1e-5f);
    float[] square = {1, 5, 2, 8};
    assertArrayEquals(
        new float[] {4}, Pooling.tiles(Pooling.Kind.AVERAGE, 2).apply(square, 1, 2, 2));
    assertArrayEquals(square, Pooling.none().apply(square, 1, 2, 2));
    Pooling outside = new Pooling(Pooling.Kind.AVERAGE, 2, 2, 1);
    assertArrayEquals(square, outside.apply(square, 1, 2, 2), "only what lies inside counts");
    Pooling pairs = new Pooling(Pooling.Kind.MAX, 1, 1, 0);
    assertArrayEquals(new float[] {1, 5, 2, 8}, pairs.apply(square, 2, 1, 2));
  }

  @Test
  void presetHasThePublishedSizes() {
    List<Stage> stages = PlasticStack.softHebbCifar10();
    assertEquals(new Size(96, 16, 16), stages.get(0).passed());
    assertEquals(new Size(384, 8, 8), stages.get(1).passed());
    assertEquals(24_576, stages.get(2).passed().values());
    assertEquals(25 / Math.sqrt(75), stages.get(0).firstDeviation(), 1e-15);
  }

  /// Two small layers on images of bars, one pass: each takes its steps and moves.
  @Test
  void stackLearnsAllLayersAtOnce() {
    RandomStream stream = Seeds.of(183).stream("bars");
    float[] images = new float[200 * 64];
    for (int i = 0; i < 200; i++) {
      int bar = stream.nextInt(8);
      boolean across = stream.nextBoolean();
      for (int k = 0; k < 8; k++) {
        images[i * 64 + (across ? bar * 8 + k : k * 8 + bar)] = 1;
      }
    }
    Recipe recipe = Stage.softHebb(1, 0.1);
    Pooling half = Pooling.tiles(Pooling.Kind.MAX, 2);
    Stage lower = new Stage(new Size(1, 8, 8), 3, 6, recipe, new Triangle(1), half);
    Stage upper = new Stage(lower.passed(), 3, 5, recipe, new Triangle(1), half);
    PlasticStack stack = new PlasticStack(List.of(lower, upper), Seeds.of(183));
    stack.pass(images, 10, Seeds.of(183).stream("order"));
    assertEquals(200 * 5 * 2 * 2, stack.features(images).length);
    PlasticStack still = new PlasticStack(List.of(lower, upper), Seeds.of(183));
    for (int l = 0; l < 2; l++) {
      float[] now = stack.layers().get(l).filters().weights();
      float[] first = still.layers().get(l).filters().weights();
      double moved = 0;
      for (int k = 0; k < now.length; k++) {
        moved += Math.abs(now[k] - first[k]);
      }
      assertTrue(moved > 1, "moved by " + moved);
      assertEquals(20, stack.layers().get(l).filters().steps());
    }
  }

  @Test
  void refusals() {
    refused("power must be finite and above 0, was 0.0", () -> new Triangle(0));
    refused("padding must be in [0, 1], was 2", () -> new Pooling(Pooling.Kind.MAX, 2, 1, 2));
    refused(
        "side must be odd, with a half below the image's 5 x 6, was 2",
        () -> new Stage(STAGE.image(), 2, 4, STAGE.recipe(), STAGE.triangle(), STAGE.pooling()));
    refused(
        "images of stage 1 must be what is passed below, Size[channels=4, height=2, width=3], was"
            + " Size[channels=2, height=5, width=6]",
        () -> new PlasticStack(List.of(STAGE, STAGE), Seeds.of(1)));
    refused(
        "images must be 60 values each, at least one, was 59 values",
        () -> new PlasticConvolution(STAGE, Seeds.of(1).stream("w")).learn(new float[59]));
    refused("share must be in (0, 1], was 0.0", () -> new ChannelNorm(1, 0));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
