// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.math.Solved;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FromPaper(value = "dense-hebbian", at = "spec: critical lines")
final class CriticalLinesTest {
  /// Golden table G1 of our specification of [2].
  @ParameterizedTest
  @CsvSource({
    "3, 0.378285646, 0.838482",
    "4, 0.395720238, 0.917922",
    "5, 0.431931385, 0.947243",
    "6, 0.473038610, 0.961987",
    "8, 0.558801331, 0.976369",
    "10, 0.644680386, 0.983235"
  })
  void capacityAtZeroTemperature(int bodies, double load, double overlap) {
    assertEquals(load, CriticalLines.loadAtZeroTemperature(bodies), 1e-9);
    assertEquals(overlap, ZeroTemperature.solve(bodies, load - 1e-9, 0).overlap(), 3e-4);
    assertTrue(ZeroTemperature.solve(bodies, load + 1e-6, 0).overlap() < 1e-3);
  }

  /// Golden table G5, apart from its values at T = 0.2 (0.42991 and 0.43617) and its 0.44932: by a
  /// scan over m with q solved for at each, on 4,001 nodes, the last root is lost between 0.42978
  /// and 0.42982, and between 0.4352 and 0.4354.
  @ParameterizedTest
  @CsvSource({
    "3, 0.2, 0.42980", "3, 0.3, 0.44859", "3, 0.4, 0.46138", "3, 0.5, 0.46303",
    "4, 0.2, 0.43534", "4, 0.3, 0.44931", "4, 0.4, 0.45833", "4, 0.5, 0.45909"
  })
  void spinodalLoads(int bodies, double temperature, double load) {
    assertEquals(
        load, CriticalLines.spinodalLoad(ControlPoint.ofPatterns(bodies, 0, temperature)), 6e-6);
  }

  @ParameterizedTest
  @CsvSource({"3, 0.873874, 0.7964", "4, 0.991573, 0.8894", "6, 1.268161, 0.9457"})
  void spinodalTemperaturesWithoutLoad(int bodies, double temperature, double overlap) {
    double found = CriticalLines.spinodalTemperature(ControlPoint.ofPatterns(bodies, 0, 0));
    assertEquals(temperature, found, 1e-6);
    ControlPoint below = ControlPoint.ofPatterns(bodies, 0, found - 1e-9);
    // Overlaps leave the border like a square root.
    assertEquals(overlap, DenseSupervisedRs.solve(below).overlap(), 3e-3);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0.2, 0.52575",
    "3, 0.3, 0.09768",
    "4, 0.1, 0.93181",
    "4, 0.2, 0.19439",
    "4, 0.3, 0.06202",
    "6, 0.05, 0.6737",
    "6, 0.1, 0.29324",
    "6, 0.2, 0.12532",
    "6, 0.3, 0.05977"
  })
  void largestTolerableEntropy(int bodies, double load, double entropy) {
    assertEquals(
        entropy,
        CriticalLines.datasetEntropyAtZeroTemperature(bodies, load).orElseThrow(),
        1e-5 + (entropy > 0.6 ? 5e-5 : 0));
  }

  @Test
  void atSmallLoadsRetrievalFadesAndNeverBreaksOff() {
    assertTrue(CriticalLines.datasetEntropyAtZeroTemperature(3, 0.05).isEmpty());
    assertTrue(CriticalLines.datasetEntropyAtZeroTemperature(4, 0.05).isEmpty());
    assertEquals(0, CriticalLines.datasetEntropyAtZeroTemperature(3, 0.5).orElseThrow());
  }

  /// The replica-symmetric border is stable above T = 0.45 only.
  @ParameterizedTest
  @CsvSource({"0.5, 0.4629, 0.095", "0.4, 0.4613, -0.118", "0.2, 0.4297, -0.88"})
  void stabilityOnTheBorder(double temperature, double load, double replicon) {
    RsSolution s = DenseSupervisedRs.solve(ControlPoint.ofPatterns(3, load, temperature));
    assertTrue(s.retrieves(), s.toString());
    assertEquals(replicon, s.replicon(), 0.02);
  }

  @Test
  void pressuresAreEqualAtTheCrossing() {
    ControlPoint at = ControlPoint.ofPatterns(4, 0, 0.5);
    Solved crossing = CriticalLines.crossingLoad(at);
    assertTrue(crossing.within(1e-9), crossing.toString());
    assertTrue(crossing.value() < CriticalLines.spinodalLoad(at));
    assertTrue(crossing.value() > 0.25, crossing.toString());
  }

  @Test
  void theCrossingOfHighTemperaturesIsNotFound() {
    assertTrue(CriticalLines.crossingLoad(ControlPoint.ofPatterns(3, 0, 2)).value(1).isEmpty());
  }

  @Test
  void aCoarseBorderIsNearTheFineOneAndBelowIt() {
    ControlPoint at = new ControlPoint(3, 0, 0.4, 0.1);
    double fine = CriticalLines.spinodalLoad(at);
    for (double tolerance : new double[] {1e-2, 1e-4}) {
      double coarse = CriticalLines.spinodalLoad(at, tolerance);
      assertTrue(coarse <= fine && coarse > fine - tolerance, coarse + " and " + fine);
    }
    assertEquals(
        "tolerance must be above 0, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> CriticalLines.spinodalLoad(at, 0))
            .getMessage());
  }
}
