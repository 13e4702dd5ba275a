// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "homeostatic", at = "spec: concept shift")
final class ConceptShiftTest {
  private static int swaps(ConceptShift shift, int epoch, int samples, int batch) {
    int due = 0;
    for (int processed = batch; processed <= samples; processed += batch) {
      due += shift.isDue(epoch, processed, samples) ? 1 : 0;
    }
    return due;
  }

  @Test
  void anEpochHasItsNumberOfSwaps() {
    for (int s : List.of(0, 6, 60, 600)) {
      assertEquals(s, swaps(ConceptShift.perEpoch(s), 3, 30_000, 10), "s = " + s);
    }
    assertEquals(0, swaps(ConceptShift.none(), 0, 30_000, 10));
    // floor(1000 / 7) = 142 meets a multiple of 10 only at 710
    assertEquals(1, swaps(ConceptShift.perEpoch(7), 0, 1000, 10));
  }

  @Test
  void seasonsTakeTurns() {
    ConceptShift shift = ConceptShift.seasons(0, 60, 2);
    assertEquals(List.of(0, 0, 60, 60), shift.swapsPerEpoch());
    assertEquals(60, shift.in(3));
    assertEquals(0, shift.in(4));
    assertEquals(60, swaps(shift, 7, 30_000, 10));
    assertEquals(List.of(30, 60, 30, 0), ConceptShift.sine(60, 4).swapsPerEpoch());
  }

  @Test
  void aSwapTwiceRestores() {
    LabelSwaps swaps = new LabelSwaps(10);
    swaps.swap(3, 8);
    assertEquals(8, swaps.now(3));
    assertEquals(3, swaps.now(8));
    swaps.swap(8, 3);
    for (int c = 0; c < 10; c++) {
      assertEquals(c, swaps.now(c));
    }
    assertEquals(2, swaps.count());
  }

  /// Labels follow each other: what is called 8 by now is exchanged, not the class that was 8.
  @Test
  void swapsExchangeLabelsOfNow() {
    LabelSwaps swaps = new LabelSwaps(3);
    swaps.swap(0, 1);
    swaps.swap(1, 2);
    assertArrayEquals(new int[] {2, 0, 1}, new int[] {swaps.now(0), swaps.now(1), swaps.now(2)});
  }

  /// The numbers of images of the two labels are exchanged, all others stay.
  @Test
  void swapExchangesTheHistogram() {
    int[] images = {5, 3, 8};
    LabelSwaps swaps = new LabelSwaps(3);
    swaps.swap(0, 2);
    int[] histogram = new int[3];
    for (int c = 0; c < 3; c++) {
      histogram[swaps.now(c)] += images[c];
    }
    assertArrayEquals(new int[] {8, 3, 5}, histogram);
  }

  @Test
  void everyPairIsAsLikely() {
    RandomStream stream = Seeds.of(5).stream("pairs");
    int[][] met = new int[4][4];
    for (int i = 0; i < 6000; i++) {
      LabelSwaps swaps = new LabelSwaps(4);
      swaps.swap(stream);
      for (int c = 0; c < 4; c++) {
        met[c][swaps.now(c)]++;
      }
    }
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        // 1000 of six pairs each, half of all stay; 5 standard deviations
        assertEquals(a == b ? 3000 : 1000, met[a][b], a == b ? 195 : 145, a + " and " + b);
      }
    }
  }

  @Test
  void refusals() {
    refused("classes must be at least 2 to swap, was 1", () -> new LabelSwaps(1));
    refused("label must be in [0, 2], was 3", () -> new LabelSwaps(3).swap(0, 3));
    refused("swapsPerEpoch must be 0 or more, was [-1]", () -> ConceptShift.perEpoch(-1));
    refused(
        "swapsPerEpoch must be one an epoch at least, was []", () -> new ConceptShift(List.of()));
    refused("epochsEach must be at least 1, was 0", () -> ConceptShift.seasons(0, 6, 0));
    refused("period must be at least 1, was 0", () -> ConceptShift.sine(6, 0));
    refused(
        "swapsPerEpoch must be at most the 100 batches of an epoch, was 101",
        () -> ConceptShift.perEpoch(101).requireFits(10, 1000));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
