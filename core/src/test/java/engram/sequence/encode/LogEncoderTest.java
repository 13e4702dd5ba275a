// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

/// Codes of logarithms that can be written down.
@FromPaper(value = "htm", at = "spec encoders")
final class LogEncoderTest {
  private static final ScalarRange SIX_DECADES =
      new ScalarRange(0.01, 10_000, ScalarRange.Edge.REFUSE);

  @Test
  void aDecadeIsEquallyLongEverywhere() {
    // 5 bits of 65: 60 steps for six decades, ten a decade.
    LogEncoder encoder = LogEncoder.ofWidth(SIX_DECADES, 5, 65);
    assertEquals(0.1, encoder.resolution(), 1e-12);
    assertEquals(61, encoder.buckets());
    double[] powers = {0.01, 0.1, 1, 10, 100, 1000, 10_000};
    for (int power = 0; power < powers.length; power++) {
      assertEquals(10 * power, encoder.bucket(powers[power]), "10^" + (power - 2));
      int first = 10 * power;
      assertArrayEquals(
          new int[] {first, first + 1, first + 2, first + 3, first + 4},
          encoder.encode(powers[power]).cells());
    }
    // log10 2 = 0.30103, log10 5 = 0.69897
    assertEquals(23, encoder.bucket(2));
    assertEquals(27, encoder.bucket(5));
  }

  @Test
  void overlapDependsOnTheRatioAlone() {
    LogEncoder encoder = LogEncoder.ofResolution(SIX_DECADES, 21, 0.05);
    for (int i = 0; i <= 120; i++) {
      for (int j = 0; j <= 120; j++) {
        double a = Math.pow(10, 0.05 * i - 2);
        double b = Math.pow(10, 0.05 * j - 2);
        assertEquals(
            Math.max(0, 21 - Math.abs(i - j)),
            encoder
                .encode(Math.clamp(a, 0.01, 10_000))
                .overlap(encoder.encode(Math.clamp(b, 0.01, 10_000))),
            a + " and " + b);
      }
    }
  }

  @Test
  void whatLiesOutsideIsRefusedOrClipped() {
    LogEncoder encoder = LogEncoder.ofWidth(SIX_DECADES, 5, 65);
    refused("value must be in [0.01, 10000.0], was 0.0", () -> encoder.bucket(0));
    refused("value must be in [0.01, 10000.0], was 10001.0", () -> encoder.bucket(10_001));
    refused("value must be a number, was NaN", () -> encoder.bucket(Double.NaN));
    LogEncoder clipping =
        LogEncoder.ofWidth(new ScalarRange(0.01, 10_000, ScalarRange.Edge.CLIP), 5, 65);
    assertEquals(0, clipping.bucket(-7));
    assertEquals(60, clipping.bucket(1e300));
  }

  @Test
  void refusesRangesWithoutALogarithm() {
    refused(
        "range must be on a line with its minimum above 0, was"
            + " ScalarRange[minimum=0.0, maximum=1.0, edge=CLIP]",
        () -> LogEncoder.ofWidth(new ScalarRange(0, 1, ScalarRange.Edge.CLIP), 5, 65));
    refused(
        "range must be on a line with its minimum above 0, was"
            + " ScalarRange[minimum=1.0, maximum=2.0, edge=WRAP]",
        () -> LogEncoder.ofWidth(new ScalarRange(1, 2, ScalarRange.Edge.WRAP), 5, 65));
    refused(
        "active must be odd and 1 or more, was 4", () -> LogEncoder.ofWidth(SIX_DECADES, 4, 65));
    refused(
        "resolution must be above 0, was 0.0", () -> LogEncoder.ofResolution(SIX_DECADES, 5, 0));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
