// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.source.FromPaper;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The authors' table of medians, to its printed digits.
@FromPaper(value = "sdr", at = "spec 9")
final class ThresholdScanTest {
  private static final double[] MEDIANS = {
    1.7326e-02, 1.9895e-03, 1.7097e-04, 1.2009e-05, 6.5724e-07, 3.3335e-08, 1.3535e-09, 4.7995e-11,
    1.5438e-12, 3.4094e-14, 6.3951e-16, 9.3366e-18, 1.3716e-19, 1.4313e-21, 1.4205e-23, 1.1248e-25,
    5.1773e-28, 3.8984e-30, 1.7028e-32, 9.2117e-35, 4.6163e-37, 2.0710e-39
  };

  @Test
  void givesThePublishedMediansAndOurMeans() {
    ThresholdScan scan = SdrMath.thresholdScan(ThresholdScan.Grid.PUBLISHED);
    assertEquals(210, scan.grid().settings());
    for (int i = 0; i < MEDIANS.length; i++) {
      ThresholdScan.Row row = scan.rows().get(i);
      assertEquals(3 + i, row.threshold());
      assertEquals(MEDIANS[i], row.median(), 5.1e-5 * MEDIANS[i], "theta " + row.threshold());
    }
    assertEquals(5.228e-6, scan.rows().get(5).mean(), 5e-10);
    assertEquals(5.525e-10, scan.rows().get(9).mean(), 5e-14);
    assertEquals(OptionalInt.of(8), scan.smallestByMedian(1e-7));
    assertEquals(OptionalInt.of(10), scan.smallestByMean(1e-7));
    assertEquals(OptionalInt.empty(), scan.smallestByMedian(1e-60));
  }

  @Test
  void describesASingleSetting() {
    var grid = new ThresholdScan.Grid(List.of(10), List.of(2000), List.of(0.02), List.of(20));
    ThresholdScan.Row row = ThresholdScan.over(grid).rows().getFirst();
    double rate = SdrMath.falsePositive(2000, 40, 20, 10);
    assertEquals(new ThresholdScan.Row(10, rate, rate, 0, rate, rate), row);
  }

  @Test
  void refusesWhatIsNoGrid() {
    List<Integer> one = List.of(1);
    var empty =
        assertThrows(
            IllegalArgumentException.class, () -> new ThresholdScan.Grid(one, one, List.of(), one));
    assertEquals("sparsities must be not empty, was []", empty.getMessage());
    var above =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ThresholdScan.Grid(one, one, List.of(1.5), one));
    assertEquals("sparsities must be in [0, 1], was 1.5", above.getMessage());
  }
}
