// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ImagesTest {
  private static final Images FOUR = new Images(2, 1, 4, new byte[] {0, 1, 2, 3, 4, 0, 1, 1});

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void scalesValuesByTheLevels() {
    assertArrayEquals(new double[] {1, 0, 0, 0.25}, FOUR.values(2, 0));
    assertEquals(new Images(2, 1, 4, new byte[] {4, 0, 0, 1}), FOUR.select(2, 0));
  }

  @Test
  void keepsItsOwnCopy() {
    byte[] pixels = {0, 1};
    Images one = new Images(2, 1, 4, pixels);
    pixels[0] = 4;
    assertEquals(0, one.pixel(0, 0, 0));
  }

  @Test
  void choosesTheFirstOfEachClass() {
    LabelledImages labelled = new LabelledImages(FOUR, new int[] {1, 0, 1, 0});
    assertEquals(2, labelled.classes());
    assertArrayEquals(new int[] {1, 0}, labelled.firstOfEachClass(1));
    assertArrayEquals(new int[] {1, 3, 0, 2}, labelled.firstOfEachClass(2));
    assertArrayEquals(new int[] {2, 3}, labelled.indicesWithout(1, 0));
    assertArrayEquals(new int[] {0, 1}, labelled.labels(3, 2));
    assertEquals(
        "images a class must be at most 2 (all of class 0), was 3",
        refusal(() -> labelled.firstOfEachClass(3)));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertEquals(
        "width and height must be at least 1, was 0 x 1",
        refusal(() -> new Images(0, 1, 4, new byte[0])));
    assertEquals(
        "levels must be in [1, 255], was 256", refusal(() -> new Images(1, 1, 256, new byte[0])));
    assertEquals(
        "number of pixels must be a multiple of 2, was 3",
        refusal(() -> new Images(2, 1, 4, new byte[3])));
    assertEquals(
        "pixel 1 must be at most 4, was 5", refusal(() -> new Images(2, 1, 4, new byte[] {0, 5})));
    assertEquals("image must be in [0, 3], was 4", refusal(() -> FOUR.values(4)));
    assertEquals(
        "number of labels must be 4, was 1",
        refusal(() -> new LabelledImages(FOUR, new int[] {1})));
    assertEquals(
        "label 2 must be 0 or more, was -1",
        refusal(() -> new LabelledImages(FOUR, new int[] {1, 0, -1, 0})));
  }
}
