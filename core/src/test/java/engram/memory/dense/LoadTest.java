// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

/// Loads against the table of the specification.
@FromPaper(value = "dense-hebbian", at = "spec: load bookkeeping")
final class LoadTest {
  @Test
  void countsOfPatternsAreThoseOfTheTable() {
    assertEquals(8333, Load.ofGamma(3, 500, 0.1).patterns());
    assertEquals(16667, Load.ofGamma(3, 500, 0.2).patterns());
    assertEquals(17476, Load.ofGamma(4, 128, 0.1).patterns());
    assertEquals(419430, Load.ofGamma(4, 256, 0.3).patterns());
    // 2 gamma N^5/720 = 70778.88; the table has it rounded.
    assertEquals(70779, Load.ofGamma(6, 48, 0.1).patterns());
  }

  @Test
  void conventionsDifferByHalfAFactorial() {
    Load load = Load.of(4, 128, 17476);
    assertEquals(0.1, load.gamma(), 1e-5);
    assertEquals(2 * load.gamma() / 24, load.alpha(), 1e-15);
    assertEquals(17476 / 128.0, load.perSpin());
    assertEquals(17476 * 128, load.bytes(127));
    assertEquals(2 * 17476 * 128, load.bytes(128));
    assertEquals(Load.ofGamma(4, 128, load.gamma()), Load.ofAlpha(4, 128, load.alpha()));
    assertEquals(
        "P = 4, N = 128, K = 17476: gamma = K P!/(2 N^(P-1)) = 0.1000, alpha = K/N^(P-1) ="
            + " 0.008333, alpha_2 = K/N = 136.5, 2.237e+06 bytes",
        load.toString());
  }

  @Test
  void theTwoBodyLoadIsTheUsualOne() {
    assertEquals(Load.of(2, 1000, 138).perSpin(), Load.of(2, 1000, 138).gamma(), 1e-15);
  }

  @Test
  void refusesWhatNoArrayCounts() {
    refuses(
        "gamma must give 1 to 2147483647 patterns, was 0.3 and gives 7.74861e+12", 0.3, 6, 1562);
    refuses("gamma must give 1 to 2147483647 patterns, was 0.0 and gives 0.00000", 0, 3, 100);
    assertEquals(
        "patterns must be 1 or more, was 0",
        assertThrows(IllegalArgumentException.class, () -> Load.of(3, 100, 0)).getMessage());
    assertEquals(
        "spins must be 3 or more, was 2",
        assertThrows(IllegalArgumentException.class, () -> Load.of(3, 2, 1)).getMessage());
  }

  private static void refuses(String message, double gamma, int bodies, int spins) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Load.ofGamma(bodies, spins, gamma))
            .getMessage());
  }
}
