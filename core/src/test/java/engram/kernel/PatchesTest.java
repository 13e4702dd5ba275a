// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
      int images = stream.nextInt(3);
      float[] x = integers(2 + images * patches.imageSize());
      float[] matrix = integers(1 + images * patches.count() * patches.size());
      double[] wide = new double[matrix.length];
      patches.unfold(images, x, 2, matrix, 1);
      patches.unfold(images, doubles(x), 2, wide, 1);
      for (int row = 0; row < images * patches.count(); row++) {
        for (int column = 0; column < patches.size(); column++) {
          int at = 1 + row * patches.size() + column;
          float expected = element(patches, x, row, column);
          assertEquals(expected, matrix[at], patches + " seed " + SEED);
          assertEquals(expected, wide[at], patches + " seed " + SEED);
        }
      }
    }
  }

  private static float element(Patches p, float[] x, int row, int column) {
    int image = row / p.count();
    int patch = row % p.count();
    int i = column / p.channels() / p.side();
    int j = column / p.channels() % p.side();
    int v = patch / p.outWidth() * p.stride() - p.padding() + i;
    int h = patch % p.outWidth() * p.stride() - p.padding() + j;
    boolean inside = v >= 0 && v < p.height() && h >= 0 && h < p.width();
    int pixel = (image * p.height() + v) * p.width() + h;
    return inside ? x[2 + pixel * p.channels() + column % p.channels()] : 0;
  }

  /// `<unfold x, p> = <x, fold p>` for every x and p; with small integers all sums are exact.
  @Test
  void foldIsTheAdjointOfUnfold() {
    for (int trial = 0; trial < 300; trial++) {
      Patches patches = random();
      float[] x = integers(2 * patches.imageSize());
      float[] back = integers(2 * patches.count() * patches.size());
      float[] matrix = new float[back.length];
      float[] folded = new float[x.length];
      double[] wide = new double[x.length];
      patches.unfold(2, x, 0, matrix, 0);
      patches.foldAdd(2, back, 0, folded, 0);
      patches.foldAdd(2, doubles(back), 0, wide, 0);
      float product = Floats.dot(matrix, back);
      assertEquals(product, Floats.dot(x, folded), patches + " seed " + SEED);
      assertArrayEquals(doubles(folded), wide, patches + " seed " + SEED);
      patches.foldAdd(2, back, 0, folded, 0);
      assertEquals(2 * product, Floats.dot(x, folded), patches + " seed " + SEED);
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
        "image must be at most 2147483647 elements, was 32768 x 32768 x 3",
        () -> new Patches(3, 32768, 32768, 3, 1, 1));
    Patches patches = new Patches(1, 4, 4, 3, 1, 0);
    refused("images must be 0 or more, was -1", () -> patches.unfold(-1, x(0), 0, x(0), 0));
    refused(
        "range of x must lie inside its 31 elements, was 0 to 32",
        () -> patches.unfold(2, x(31), 0, x(72), 0));
    refused(
        "range of patches must lie inside its 36 elements, was 1 to 37",
        () -> patches.foldAdd(1, x(36), 1, x(16), 0));
  }

  private static float[] x(int n) {
    return new float[n];
  }

  private static double[] doubles(float[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i];
    }
    return y;
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
