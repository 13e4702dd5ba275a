// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.data.series.TimedValue;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What is missing has no bits, and what is a code already keeps them.
@FromPaper(value = "htm", at = "spec encoders")
final class MissingAndPassedCodesTest {
  private static final ScalarRange LINE = new ScalarRange(0, 10, ScalarRange.Edge.REFUSE);

  @Test
  void aMissingNumberHasNoBitAndNoBucket() {
    for (NumberEncoder encoder :
        List.of(
            ScalarEncoder.ofWidth(LINE, 5, 30),
            LogEncoder.ofWidth(new ScalarRange(1, 10, ScalarRange.Edge.REFUSE), 5, 30),
            RandomDistributedEncoder.of(1, 0, 5, 100, 10, Seeds.of(1).stream("codes")))) {
      MissingAsNothing sparing = encoder.orNothing();
      assertEquals(encoder.width(), sparing.width());
      assertEquals(Sdr.of(encoder.width()), sparing.encode(Double.NaN));
      assertEquals(OptionalInt.empty(), sparing.bucket(Double.NaN));
      assertEquals(encoder.encode(3.0), sparing.encode(3.0));
      assertEquals(OptionalInt.of(encoder.bucket(3)), sparing.bucket(3));
    }
    refused(
        "value must be in [0.0, 10.0], was 11.0",
        () -> ScalarEncoder.ofWidth(LINE, 5, 30).orNothing().bucket(11));
  }

  @Test
  void besideAMissingNumberOtherPartsKeepTheirPlace() {
    MultiEncoder<TimedValue> both =
        MultiEncoder.of(TimedValue::value, ScalarEncoder.ofWidth(LINE, 5, 30).orNothing())
            .and(TimedValue::time, new DateEncoder(List.of(TimePart.WEEKEND.with(3))));
    Instant saturday = Instant.parse("2014-07-05T00:00:00Z");
    assertArrayEquals(
        new int[] {33, 34, 35}, both.encode(new TimedValue(saturday, Double.NaN)).cells());
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 4, 33, 34, 35}, both.encode(new TimedValue(saturday, 0)).cells());
  }

  @Test
  void aCodePassesThrough() {
    PassThroughEncoder encoder = new PassThroughEncoder(20);
    Sdr code = Sdr.of(20, 1, 4, 19);
    assertEquals(code, encoder.encode(code));
    ActiveBits behind = new ActiveBits(50);
    encoder.encode(code, 30, behind);
    assertEquals(Sdr.of(50, 31, 34, 49), behind.toSdr());
    refused("population of a code must be 20, was 21", () -> encoder.encode(Sdr.of(21, 1)));
    refused("width must be 1 or more, was 0", () -> new PassThroughEncoder(0));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
