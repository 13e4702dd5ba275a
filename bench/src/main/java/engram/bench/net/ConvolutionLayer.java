// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Floats;
import engram.kernel.Patches;
import engram.kernel.Workers;
import java.util.Arrays;

/// 3 x 3 convolution as a dense layer over patches, maxima of 2 x 2, ReLU. Threads own images.
final class ConvolutionLayer {
  final float[] pooled;
  final float[] dPooled;
  final Dense weights;
  private final int batch;
  private final int filters;
  private final int size;
  private final Workers workers;
  private final Patches geometry;
  private final float[] patches;
  private final float[] dPatches;
  private final float[] out;
  private final float[] dOut;

  ConvolutionLayer(int batch, int channels, int filters, int size, Workers workers) {
    this.batch = batch;
    this.filters = filters;
    this.size = size;
    this.workers = workers;
    geometry = new Patches(channels, size, size, 3, 1, 1);
    weights = new Dense("convolution " + channels, geometry.size(), filters, workers);
    int n = batch * size * size;
    patches = new float[n * geometry.size()];
    dPatches = new float[channels == 3 ? 0 : patches.length];
    out = new float[n * filters];
    dOut = new float[n * filters];
    pooled = new float[n * filters / 4];
    dPooled = new float[n * filters / 4];
  }

  void forward(float[] x) {
    int count = geometry.count();
    workers.run(
        batch,
        image -> {
          int at = image * geometry.imageSize();
          geometry.unfold(1, x, at, patches, image * count * geometry.size());
        });
    weights.forward(batch * count, patches, out);
    workers.run(batch, this::pool);
  }

  private void pool(int image) {
    int line = size * filters;
    float[] upper = new float[line];
    for (int r = 0; r < size / 2; r++) {
      int from = (image * size + 2 * r) * line;
      for (int i = 0; i < line; i++) {
        upper[i] = Math.max(0, Math.max(out[from + i], out[from + line + i]));
      }
      int to = (image * size + 2 * r) * line / 4;
      for (int c = 0; c < size / 2; c++) {
        greater(upper, 2 * c * filters, pooled, to + c * filters, filters);
      }
    }
  }

  private static void greater(float[] x, int at, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Math.max(x[at + i], x[at + n + i]);
    }
  }

  /// Sets the gradients, and dX unless it is empty.
  void backward(float[] x, float[] dX) {
    int count = geometry.count();
    workers.run(batch, this::unpool);
    weights.gradients(batch * count, patches, dOut);
    if (dX.length > 0) {
      weights.backward(batch * count, dOut, dPatches);
      workers.run(
          batch,
          image -> {
            int n = geometry.imageSize();
            Arrays.fill(dX, image * n, (image + 1) * n, 0);
            geometry.foldAdd(1, dPatches, image * count * geometry.size(), dX, image * n);
          });
    }
  }

  /// Hands the gradient of a maximum to the pixels that reach it; below 0 there is none.
  private void unpool(int image) {
    int line = size * filters;
    for (int r = 0; r < size / 2; r++) {
      int row = (image * size + 2 * r) * line;
      for (int c = 0; c < size / 2; c++) {
        int p = row / 4 + c * filters;
        for (int k = 0; k < 4; k++) {
          int at = row + (k / 2) * line + (2 * c + k % 2) * filters;
          Floats.whereEqual(out, at, pooled, p, dPooled, p, dOut, at, filters);
        }
      }
    }
  }
}
