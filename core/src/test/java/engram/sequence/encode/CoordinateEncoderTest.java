// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

/// Codes of places by the law that their overlaps follow on average.
@FromPaper(value = "htm", at = "spec encoders")
final class CoordinateEncoderTest {
  private static final int ACTIVE = 21;

  /// So wide that two of a code's bits seldom fall together.
  private static final int WIDE = 1 << 16;

  private static final int RADIUS = 5;

  @Test
  void nearPlacesShareWhatTheirBoxesLeadOneToExpect() {
    for (int step : new int[] {0, 1, 2, 4, 8, 10}) {
      int places = 1_000;
      double sum = 0;
      for (int place = 0; place < places; place++) {
        CoordinateEncoder encoder = encoder(place);
        Sdr here = encoder.encode(Coordinate.of(RADIUS, place, -3));
        sum += here.overlap(encoder.encode(Coordinate.of(RADIUS, place + step, -3)));
      }
      int box = 121;
      double expected = expectedOverlap(box, box - 11 * step);
      // A bit is shared or not: the deviation of a sum of w of them is below sqrt(w) / 2.
      double standardError = Math.sqrt(ACTIVE) / 2 / Math.sqrt(places);
      assertEquals(expected, sum / places, 4 * standardError + 0.02, "step " + step);
    }
  }

  /// How many of the w highest of two boxes of `box` cells are the same, if `shared` cells are. A
  /// shared cell of rank u, uniform in [0, 1], wins in both where of the k shared cells above it,
  /// binomial, and of those above it in each box alone there are w - 1 at most.
  private static double expectedOverlap(int box, int shared) {
    int nodes = 400;
    double expected = 0;
    for (int node = 0; node < nodes; node++) {
      double above = (node + 0.5) / nodes;
      double[] inBoth = binomial(shared - 1, above);
      double[] inOne = binomial(box - shared, above);
      double wins = 0;
      for (int k = 0; k < Math.min(ACTIVE, inBoth.length); k++) {
        double room = 0;
        for (int j = 0; j < Math.min(ACTIVE - k, inOne.length); j++) {
          room += inOne[j];
        }
        wins += inBoth[k] * room * room;
      }
      expected += shared * wins / nodes;
    }
    return expected;
  }

  private static double[] binomial(int n, double p) {
    double[] weights = {1};
    for (int i = 0; i < n; i++) {
      double[] next = new double[weights.length + 1];
      for (int k = 0; k < weights.length; k++) {
        next[k] += weights[k] * (1 - p);
        next[k + 1] += weights[k] * p;
      }
      weights = next;
    }
    return weights;
  }

  @Test
  void farPlacesShareWhatChanceGives() {
    int width = 1_000;
    int places = 4_000;
    CoordinateEncoder encoder = new CoordinateEncoder(2, ACTIVE, width, Seeds.of(3));
    double overlap = 0;
    double size = 0;
    for (int i = 0; i < places; i++) {
      Sdr a = encoder.encode(Coordinate.of(2, 100 * i, 7));
      Sdr b = encoder.encode(Coordinate.of(2, 100 * i, 1007));
      size += a.size();
      overlap += a.overlap(b);
    }
    // w draws of n bits hit n (1 - (1 - 1/n)^w) of them, two such sets share that squared over n.
    double hit = width * (1 - Math.pow(1 - 1.0 / width, ACTIVE));
    assertEquals(hit, size / places, 0.05);
    assertEquals(hit * hit / width, overlap / places, 0.05);
  }

  @Test
  void whoWinsInABoxWinsInEveryBoxWithinIt() {
    for (int seed = 1; seed <= 20; seed++) {
      CoordinateEncoder encoder = encoder(seed);
      CoordinateEncoder alone = new CoordinateEncoder(2, 1, WIDE, Seeds.of(seed));
      RandomStream random = Seeds.of(seed).stream("places");
      int x = random.nextInt(-1000, 1000);
      int y = random.nextInt(-1000, 1000);
      Sdr wide = encoder.encode(Coordinate.of(3, x, y));
      Sdr narrow = encoder.encode(Coordinate.of(2, x + 1, y));
      int winners = 0;
      for (int dx = -3; dx <= 3; dx++) {
        for (int dy = -3; dy <= 3; dy++) {
          int bit = alone.encode(Coordinate.of(0, x + dx, y + dy)).cell(0);
          boolean within = dx >= -1 && Math.abs(dy) <= 2;
          winners += wide.contains(bit) ? 1 : 0;
          assertTrue(!wide.contains(bit) || !within || narrow.contains(bit), "seed " + seed);
        }
      }
      assertEquals(ACTIVE, winners, "seed " + seed);
    }
  }

  @Test
  void theSameSeedGivesTheSameCodes() {
    Coordinate place = Coordinate.of(4, -7, 12, 5);
    CoordinateEncoder encoder = new CoordinateEncoder(3, 21, 1000, Seeds.of(5));
    encoder.encode(Coordinate.of(4, 0, 0, 0));
    assertEquals(
        new CoordinateEncoder(3, 21, 1000, Seeds.of(5)).encode(place), encoder.encode(place));
  }

  @Test
  void refusesWhatHasNoCode() {
    CoordinateEncoder encoder = new CoordinateEncoder(2, 21, 1000, Seeds.of(5));
    refused("dimensions must be 2, was 1", () -> encoder.encode(Coordinate.of(5, 1)));
    refused(
        "cells within the radius must be 21 to 1048576, was 9",
        () -> encoder.encode(Coordinate.of(1, 0, 0)));
    refused(
        "cells within the radius must be 21 to 1048576, was 4004001",
        () -> encoder.encode(Coordinate.of(1000, 0, 0)));
    refused(
        "cells must lie in [-536870912, 536870912), was 536870911 with radius 2",
        () -> encoder.encode(Coordinate.of(2, 0, 536_870_911)));
    refused("radius must be 0 or more, was -1", () -> Coordinate.of(-1, 0));
    refused("dimensions must be 1 or more, was 0", () -> Coordinate.of(1));
    refused(
        "dimensions must be in [1, 4], was 5", () -> new CoordinateEncoder(5, 1, 9, Seeds.of(1)));
    refused("active must be 1 or more, was 0", () -> new CoordinateEncoder(2, 0, 9, Seeds.of(1)));
    refused(
        "width must be above 6 active, 126, was 126",
        () -> new CoordinateEncoder(2, 21, 126, Seeds.of(1)));
  }

  private static CoordinateEncoder encoder(long seed) {
    return new CoordinateEncoder(2, ACTIVE, WIDE, Seeds.of(seed));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
