// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.MachineContract;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Encoders by their laws of overlap, and by codes that can be written down.
@FromPaper(value = "htm", at = "spec encoders")
final class EncodersTest {
  private static final ScalarRange WEEK = new ScalarRange(1, 8, ScalarRange.Edge.WRAP);
  private static final ScalarRange LINE = new ScalarRange(0, 10, ScalarRange.Edge.REFUSE);

  @Test
  void aWeekIsACircle() {
    ScalarEncoder week = ScalarEncoder.ofWidth(WEEK, 3, 14);
    assertArrayEquals(new int[] {0, 1, 13}, week.encode(1.0).cells());
    assertArrayEquals(new int[] {1, 2, 3}, week.encode(2.0).cells());
    assertArrayEquals(new int[] {0, 12, 13}, week.encode(7.5).cells());
    assertEquals(14, week.buckets());
    assertEquals(0, week.bucket(1));
  }

  @Test
  void bucketsOfALineOverlapByTheirDistance() {
    for (ScalarEncoder line :
        List.of(ScalarEncoder.ofWidth(LINE, 5, 30), ScalarEncoder.ofResolution(LINE, 5, 0.4))) {
      assertEquals(30, line.width());
      assertEquals(26, line.buckets());
      for (int i = 0; i < 26; i++) {
        for (int j = 0; j < 26; j++) {
          Sdr a = line.encode(0.4 * i);
          assertEquals(i, line.bucket(0.4 * i), 0.0);
          assertEquals(Math.max(0, 5 - Math.abs(i - j)), a.overlap(line.encode(0.4 * j)));
        }
      }
    }
  }

  @Test
  void bucketsOfACircleOverlapByTheShorterWay() {
    ScalarEncoder circle =
        ScalarEncoder.ofRadius(new ScalarRange(0, 24, ScalarRange.Edge.WRAP), 21, 9.49);
    // 21 * 24 / 9.49 = 53.1
    assertEquals(54, circle.width());
    for (int i = 0; i < 54; i++) {
      for (int j = 0; j < 54; j++) {
        int way = Math.min(Math.floorMod(i - j, 54), Math.floorMod(j - i, 54));
        Sdr a = circle.encode((i + 0.5) * 24 / 54);
        Sdr b = circle.encode((j + 0.5) * 24 / 54);
        // Blocks of 21 that go around a circle of 54 meet on one side only.
        assertEquals(Math.max(0, 21 - way), a.overlap(b), i + " and " + j);
      }
    }
  }

  @Test
  void aWideBlockMeetsItselfOnBothSidesOfACircle() {
    ScalarEncoder circle =
        ScalarEncoder.ofWidth(new ScalarRange(0, 7, ScalarRange.Edge.WRAP), 5, 7);
    for (int i = 0; i < 7; i++) {
      Set<Integer> expected = new HashSet<>();
      for (int k = -2; k <= 2; k++) {
        expected.add(Math.floorMod(i + k, 7));
      }
      Sdr code = circle.encode((double) i);
      assertEquals(5, code.size());
      assertTrue(expected.stream().allMatch(code::contains), "centre " + i);
    }
  }

  @Test
  void numbersOutsideAreRefusedOrClipped() {
    ScalarRange clipped = new ScalarRange(0, 10, ScalarRange.Edge.CLIP);
    ScalarEncoder clip = ScalarEncoder.ofWidth(clipped, 5, 30);
    assertEquals(clip.encode(10.0), clip.encode(1e300));
    assertEquals(clip.encode(0.0), clip.encode(-3.0));
    ScalarEncoder line = ScalarEncoder.ofWidth(LINE, 5, 30);
    refused("value must be in [0.0, 10.0], was 10.5", () -> line.bucket(10.5));
    refused(
        "value must be in [1.0, 8.0), was 8.0", () -> ScalarEncoder.ofWidth(WEEK, 3, 14).bucket(8));
    refused("value must be a number, was NaN", () -> line.encode(Double.NaN));
    refused("value must be a number, was NaN", () -> clip.encode(Double.NaN));
  }

  @Test
  void randomCodesKeepTheLawOfOverlap() {
    long seed = 21;
    RandomDistributedEncoder encoder =
        RandomDistributedEncoder.of(0.5, 100, Seeds.of(seed).stream("codes"));
    Sdr[] codes = new Sdr[1000];
    for (int i = 0; i < 1000; i++) {
      codes[i] = Sdr.of(400, encoder.code(i));
      assertEquals(21, codes[i].size());
    }
    for (int i = 0; i < 1000; i++) {
      for (int j = 0; j < i; j++) {
        int overlap = codes[i].overlap(codes[j]);
        String where = "seed " + seed + ", " + i + " and " + j;
        if (i - j < 21) {
          assertEquals(21 - (i - j), overlap, where);
        } else {
          assertTrue(overlap <= 2, where);
        }
      }
    }
    assertEquals(500, encoder.bucket(100));
    assertEquals(502, encoder.bucket(101.1));
    assertEquals(0, encoder.bucket(-1e300));
    assertEquals(999, encoder.bucket(1e300));
    assertEquals(encoder.encode(100.0), encoder.around(7).encode(7.0));
  }

  @Test
  void smallerRandomCodesKeepItToo() {
    for (long seed = 1; seed <= 10; seed++) {
      RandomStream random = Seeds.of(seed).stream("codes");
      RandomDistributedEncoder encoder =
          RandomDistributedEncoder.of(1, 0, 5, 100, 1 + random.nextInt(60), random);
      for (int i = 1; i < encoder.buckets(); i++) {
        Sdr code = Sdr.of(100, encoder.code(i));
        assertEquals(4, code.overlap(Sdr.of(100, encoder.code(i - 1))), "seed " + seed);
      }
    }
  }

  @Test
  void categoriesDifferAndShareWhatChanceGives() {
    CategoryEncoder encoder = new CategoryEncoder(500, Seeds.of(22).stream("codes"));
    Set<Sdr> codes = new HashSet<>();
    double overlap = 0;
    Sdr unknown = encoder.encode(CategoryEncoder.UNKNOWN);
    for (int i = 0; i < 500; i++) {
      Sdr code = encoder.encode(i);
      assertEquals(41, code.size());
      assertEquals(41, encoder.overlap(i, code.bits()));
      codes.add(code);
      overlap += code.overlap(unknown);
    }
    assertEquals(500, codes.size());
    // 41 * 41 / 2048 = 0.82 on average, with a standard error of 0.04.
    assertEquals(41.0 * 41 / 2048, overlap / 500, 0.16);
    refused("category must be in [0, 500) or -1 for unknown, was 500", () -> encoder.encode(500));
  }

  @Test
  void timesHaveParts() {
    Instant friday = Instant.parse("2014-07-04T18:30:00Z");
    assertEquals(4, TimePart.DAY_OF_WEEK.of(friday));
    assertEquals(18.5, TimePart.TIME_OF_DAY.of(friday));
    assertEquals(0, TimePart.WEEKEND.of(friday));
    assertEquals(184, TimePart.SEASON.of(friday));
    Instant sunday = Instant.parse("1969-12-28T00:00:00Z");
    assertEquals(6, TimePart.DAY_OF_WEEK.of(sunday));
    assertEquals(1, TimePart.WEEKEND.of(sunday));
    assertEquals(361, TimePart.SEASON.of(sunday));
    DateEncoder encoder =
        new DateEncoder(List.of(TimePart.WEEKEND.with(3), TimePart.TIME_OF_DAY.with(21)));
    assertEquals(6 + 126, encoder.width());
    assertArrayEquals(new int[] {3, 4, 5}, firstThree(encoder.encode(sunday)));
    assertArrayEquals(new int[] {0, 1, 2}, firstThree(encoder.encode(friday)));
    assertEquals(0, encoder.encode(friday).overlap(encoder.encode(sunday)));
  }

  private static int[] firstThree(Sdr code) {
    return new int[] {code.cell(0), code.cell(1), code.cell(2)};
  }

  @Test
  void severalThingsStandSideBySide() {
    ScalarEncoder line = ScalarEncoder.ofWidth(LINE, 5, 30);
    MultiEncoder<TimedValue> both =
        MultiEncoder.of(TimedValue::value, line)
            .and(TimedValue::time, new DateEncoder(List.of(TimePart.WEEKEND.with(3))));
    assertEquals(36, both.width());
    Sdr code = both.encode(new TimedValue(Instant.parse("2014-07-05T00:00:00Z"), 0));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 33, 34, 35}, code.cells());
  }

  @Test
  void differencesAreThoseToTheValueBefore() {
    Differences differences = new Differences();
    assertEquals(0, differences.step(5.0));
    assertEquals(2, differences.step(7.0));
    assertEquals(-7, differences.step(0.0));
    refused("value must be finite, was NaN", () -> differences.step(Double.NaN));
    MachineContract.check(Differences::new, List.of(1.0, 5.0, -2.0, 0.0));
  }

  @Test
  void refusesBadSettings() {
    refused("active must be odd and 1 or more, was 4", () -> ScalarEncoder.ofWidth(LINE, 4, 30));
    refused("width must be above active 5, was 5", () -> ScalarEncoder.ofWidth(LINE, 5, 5));
    refused("width must be above active 5, was 0", () -> ScalarEncoder.ofWidth(LINE, 5, 0));
    refused("radius must be above 0, was 0.0", () -> ScalarEncoder.ofRadius(LINE, 5, 0));
    refused(
        "minimum must be finite and below maximum, was 3.0 and 3.0",
        () -> new ScalarRange(3, 3, ScalarRange.Edge.CLIP));
    RandomStream random = Seeds.of(1).stream("codes");
    refused(
        "width must be above 6 active, 126, was 126",
        () -> RandomDistributedEncoder.of(1, 0, 21, 126, 10, random));
    refused(
        "resolution must be above 0 and finite, was 0.0",
        () -> RandomDistributedEncoder.of(0, 0, random));
    refused(
        "width must be large enough for 1000 buckets, was 31",
        () -> RandomDistributedEncoder.of(1, 0, 5, 31, 1000, random));
    refused("parts must be 1 or more, was 0", () -> new DateEncoder(List.of()));
    refused(
        "width must be large enough for 4 different codes, was 3",
        () -> new CategoryEncoder(3, 1, 3, random));
  }

  @Test
  void aBufferKeepsItsOrder() {
    ActiveBits bits = new ActiveBits(300);
    bits.addRange(0, 200);
    assertEquals(200, bits.size());
    refused("bits must ascend, be distinct and lie in [200, 300), was 199", () -> bits.add(199));
    refused("bits must ascend, be distinct and lie in [200, 300), was 300", () -> bits.add(300));
    bits.clear();
    bits.add(3);
    assertEquals(Sdr.of(300, 3), bits.toSdr());
    assertThrows(IndexOutOfBoundsException.class, () -> bits.get(1));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
