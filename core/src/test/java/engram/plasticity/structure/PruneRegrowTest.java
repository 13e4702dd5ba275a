// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 17")
final class PruneRegrowTest {
  @Test
  void replacesTheLeastByTheMostPromising() {
    boolean[] present = {true, true, false, false, true, true};
    double[] worth = {0.9, 0.1, 0, 0, 0.5, 0.2};
    double[] growth = {9, 9, 0.3, 0.7, 9, 9};
    assertEquals(1, new PruneRegrow(0.3).step(present, worth, growth));
    assertArrayEquals(new boolean[] {true, false, false, true, true, true}, present);
  }

  @Test
  void numberOfSynapsesStays() {
    RandomStream stream = Seeds.of(111).stream("s");
    boolean[] present = new boolean[100];
    double[] worth = new double[100];
    for (int k = 0; k < 100; k++) {
      present[k] = k < 40;
    }
    boolean[] before = present.clone();
    for (int epoch = 0; epoch < 10; epoch++) {
      stream.fillGaussian(worth, 1);
      assertEquals(12, new PruneRegrow(0.3).step(present, worth, stream));
      int count = 0;
      for (boolean there : present) {
        count += there ? 1 : 0;
      }
      assertEquals(40, count);
    }
    int moved = 0;
    for (int k = 0; k < 100; k++) {
      moved += present[k] && !before[k] ? 1 : 0;
    }
    assertTrue(moved > 12, "was " + moved);
  }

  @Test
  void refusals() {
    refused("share must be in [0, 1], was 1.5", () -> new PruneRegrow(1.5));
    refused(
        "worth and growth must be one a place, 2, was 1 and 2",
        () -> new PruneRegrow(0.5).step(new boolean[2], new double[1], new double[2]));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
