// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.math.SolvedGrid;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@FromPaper(value = "curl-descent", at = "code: Fig2 edges")
final class SpectralEdgeTest {
  @Test
  void withAllInputsFlippedItIsTheClosedForm() {
    for (double c : new double[] {0.01, 0.05, 0.1, 0.25, 0.3, 0.7, 0.99}) {
      double root = 1 - Math.sqrt(c);
      assertEquals(root * root / c - 1, SpectralEdge.ofInputs(c, 1).least(), 1e-9, "c " + c);
      assertEquals(root * root / c + 1, SpectralEdge.ofInputs(c, 0).least(), 1e-9, "c " + c);
    }
    assertEquals(-1, SpectralEdge.ofInputs(1.5, 1).least(), 1e-9);
    assertEquals(1, SpectralEdge.ofInputs(1.5, 0).least(), 1e-9);
  }

  @Test
  void belowAQuarterEveryInputMayBeFlipped() {
    assertTrue(SpectralEdge.ofInputs(0.2499, 1).isStable());
    assertFalse(SpectralEdge.ofInputs(0.2501, 1).isStable());
    assertTrue(SpectralEdge.criticalInputs(0.2499).isEmpty());
    assertEquals(1, SpectralEdge.criticalInputs(0.25001).orElseThrow(), 0.01);
  }

  /// A single flip among infinitely many inputs destabilises where the resolvent of `W1' W1` at -1
  /// is 1/2: 1.5 c = 1.
  @Test
  void fromTwoThirdsOnAnyShareOfInputsDestabilises() {
    assertTrue(SpectralEdge.criticalInputs(0.66).orElseThrow() > 1e-6);
    assertEquals(0, SpectralEdge.criticalInputs(0.67).orElseThrow(), 1e-9);
    assertEquals(0, SpectralEdge.criticalInputs(3).orElseThrow(), 1e-9);
  }

  @Test
  void criticalSharesFallWithTheRatioOfInputsToHiddenUnits() {
    double last = 1;
    for (double c = 0.26; c < 0.66; c += 0.02) {
      double now = SpectralEdge.criticalInputs(c).orElseThrow();
      assertTrue(now < last, "c " + c + ": " + now + " after " + last);
      last = now;
    }
  }

  /// With hidden flips the authors' cubic has a double root at every edge: the discriminant
  /// vanishes there, and not beside it. z is an eigenvalue of the difference of the two Wishart
  /// matrices, for s = 1; stability asks z + 1 above 0.
  @Test
  void hiddenEdgesAreRootsOfTheCubicsDiscriminant() {
    for (double c : new double[] {0.1, 0.5, 2, 5}) {
      for (double q : new double[] {0.05, 0.2, 0.5}) {
        double z = SpectralEdge.ofHidden(c, q).least() - 1;
        double beside =
            Math.abs(discriminant(c, q, z + 1e-3)) + Math.abs(discriminant(c, q, z - 1e-3));
        assertTrue(Math.abs(discriminant(c, q, z)) < 1e-6 * beside, "c " + c + ", q " + q);
      }
    }
  }

  private static double discriminant(double c, double q, double z) {
    double n = 1 / c; // hidden units an input
    double a1 = n * (1 - q);
    double a2 = n * q;
    double c1 = 1 / (n * (1 - q));
    double c2 = 1 / (n * q);
    double g0 = -1;
    double g1 = -z + (1 - c1) * a1 - (1 - c2) * a2;
    double g2 = (c2 * a2 - c1 * a1) * z + (c1 * c2 - c1 - c2) * a1 * a2;
    double g3 = c1 * c2 * a1 * a2 * z;
    double zeta = g2 * g2 - 3 * g1 * g3;
    double eta = 2 * g2 * g2 * g2 - 9 * g1 * g2 * g3 + 27 * g0 * g3 * g3;
    return eta * eta - 4 * zeta * zeta * zeta;
  }

  /// The input edges of the scripts: a stationary point of x over omega.
  @Test
  void inputEdgesAreStationaryPointsOfTheScriptsCurve() {
    for (double c : new double[] {0.1, 0.3, 0.5}) {
      for (double flipped : new double[] {0.2, 0.5, 0.9}) {
        double edge = SpectralEdge.ofInputs(c, flipped).least();
        double highest = Double.NEGATIVE_INFINITY;
        for (double w = -1e-3; w > -1e3; w *= 1.0005) {
          double delta = 1 - 2 * flipped;
          double x = 1 / (c * (1 - w)) + (1 + Math.sqrt(1 + 4 * w * (w + delta))) / (2 * w);
          highest = Math.max(highest, x);
        }
        assertEquals(highest, edge, 1e-5, "c " + c + ", flipped " + flipped);
      }
    }
  }

  @Test
  void randomWeightsHaveItsLeastEigenvalue() {
    for (double[] at : new double[][] {{0.2, 1, 0}, {0.5, 0.3, 0}, {0.2, 0, 0.3}, {1, 0.1, 0.1}}) {
      int m = 120;
      NetShape shape = NetShape.linear(m, (int) Math.round(m / at[0]));
      TwoLayerNet net = TwoLayerNet.uniform(shape, 1.7, Seeds.of(5).stream("net"));
      SignMask mask =
          SignMask.flipped(
              shape, (int) Math.round(at[1] * m), (int) Math.round(at[2] * shape.hidden()));
      double measured = SolutionStability.leastEigenvalue(net, mask) / net.secondSquaredNorm();
      double theory = new SpectralEdge(at[0], at[1], at[2]).least();
      assertEquals(theory, measured, 0.12 * (1 + Math.abs(theory)), "c " + at[0]);
    }
  }

  @Test
  void hiddenFluctuationsLowerTheFractionOfTheMean() {
    for (double c : new double[] {0.02, 0.1, 0.5, 1, 2}) {
      double critical = SpectralEdge.criticalHidden(c);
      assertTrue(critical > 0 && critical < (1 + c) / 2, "c " + c + ": " + critical);
      assertEquals(0, SpectralEdge.ofHidden(c, critical).least(), 1e-9);
    }
    assertEquals(0.5, SpectralEdge.criticalHidden(1e-6), 1e-2);
  }

  @Test
  void aDiagramHoldsTheEdgeAtEveryPoint() {
    SolvedGrid grid =
        StabilityDiagram.scan(
            new double[] {0.1, 0.5}, new double[] {0, 0.5, 1}, StabilityDiagram.Flipped.INPUTS);
    assertEquals(0, grid.holes());
    assertEquals(SpectralEdge.ofInputs(0.5, 1).least(), grid.value(1, 2).orElseThrow());
    SolvedGrid hidden =
        StabilityDiagram.scan(
            new double[] {2}, new double[] {0.1}, StabilityDiagram.Flipped.HIDDEN);
    assertEquals(SpectralEdge.ofHidden(2, 0.1).least(), hidden.value(0, 0).orElseThrow());
  }

  @Test
  void refusesWhatIsNoRatioOrShare() {
    assertEquals("ratio must be finite and above 0, was 0.0", refusal(0, 0, 0));
    assertEquals("ratio must be finite and above 0, was NaN", refusal(Double.NaN, 0, 0));
    assertEquals("flippedInputs must be in [0, 1], was 1.5", refusal(1, 1.5, 0));
    assertEquals("flippedHidden must be in [0, 1], was -0.1", refusal(1, 0, -0.1));
  }

  private static @Nullable String refusal(double ratio, double inputs, double hidden) {
    return assertThrows(
            IllegalArgumentException.class, () -> new SpectralEdge(ratio, inputs, hidden))
        .getMessage();
  }
}
