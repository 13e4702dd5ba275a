// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "curl-descent", at = "spec: curl measure")
final class CurlProbeTest {
  private static final Seeds SEEDS = Seeds.of(11);

  /// `v = B theta`.
  private static final class Linear implements Flow {
    private final double[][] b;

    Linear(double[][] b) {
      this.b = b;
    }

    @Override
    public int size() {
      return b.length;
    }

    @Override
    public void velocity(double[] at, double[] into) {
      for (int i = 0; i < b.length; i++) {
        into[i] = 0;
        for (int j = 0; j < b.length; j++) {
          into[i] += b[i][j] * at[j];
        }
      }
    }
  }

  @Test
  void aLinearFlowHasThePartsOfItsMatrix() {
    Linear flow = new Linear(new double[][] {{1, 4, 0}, {-2, 3, 1}, {2, 1, -1}});
    CurlProbe probe = CurlProbe.at(flow, new double[] {0.3, -0.2, 0.9});
    assertEquals(Math.sqrt(2 * (9 + 1)), probe.antisymmetric(), 1e-7);
    assertEquals(Math.sqrt(1 + 9 + 1 + 2 * (1 + 1 + 1)), probe.symmetric(), 1e-7);
    CurlProbe guess = CurlProbe.estimate(flow, new double[3], 4000, SEEDS.stream("probes"));
    assertEquals(probe.share(), guess.share(), 0.02);
  }

  @Test
  void aRotationIsAllCurlAndNothingNone() {
    Linear turn = new Linear(new double[][] {{0, 1}, {-1, 0}});
    assertEquals(1, CurlProbe.at(turn, new double[] {1, 2}).share(), 1e-6);
    assertEquals(0, CurlProbe.at(new Linear(new double[2][2]), new double[2]).share());
  }

  @Test
  void gradientDescentHasNoCurlAndFlipsMakeSome() {
    TeacherStudent world = TeacherStudent.of(NetShape.linear(4, 3));
    CovarianceTask task =
        CovarianceTask.of(
            world.teacher(SEEDS), world.examples(world.teacher(SEEDS), 30, SEEDS.stream("x")));
    double[] point = new double[15];
    TwoLayerNet student = world.student(SEEDS);
    System.arraycopy(student.first, 0, point, 0, 12);
    System.arraycopy(student.second, 0, point, 12, 3);
    Flow gradient = CurlDescent.flow(task, SignMask.none(world.shape()));
    assertTrue(CurlProbe.at(gradient, point).share() < 1e-4);
    double one =
        CurlProbe.at(CurlDescent.flow(task, SignMask.flipped(world.shape(), 0, 1)), point).share();
    assertTrue(one > 0.05 && one < 0.95, "one flip: " + one);
    Flow ascent = CurlDescent.flow(task, SignMask.flipped(world.shape(), 4, 3));
    assertTrue(CurlProbe.at(ascent, point).share() < 1e-4);
  }

  /// At a solution of two weights with unequal signs the Jacobian is `-C (w2, -w1)' (w2, w1)`.
  @Test
  void theCircularFlowHasTheCurlOfItsJacobian() {
    NetShape shape = NetShape.linear(1, 1);
    TwoLayerNet net = TwoLayerNet.of(shape, new double[] {0.8}, new double[] {0.5});
    Flow flow =
        CurlDescent.flow(
            CovarianceTask.of(net, new double[] {1}),
            SignMask.preSynaptic(new double[] {1}, new double[] {-1}));
    CurlProbe probe = CurlProbe.at(flow, new double[] {0.8, 0.5});
    double a = 0.5; // J = -[[a a, a b], [-a b, -b b]]
    double b = 0.8;
    assertEquals(Math.sqrt(2) * a * b, probe.antisymmetric(), 1e-7);
    assertEquals(Math.sqrt(a * a * a * a + b * b * b * b), probe.symmetric(), 1e-7);
  }

  @Test
  void refusesBadPointsAndCounts() {
    Linear flow = new Linear(new double[2][2]);
    assertEquals(
        "point must have length 2, was 3",
        assertThrows(IllegalArgumentException.class, () -> CurlProbe.at(flow, new double[3]))
            .getMessage());
    assertEquals(
        "probes must be 1 or more, was 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> CurlProbe.estimate(flow, new double[2], 0, SEEDS.stream("probes")))
            .getMessage());
  }
}
