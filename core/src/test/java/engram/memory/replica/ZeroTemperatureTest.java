// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.source.FromPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FromPaper(value = "dense-hebbian", at = "spec: T=0")
final class ZeroTemperatureTest {
  @ParameterizedTest
  @CsvSource({
    "4, 0.1,  0.1, 0.9828874796, 0.9477185893",
    "4, 0.1,  0.3, 0.8581095549, 0.8574668084",
    "4, 0.05, 0.2, 0.9533243411, 0.9103306644",
    "3, 0.1,  0.1, 0.9775192937, 0.9448703754"
  })
  void goldenValues(int bodies, double load, double entropy, double m, double n) {
    ZeroTemperature s = ZeroTemperature.solve(bodies, load, entropy);
    assertTrue(s.converged(), s.toString());
    assertEquals(m, s.overlap(), 1e-10);
    assertEquals(n, s.exampleOverlap(), 1e-10);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.998435", "0.5, 0.842701"})
  void withoutLoadTheCeilingIsReached(double entropy, double overlap) {
    for (int bodies : new int[] {3, 4, 6}) {
      assertEquals(overlap, ZeroTemperature.solve(bodies, 0, entropy).overlap(), 1e-6);
      assertEquals(overlap, OneStep.supervised(bodies, 0, entropy), 1e-6);
    }
    assertEquals(overlap, OneStep.ceiling(entropy), 1e-6);
  }

  @Test
  void noLoadExceedsTheCeiling() {
    for (double entropy = 0.05; entropy < 1; entropy += 0.1) {
      for (double load = 0; load < 0.2; load += 0.05) {
        assertTrue(
            ZeroTemperature.solve(4, load, entropy).overlap() <= OneStep.ceiling(entropy) + 1e-12);
      }
    }
  }

  @Test
  void patternsThemselvesWithoutLoadArePerfect() {
    ZeroTemperature s = ZeroTemperature.solve(3, 0, 0);
    assertEquals(1, s.overlap());
    assertEquals(1, s.exampleOverlap());
    assertEquals(1, OneStep.supervised(3, 0, 0));
  }

  @Test
  void refusals() {
    refused("bodies must be 3 or more, was 0", () -> ZeroTemperature.solve(0, 0.1, 0.1));
    refused("load must be finite and 0 or more, was -1.0", () -> ZeroTemperature.solve(3, -1, 0));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
