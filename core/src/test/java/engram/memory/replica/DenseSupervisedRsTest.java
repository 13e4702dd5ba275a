// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Doubles;
import engram.math.Normal;
import engram.memory.replica.DenseSupervisedRs.Branch;
import engram.source.FromPaper;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FromPaper(value = "dense-hebbian", at = "spec: RS equations, supervised")
final class DenseSupervisedRsTest {
  private static RsSolution solve(int bodies, double load, double temperature, double entropy) {
    return DenseSupervisedRs.solve(new ControlPoint(bodies, load, temperature, entropy));
  }

  /// Golden values of our specification, from a two-dimensional trapezoid of 801 nodes a side.
  @ParameterizedTest
  @CsvSource({
    "4, 0.1,  0.3, 0.1, 0.9740174530, 0.9723072584, 0.9427520908",
    "4, 0.1,  0.3, 0.3, 0.8511113944, 0.8883978348, 0.8530592680",
    "4, 0.05, 0.4, 0.2, 0.9227003641, 0.9110599150, 0.8955377510",
    "3, 0.1,  0.4, 0.1, 0.9429617717, 0.9209024924, 0.9220014080",
    "3, 0.1,  0.4, 0.3, 0.8118385616, 0.8057342894, 0.8270110007",
    "3, 0.1,  0.4, 0.6, 0.6763243369, 0.7211202050, 0.7629833024"
  })
  void goldenValuesWithExamples(
      int bodies, double load, double temperature, double entropy, double m, double q, double n) {
    RsSolution solution = solve(bodies, load, temperature, entropy);
    assertTrue(solution.converged(), solution.toString());
    assertEquals(m, solution.overlap(), 2e-9);
    assertEquals(q, solution.glassOverlap(), 2e-9);
    assertEquals(n, solution.exampleOverlap(), 2e-9);
  }

  /// Golden values without examples, from a trapezoid of 4,001 nodes.
  @ParameterizedTest
  @CsvSource({
    "3, 0.1, 0.4, 0.9929487731, 0.9867018099, 1.2535454200",
    "3, 0.2, 0.4, 0.9726737780, 0.9584797658, 1.2654492492",
    "3, 0.2, 0.3, 0.9837297353, 0.9784282768, 1.6774010228",
    "3, 0.3, 0.3, 0.9487321541, 0.9487321541, 1.7058597403",
    "3, 0.3, 0.4, 0.9316610655, 0.9167557957, 1.2923803050",
    "4, 0.1, 0.3, 0.9997508692, 0.9995294851, 1.6667958454",
    "4, 0.2, 0.4, 0.9927420718, 0.9886417496, 1.2542074630",
    "4, 0.3, 0.2, 0.9852947657, 0.9896375292, 2.5169825470",
    "4, 0.3, 0.3, 0.9816344939, 0.9816344939, 1.6817028545",
    "6, 0.3, 0.3, 0.9974147695, 0.9974147695, 1.6689926072"
  })
  void goldenValuesOfPatterns(
      int bodies, double load, double temperature, double m, double q, double pressure) {
    RsSolution solution = solve(bodies, load, temperature, 0);
    assertTrue(solution.converged(), solution.toString());
    assertEquals(m, solution.overlap(), 2e-9);
    assertEquals(q, solution.glassOverlap(), 2e-9);
    assertEquals(pressure, solution.pressure(), 2e-9);
    assertEquals(solution.overlap(), solution.exampleOverlap(), 2e-13);
  }

  /// The equations summed in two dimensions, as they are written.
  @Test
  void solvesTheEquationsAsTheyAreWritten() {
    for (double entropy : new double[] {0.05, 0.4, 1.5}) {
      RsSolution s = solve(4, 0.08, 0.35, entropy);
      double[] sides = plainly(s);
      assertEquals(s.overlap(), sides[0], 1e-11, s.toString());
      assertEquals(s.glassOverlap(), sides[1], 1e-11);
      assertEquals(s.exampleOverlap(), sides[2], 1e-11);
    }
  }

  private static double[] plainly(RsSolution s) {
    ControlPoint at = s.at();
    double root = Math.sqrt(1 + at.datasetEntropy());
    double beta = 1 / at.temperature();
    double signal =
        beta * at.bodies() / 2 * ControlPoint.power(s.exampleOverlap(), at.bodies() - 1) / root;
    double noise =
        beta
            * Math.sqrt(
                at.load()
                    * at.bodies()
                    * ControlPoint.power(s.glassOverlap(), at.bodies() - 1)
                    / 2);
    double step = 0.04;
    double[] sum = new double[3];
    for (double x = -9; x < 9; x += step) {
      double etahat = 1 + Math.sqrt(at.datasetEntropy()) * x;
      for (double z = -9; z < 9; z += step) {
        double weight = step * step * Normal.density(x) * Normal.density(z);
        double t = Doubles.tanh(signal * etahat + noise * z);
        sum[0] += weight * t;
        sum[1] += weight * t * t;
        sum[2] += weight * t * etahat / root;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"3", "4", "5", "6", "8"})
  void overlapsAgreeWhereTemperatureEqualsLoad(int bodies) {
    for (double t = 0.1; t < 0.45; t += 0.05) {
      RsSolution s = solve(bodies, t, t, 0);
      assertTrue(s.retrieves() && s.converged(), s.toString());
      assertEquals(s.overlap(), s.glassOverlap(), 2e-12, s.toString());
    }
  }

  @Test
  void thePressureIsStationary() {
    double h = 1e-5;
    for (RsSolution s : new RsSolution[] {solve(4, 0.1, 0.3, 0.2), solve(3, 0.3, 0.4, 0.02)}) {
      RsEquations e = new RsEquations(s.at(), ExampleAverage.gaussian(s.at().datasetEntropy()));
      double n = s.exampleOverlap();
      double q = s.glassOverlap();
      assertEquals(0, (e.pressure(n + h, q) - e.pressure(n - h, q)) / (2 * h), 1e-7);
      assertEquals(0, (e.pressure(n, q + h) - e.pressure(n, q - h)) / (2 * h), 1e-7);
      assertTrue(Math.abs(e.pressure(n + 0.01, q) - s.pressure()) > 1e-5, "not flat");
    }
  }

  @Test
  void derivativesAgreeWithFiniteDifferences() {
    double h = 1e-6;
    ControlPoint at = new ControlPoint(5, 0.2, 0.4, 0.3);
    for (ExampleAverage average :
        new ExampleAverage[] {ExampleAverage.gaussian(0.3), ExampleAverage.binomial(0.6, 5)}) {
      RsEquations e = new RsEquations(at, average);
      double[] up = sides(e, 0.8 + h, 0.7);
      double[] down = sides(e, 0.8 - h, 0.7);
      double[] upQ = sides(e, 0.8, 0.7 + h);
      double[] downQ = sides(e, 0.8, 0.7 - h);
      e.evaluate(0.8, 0.7);
      assertEquals((up[0] - down[0]) / (2 * h), e.jacobian[0], 1e-8);
      assertEquals((upQ[0] - downQ[0]) / (2 * h), e.jacobian[1], 1e-8);
      assertEquals((up[1] - down[1]) / (2 * h), e.jacobian[2], 1e-8);
      assertEquals((upQ[1] - downQ[1]) / (2 * h), e.jacobian[3], 1e-8);
    }
  }

  private static double[] sides(RsEquations e, double n, double q) {
    e.evaluate(n, q);
    return new double[] {e.example, e.glass};
  }

  @Test
  void withoutLoadTheOverlapIsThatOfTheMeanField() {
    for (double t = 0.1; t < 0.8; t += 0.1) {
      double m = solve(3, 0, t, 0).overlap();
      assertEquals(m, Doubles.tanh(1.5 * m * m / t), 1e-12);
    }
  }

  @Test
  void hotSystemsHaveThePressureOfFreeSpins() {
    double beta = 0.05;
    RsSolution s = solve(4, 0.3, 1 / beta, 0.1);
    assertEquals(0, s.overlap(), 1e-12);
    assertEquals(Doubles.log(2) + beta * beta * 0.3 / 4, s.pressure(), 1e-12);
  }

  @Test
  void coldSystemsTendToZeroTemperature() {
    ZeroTemperature cold = ZeroTemperature.solve(4, 0.1, 0.2);
    for (double t : new double[] {0.08, 0.04, 0.02, 0.01}) {
      assertEquals(cold.overlap(), solve(4, 0.1, t, 0.2).overlap(), 0.05 * t, "T = " + t);
    }
  }

  @Test
  void moreEntropyNeverHelps() {
    double last = 2;
    for (double entropy = 0; entropy < 1; entropy += 0.05) {
      RsSolution s = solve(3, 0.1, 0.4, entropy);
      assertTrue(s.converged() && s.overlap() < last, s.toString());
      last = s.overlap();
    }
  }

  @Test
  void manyExamplesAreNormal() {
    double r = 0.5;
    double exact = DenseSupervisedRs.solveExactly(3, 0.1, 0.4, r, 400).overlap();
    double normal = solve(3, 0.1, 0.4, OneStep.datasetEntropy(r, 400)).overlap();
    assertEquals(normal, exact, 1e-4);
    double few = DenseSupervisedRs.solveExactly(3, 0.05, 0.3, r, 3).overlap();
    double fewNormal = solve(3, 0.05, 0.3, OneStep.datasetEntropy(r, 3)).overlap();
    assertTrue(Math.abs(few - fewNormal) > 0.005, few + " and " + fewNormal);
  }

  @Test
  void perfectExamplesAreThePatterns() {
    RsSolution exact = DenseSupervisedRs.solveExactly(4, 0.2, 0.3, 1, 7);
    RsSolution patterns = solve(4, 0.2, 0.3, 0);
    assertEquals(patterns.overlap(), exact.overlap(), 1e-12);
    assertEquals(exact.overlap(), exact.exampleOverlap(), 1e-12);
  }

  @Test
  void beyondTheSpinodalTheBranchEndsWithoutMemory() {
    RsSolution s = solve(3, 0.6, 0.4, 0);
    assertTrue(!s.retrieves() && s.converged(), s.toString());
    assertTrue(s.overlap() < 1e-6);
  }

  @Test
  void theBranchWithoutMemoryHasNone() {
    ControlPoint hot = new ControlPoint(4, 0.2, 1.5, 0);
    RsSolution glass = DenseSupervisedRs.solve(hot, Branch.GLASS);
    assertEquals(0, glass.overlap(), 1e-300);
    assertEquals(0, glass.glassOverlap(), 1e-12);
    RsSolution cold = DenseSupervisedRs.solve(hot.atTemperature(0.05), Branch.GLASS);
    assertEquals(0, cold.overlap(), 1e-15);
    assertTrue(cold.glassOverlap() > 0.5 && cold.replicon() < 0, cold.toString());
  }

  /// At the last load the residual is what was left after all iterations, and it is said.
  @Test
  void atTheSpinodalTheResidualIsToldAsItIs() {
    double spinodal = CriticalLines.spinodalLoad(ControlPoint.ofPatterns(3, 0, 0.4));
    int holes = 0;
    for (int k = -20; k <= 20; k++) {
      RsSolution s = solve(3, spinodal + k * 1e-9, 0.4, 0);
      holes += s.converged() ? 0 : 1;
      assertEquals(s.converged(), s.residual() <= RsSolution.TOLERANCE);
      assertEquals(s.converged(), s.solvedOverlap().value(RsSolution.TOLERANCE).isPresent());
    }
    assertTrue(holes < 41, "all were holes");
  }

  /// Here damped iteration circles around the solution for ever: both eigenvalues of the
  /// derivatives have a real part above 1.
  @Test
  void findsASolutionAroundWhichIterationCircles() {
    RsSolution s = solve(6, 0.3238, 0.4, 0.1);
    assertTrue(s.converged() && s.retrieves(), s.toString());
    assertTrue(s.iterations() < 200, s.toString());
    double[] sides = plainly(s);
    assertEquals(s.glassOverlap(), sides[1], 1e-11);
    assertEquals(s.exampleOverlap(), sides[2], 1e-11);
  }

  @Test
  void fewEvaluationsAreEnoughUpToTheSpinodal() {
    for (int bodies : new int[] {3, 4}) {
      for (double entropy : new double[] {0, 0.1}) {
        ControlPoint at = new ControlPoint(bodies, 0, 0.4, entropy);
        double spinodal = CriticalLines.spinodalLoad(at);
        for (double share : new double[] {0.2, 0.8, 0.99, 0.9999}) {
          RsSolution s = DenseSupervisedRs.solve(at.atLoad(share * spinodal));
          assertTrue(s.converged() && s.iterations() < 40, s.toString());
        }
      }
    }
  }

  @Test
  void refusesWhatIsNoPoint() {
    refused("bodies must be 3 or more, was 1", () -> solve(1, 0.1, 0.3, 0));
    refused(
        "bodies must be 3 or more, was 2: pairwise noise reacts to the state, which these"
            + " equations leave out",
        () -> solve(2, 0.1, 0.3, 0));
    refused("load must be finite and 0 or more, was -0.1", () -> solve(3, -0.1, 0.3, 0));
    refused("temperature must be finite and 0 or more, was -0.3", () -> solve(3, 0.1, -0.3, 0));
    refused(
        "datasetEntropy must be finite and 0 or more, was NaN", () -> solve(3, 1, 1, Double.NaN));
    refused(
        "datasetEntropy must be finite and 0 or more, was Infinity",
        () -> solve(3, 1, 1, Double.POSITIVE_INFINITY));
    refused(
        "temperature must be above 0, was 0.0; ZeroTemperature has the limit",
        () -> solve(3, 0.1, 0, 0));
    refused("quality must be in (0, 1], was 0.0", () -> exactly(0, 5));
    refused("quality must be in (0, 1], was 1.5", () -> exactly(1.5, 5));
    refused("examples must be 1 or more, was 0", () -> exactly(0.5, 0));
    String cold =
        assertThrows(IllegalArgumentException.class, () -> solve(3, 0.1, 1e-5, 0)).getMessage();
    assertTrue(
        String.valueOf(cold).toLowerCase(Locale.ROOT).startsWith("temperature must be 0"), cold);
  }

  private static void exactly(double quality, int examples) {
    DenseSupervisedRs.solveExactly(3, 0.1, 0.4, quality, examples);
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
