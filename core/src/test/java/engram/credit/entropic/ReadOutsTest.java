// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ReadOutsTest {
  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void nearestCentroidTakesTheNearestClassMean() {
    double[] rows = {0, 0, 2, 0, 10, 10, 12, 10};
    NearestCentroid readOut = NearestCentroid.fit(rows, 2, new int[] {0, 0, 1, 1});
    assertEquals(0, readOut.classOf(new double[] {5, 5}, 0));
    assertEquals(1, readOut.classOf(new double[] {9, 9, 7, 7}, 2));
    assertEquals(0.75, readOut.accuracy(rows, new int[] {0, 0, 1, 0}));
  }

  @Test
  void nearestCentroidRefusesWhatDoesNotFit() {
    assertEquals(
        "rows must be labels x width = 2 x 2 values (at least one), was 3",
        refusal(() -> NearestCentroid.fit(new double[3], 2, new int[] {0, 1})));
    assertEquals(
        "every class must occur, was without class 1",
        refusal(() -> NearestCentroid.fit(new double[4], 2, new int[] {0, 2})));
  }

  /// Orthogonal columns with sums of squares 8 and 2 have variances 8/3 and 2/3.
  @Test
  void principalComponentsFindKnownVariances() {
    double[] rows = {2, 1, 2, -1, -2, 1, -2, -1};
    for (int i = 0; i < rows.length; i++) {
      rows[i] = rows[i] / (i % 2 == 0 ? 1 : Math.sqrt(2)) + 5;
    }
    PrincipalComponents components = PrincipalComponents.of(rows, 2, 1);
    assertEquals(16.0 / 18, components.share(0), 1e-12);
    double[] projected = components.project(rows);
    double[] sizes = new double[4];
    for (int i = 0; i < 4; i++) {
      sizes[i] = Math.abs(projected[i]);
    }
    assertArrayEquals(new double[] {2, 2, 2, 2}, sizes, 1e-6);
  }

  @Test
  void principalComponentsFollowAPlantedDirection() {
    var stream = Seeds.of(11).stream("planted");
    double[] rows = new double[400 * 30];
    stream.fillGaussian(rows, 0.1);
    double signal = 0;
    for (int i = 0; i < 400; i++) {
      double along = stream.nextGaussian();
      signal += along * along;
      for (int j = 0; j < 30; j++) {
        rows[i * 30 + j] += along / Math.sqrt(30);
      }
    }
    double share = PrincipalComponents.of(rows, 30, 2).share(0);
    double variance = signal / 399;
    assertEquals((variance + 0.01) / (variance + 0.3), share, 0.02, "seed 11");
  }

  @Test
  void principalComponentsOfConstantRowsHaveNoShare() {
    assertEquals(0, PrincipalComponents.of(new double[] {1, 2, 1, 2, 1, 2}, 2, 1).share(0));
  }

  @Test
  void principalComponentsRefuseWhatDoesNotFit() {
    assertEquals(
        "rows must be at least two samples of width 3, was 3 values",
        refusal(() -> PrincipalComponents.of(new double[3], 3, 1)));
    assertEquals(
        "count must be in [1, 3], was 4",
        refusal(() -> PrincipalComponents.of(new double[6], 3, 4)));
  }
}
