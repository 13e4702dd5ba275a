// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

@FromPaper(value = "curl-descent", at = "spec: stability theory")
final class SolutionStabilityTest {
  private static TwoLayerNet net(int m, int n, int k, int seed) {
    NetShape shape = new NetShape(m, n, k, Nonlinearity.IDENTITY);
    return TwoLayerNet.uniform(shape, 1, Seeds.of(seed).stream("net"));
  }

  /// A second moment that is not the identity.
  private static double[] moment(int m, int seed) {
    TwoLayerNet factor = net(m, 2 * m, 1, seed);
    double[] all = new double[2 * m];
    Arrays.fill(all, 1);
    double[] c =
        SolutionStability.stabilityMatrix(
            factor, SignMask.gains(SignMask.Side.PRE, new double[m], all));
    for (int i = 0; i < m; i++) {
      c[i * m + i] += 0.3;
    }
    return c;
  }

  /// The map from an error to its rate of change, column by column: by the flow of the weights and
  /// a central difference of `W2 W1` along it.
  private static double[][] measured(TwoLayerNet net, SignMask mask, double[] moment) {
    int size = net.product().length;
    double[][] map = new double[size][size];
    double h = 1e-4;
    for (int column = 0; column < size; column++) {
      double[] error = new double[size];
      error[column] = 1e-3;
      double[] rate = rate(net, mask, moment, error, h);
      for (int row = 0; row < size; row++) {
        map[row][column] = rate[row] / 1e-3;
      }
    }
    return map;
  }

  private static double[] rate(
      TwoLayerNet net, SignMask mask, double[] moment, double[] error, double h) {
    double[] v = new double[net.shape().weights()];
    double[] theta = new double[v.length];
    System.arraycopy(net.first, 0, theta, 0, net.first.length);
    System.arraycopy(net.second, 0, theta, net.first.length, net.second.length);
    CurlDescent.flow(taught(net, error, moment), mask).velocity(theta, v);
    double[] ahead = moved(net, theta, v, h).product();
    double[] behind = moved(net, theta, v, -h).product();
    double[] rate = new double[ahead.length];
    Arrays.setAll(rate, i -> (ahead[i] - behind[i]) / (2 * h));
    return rate;
  }

  /// A task of which a network has this error: its teacher is the network with W1 less the least
  /// change that makes the error.
  private static Task taught(TwoLayerNet net, double[] error, double[] moment) {
    NetShape shape = net.shape();
    double[] first = net.first();
    double[] second = net.second();
    int k = shape.outputs();
    var w2 = new Array2DRowRealMatrix(k, shape.hidden());
    for (int i = 0; i < second.length; i++) {
      w2.setEntry(i / shape.hidden(), i % shape.hidden(), second[i]);
    }
    var e = new Array2DRowRealMatrix(k, shape.inputs());
    for (int i = 0; i < error.length; i++) {
      e.setEntry(i / shape.inputs(), i % shape.inputs(), error[i]);
    }
    var inverse = new LUDecomposition(w2.multiply(w2.transpose())).getSolver().getInverse();
    var change = w2.transpose().multiply(inverse).multiply(e);
    for (int i = 0; i < first.length; i++) {
      first[i] -= change.getEntry(i / shape.inputs(), i % shape.inputs());
    }
    return CovarianceTask.of(TwoLayerNet.of(shape, first, second), moment);
  }

  private static TwoLayerNet moved(TwoLayerNet net, double[] theta, double[] v, double h) {
    double[] at = new double[theta.length];
    Arrays.setAll(at, i -> theta[i] + h * v[i]);
    int inFirst = net.first.length;
    return TwoLayerNet.of(
        net.shape(), Arrays.copyOf(at, inFirst), Arrays.copyOfRange(at, inFirst, at.length));
  }

  @Test
  void theErrorsJacobianIsMinusCTimesS() {
    int m = 5;
    TwoLayerNet net = net(m, 7, 1, 3);
    double[] c = moment(m, 8);
    for (SignMask mask :
        new SignMask[] {
          SignMask.flipped(net.shape(), 2, 3),
          SignMask.postSynaptic(new double[] {-1, 1, 1, -1, 1, -1, 1}, new double[] {-1})
        }) {
      double[] s = SolutionStability.stabilityMatrix(net, mask);
      double[][] map = measured(net, mask, c);
      // The error is a row: d eps = -eps C S, so the map of columns is -(C S)' = -S C.
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < m; j++) {
          double product = 0;
          for (int l = 0; l < m; l++) {
            product += s[i * m + l] * c[l * m + j];
          }
          assertEquals(-product, map[i][j], 1e-8);
        }
      }
    }
  }

  @Test
  void theSpectrumIsThatOfTheErrorsJacobianForSeveralOutputsAndReal() {
    TwoLayerNet net = net(4, 6, 3, 5);
    double[] c = moment(4, 9);
    SignMask columns = SignMask.flipped(net.shape(), 2, 2);
    SignMask rows =
        SignMask.postSynaptic(new double[] {-1, -1, 1, 1, 1, -1}, new double[] {1, -1, 1});
    for (SignMask mask : new SignMask[] {columns, rows}) {
      var values =
          new EigenDecompositionNonSymmetric(
              new Array2DRowRealMatrix(measured(net, mask, c), false));
      double[] expected = new double[12];
      for (int i = 0; i < 12; i++) {
        expected[i] = -values.getEigenvalue(i).getRealPart();
        assertEquals(0, values.getEigenvalue(i).getImaginaryPart(), 1e-7);
      }
      Arrays.sort(expected);
      assertArrayEquals(expected, SolutionStability.spectrum(net, mask, c), 1e-6);
    }
  }

  @Test
  void twoWeightsAreStableWhereTheirSignedSquaresAre() {
    NetShape shape = NetShape.linear(1, 1);
    TwoLayerNet net = TwoLayerNet.of(shape, new double[] {0.6}, new double[] {0.9});
    for (double d1 : new double[] {-1, 1}) {
      for (double d2 : new double[] {-1, 1}) {
        SignMask mask = SignMask.preSynaptic(new double[] {d1}, new double[] {d2});
        double expected = d2 * 0.36 + d1 * 0.81;
        assertEquals(expected, SolutionStability.leastEigenvalue(net, mask), 1e-15);
        assertEquals(
            2 * expected, SolutionStability.spectrum(net, mask, new double[] {2})[0], 1e-14);
        assertEquals(expected > 0, SolutionStability.isStable(net, mask));
      }
    }
  }

  @Test
  void stableAndSpectrumAgreeAndDoNotDependOnTheInputs() {
    int stable = 0;
    for (int seed = 0; seed < 40; seed++) {
      TwoLayerNet net = net(6, 20, 1, seed);
      SignMask mask = SignMask.flipped(net.shape(), seed % 7, seed % 9);
      double least = SolutionStability.leastEigenvalue(net, mask);
      assertEquals(least > 0, SolutionStability.isStable(net, mask), "seed " + seed);
      assertEquals(
          least > 0, SolutionStability.spectrum(net, mask, moment(6, seed))[0] > 0, "seed " + seed);
      stable += least > 0 ? 1 : 0;
    }
    assertTrue(stable > 5 && stable < 35, "both must occur, stable: " + stable);
  }

  @Test
  void refusesBadMoments() {
    TwoLayerNet net = net(2, 3, 1, 1);
    SignMask mask = SignMask.none(net.shape());
    assertEquals(
        "moment must be 2 x 2, was 3 numbers",
        assertThrows(
                IllegalArgumentException.class,
                () -> SolutionStability.spectrum(net, mask, new double[3]))
            .getMessage());
    assertEquals(
        "moment must be symmetric, was 0.5 and 0.0",
        assertThrows(
                IllegalArgumentException.class,
                () -> SolutionStability.spectrum(net, mask, new double[] {1, 0, 0.5, 1}))
            .getMessage());
    assertEquals(
        "outputs must be 1 for the matrix S, was 2",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    SolutionStability.stabilityMatrix(
                        net(2, 3, 2, 1), SignMask.none(net(2, 3, 2, 1).shape())))
            .getMessage());
  }
}
