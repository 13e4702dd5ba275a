// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

class PatchesTest {
  private static final long SEED = 22;
  private final RandomStream stream = Seeds.of(SEED).stream("patches");

  private Patches random() {
    while (true) {
      int side = 1 + stream.nextInt(5);
      int padding = stream.nextInt(side);
      int height = 1 + stream.nextInt(9);
      int width = 1 + stream.nextInt(9);
      if (side <= Math.min(height, width) + 2 * padding) {
        int stride = 1 + stream.nextInt(3);
        return new Patches(1 + stream.nextInt(3), height, width, side, stride, padding);
      }
    }
  }

  @Test
  void everyElementComesFromWhereItsDefinitionSays() {
    for (int trial = 0; trial < 300; trial++) {
      Patches patches = random();
      int ld = patches.columns() + stream.nextInt(3);
      int plane = patches.planeSize() + stream.nextInt(3);
      float[] image = integers(2 + plane * patches.channels());
      float[] matrix = integers(1 + patches.rows() * ld);
      patches.unfold(image, 2, plane, matrix, 1, ld);
      for (int row = 0; row < patches.rows(); row++) {
        for (int column = 0; column < patches.columns(); column++) {
          float expected = element(patches, image, 2, plane, row, column);
          assertEquals(expected, matrix[1 + row * ld + column], patches + " seed " + SEED);
        }
      }
    }
  }

  private static float element(Patches p, float[] image, int at, int plane, int row, int column) {
    int channel = row / (p.side() * p.side());
    int i = row / p.side() % p.side();
    int j = row % p.side();
    int y = column / p.outWidth() * p.stride() - p.padding() + i;
    int x = column % p.outWidth() * p.stride() - p.padding() + j;
    boolean inside = y >= 0 && y < p.height() && x >= 0 && x < p.width();
    return inside ? image[at + channel * plane + y * p.width() + x] : 0;
  }

  /// `<unfold x, p> = <x, fold p>` for every x and p; with small integers all sums are exact.
  @Test
  void foldIsTheAdjointOfUnfold() {
    for (int trial = 0; trial < 300; trial++) {
      Patches patches = random();
      int ld = patches.columns();
      int plane = patches.planeSize();
      float[] image = integers(patches.imageSize());
      float[] back = integers(patches.rows() * ld);
      float[] matrix = new float[patches.rows() * ld];
      float[] folded = new float[patches.imageSize()];
      patches.unfold(image, 0, plane, matrix, 0, ld);
      patches.foldAdd(back, 0, ld, folded, 0, plane);
      assertEquals(Floats.dot(matrix, back), Floats.dot(image, folded), patches + " seed " + SEED);
      patches.foldAdd(back, 0, ld, folded, 0, plane);
      assertEquals(
          2 * Floats.dot(matrix, back), Floats.dot(image, folded), patches + " seed " + SEED);
    }
  }

  @Test
  void badInputIsRefusedWithOneClearSentence() {
    refused("channels must be 1 or more, was 0", () -> new Patches(0, 4, 4, 3, 1, 1));
    refused("padding must be 0 to side - 1, 2, was 3", () -> new Patches(1, 4, 4, 3, 1, 3));
    refused(
        "side must be at most that of the padded image, 4, was 5",
        () -> new Patches(1, 4, 9, 5, 1, 0));
    refused(
        "image must be at most 2147483647 elements, was 3 x 32768 x 32768",
        () -> new Patches(3, 32768, 32768, 3, 1, 1));
    Patches patches = new Patches(1, 4, 4, 3, 1, 0);
    refused(
        "range of image must lie inside its 15 elements, was 0 to 16",
        () -> patches.unfold(new float[15], 0, 16, new float[36], 0, 4));
    refused(
        "row stride of patches must be at least its 4 columns, was 3",
        () -> patches.foldAdd(new float[36], 0, 3, new float[16], 0, 16));
    refused(
        "row stride of image must be at least its 16 columns, was 15",
        () -> patches.unfold(new float[16], 0, 15, new float[36], 0, 4));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private float[] integers(int n) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = stream.nextInt(9) - 4;
    }
    return x;
  }
}
