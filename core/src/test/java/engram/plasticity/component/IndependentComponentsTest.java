// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.Hebb;
import engram.plasticity.IndependentComponents;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.constrain.WeightConstraint;
import engram.plasticity.rate.ConstantRate;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

/// Two sources, 20,000 samples, one random mixing matrix.
@FromPaper(value = "hebbian-rules", at = "spec 1, spec 12")
final class IndependentComponentsTest {
  private static final double[][] MIXING = {{1.1, 0.6}, {-0.4, 0.9}};

  private static double[][] mixed(boolean gaussian, RandomStream stream) {
    double[][] x = new double[20_000][2];
    for (double[] row : x) {
      double[] s = new double[2];
      for (int k = 0; k < 2; k++) {
        double laplace = stream.nextExponential() * (stream.nextBoolean() ? 1 : -1);
        s[k] = gaussian ? stream.nextGaussian() : laplace / Math.sqrt(2);
      }
      for (int i = 0; i < 2; i++) {
        row[i] = MIXING[i][0] * s[0] + MIXING[i][1] * s[1];
      }
    }
    return x;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] rows(PlasticLayer layer) {
    float[] w = layer.weights();
    return new double[][] {{w[0], w[1]}, {w[2], w[3]}};
  }

  @Test
  void whiteningMakesTheCovarianceTheIdentity() {
    double[][] x = mixed(false, Seeds.of(71).stream("x"));
    double[][] z = Whitening.of(x).apply(x);
    double[][] c = new double[2][2];
    for (double[] row : z) {
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          c[i][j] += row[i] * row[j] / z.length;
        }
      }
    }
    assertEquals(1, c[0][0], 1e-10);
    assertEquals(1, c[1][1], 1e-10);
    assertEquals(0, c[0][1], 1e-10);
  }

  @Test
  void naturalGradientSeparatesHeavyTailsAndNotGaussians() {
    for (boolean gaussian : new boolean[] {false, true}) {
      double[][] x = mixed(gaussian, Seeds.of(72).stream("x"));
      Recipe ica =
          Recipe.of(new IndependentComponents())
              .with(new Competition.None(Activation.TANH))
              .with(new ConstantRate(0.05));
      PlasticLayer layer = new PlasticLayer(ica, 2, new float[] {1, 0, 0, 1});
      float[] samples = Clouds.flat(x);
      RandomStream order = Seeds.of(72).stream("order");
      for (int pass = 0; pass < 3; pass++) {
        layer.pass(samples, 50, order);
      }
      layer.follow(ica.with(new ConstantRate(0.002)));
      layer.pass(samples, 50, order);
      double index = AmariIndex.of(rows(layer), MIXING);
      assertTrue(gaussian ? index > 0.15 : index < 0.05, gaussian + ": " + index);
    }
  }

  @Test
  void fixedPointIterationSeparatesTheSame() {
    double[][] x = mixed(false, Seeds.of(73).stream("x"));
    Whitening white = Whitening.of(x);
    for (Activation g : new Activation[] {Activation.TANH, Activation.CUBE, Activation.GAUSS}) {
      double[][] rows =
          new FastIca(g, 100).components(white.apply(x), Seeds.of(73).stream("first"));
      double index = AmariIndex.of(product(rows, white.matrix()), MIXING);
      assertTrue(index < 0.05, g + ": " + index);
      assertEquals(0, Clouds.dot(rows[0], rows[1]), 1e-12);
    }
  }

  /// For two independent signs and g = u³ a step cubes the tangent of the angle.
  @Test
  void kurtosisConvergesCubically() {
    double[][] signs = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    double[] next = new FastIca(Activation.CUBE, 1).stepped(new double[] {0.9, 0.3}, signs);
    assertEquals(1 / 27.0, next[1] / next[0], 1e-12);
  }

  /// On whitened inputs with unit rows and g = tanh, heavy tails need the anti-Hebbian sign: `<s
  /// tanh s - (1 - tanh² s)>` is negative for Laplace sources.
  @Test
  void nonlinearHebbFindsASourceWithTheSignOfItsTail() {
    double[][] x = mixed(false, Seeds.of(74).stream("x"));
    Whitening white = Whitening.of(x);
    Recipe rule =
        Recipe.of(new Hebb(Hebb.Sign.ANTI_HEBBIAN))
            .with(new Competition.None(Activation.TANH))
            .with(WeightConstraint.unitRow())
            .with(new ConstantRate(0.5));
    PlasticLayer layer = new PlasticLayer(rule, 2, new float[] {0.8f, 0.6f});
    float[] z = Clouds.flat(white.apply(x));
    for (int t = 0; t < 300; t++) {
      layer.step(z);
    }
    float[] w = layer.weights();
    double[][] seen = product(product(new double[][] {{w[0], w[1]}}, white.matrix()), MIXING);
    double least = Math.min(Math.abs(seen[0][0]), Math.abs(seen[0][1]));
    double most = Math.max(Math.abs(seen[0][0]), Math.abs(seen[0][1]));
    assertTrue(least / most < 0.06, least + " of " + most);
  }

  @Test
  void indexIsZeroForOrderAndScale() {
    assertEquals(
        0, AmariIndex.of(new double[][] {{0, 3}, {-2, 0}}, new double[][] {{1, 0}, {0, 1}}));
    assertEquals(
        1, AmariIndex.of(new double[][] {{1, 1}, {1, -1}}, new double[][] {{1, 0}, {0, 1}}));
  }

  @Test
  void refusals() {
    refused("contrast must be nonlinear, was IDENTITY", () -> new FastIca(Activation.IDENTITY, 9));
    refused("x must be at least 2 samples, was 1", () -> Whitening.of(new double[1][2]));
    assertTrue(
        String.valueOf(
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Whitening.of(new double[][] {{1, 1}, {2, 2}, {4, 4}}))
                    .getMessage())
            .startsWith("every direction of x must vary"));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
