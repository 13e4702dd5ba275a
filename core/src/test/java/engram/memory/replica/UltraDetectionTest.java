// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "dense-hebbian", at = "spec: ultra-detection")
final class UltraDetectionTest {
  @Test
  void noisyCouplingsAreAGreaterLoad() {
    double load = UltraDetection.load(4, 40, 3);
    assertEquals(3 * 24 / (2 * 64000.0), load, 1e-18);
    assertEquals(load, UltraDetection.effectiveLoad(load, 0));
    assertEquals(226 * load, UltraDetection.effectiveLoad(load, 15), 1e-15);
    double largest = UltraDetection.largestNoise(load, 0.46);
    assertEquals(0.46, UltraDetection.effectiveLoad(load, largest), 1e-12);
    assertEquals(0, UltraDetection.largestNoise(0.5, 0.46));
    assertEquals(
        "load must be above 0, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> UltraDetection.largestNoise(0, 0.46))
            .getMessage());
  }
}
