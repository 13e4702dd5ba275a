// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.FloatRows;
import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.kernel.Workers;
import java.util.Arrays;

/// Causal attention of several heads. Rows of `parts` hold queries, keys and values side by side; a
/// head owns its columns, and a thread works whole sequences.
final class Attention {
  final float[] parts;
  private final int batch;
  private final int positions;
  private final int channels;
  private final int heads;
  private final Workers workers;
  private final float[] weights;
  private final float[] mixed;

  Attention(int batch, int positions, int channels, int heads, Workers workers) {
    this.batch = batch;
    this.positions = positions;
    this.channels = channels;
    this.heads = heads;
    this.workers = workers;
    parts = new float[batch * positions * 3 * channels];
    weights = new float[batch * heads * positions * positions];
    mixed = new float[batch * positions * channels];
  }

  float[] forward() {
    workers.run(
        batch,
        sequence -> {
          for (int head = 0; head < heads; head++) {
            forward(sequence, head);
          }
        });
    return mixed;
  }

  float[] result() {
    return mixed;
  }

  private void forward(int sequence, int head) {
    int t = positions;
    int size = channels / heads;
    int wide = 3 * channels;
    int q = sequence * t * wide + head * size;
    int at = (sequence * heads + head) * t * t;
    float scale = (float) (1 / Math.sqrt(size));
    Floats.gemm(
        Transpose.NO,
        Transpose.YES,
        t,
        t,
        size,
        scale,
        parts,
        q,
        wide,
        parts,
        q + channels,
        wide,
        0,
        weights,
        at,
        t);
    for (int i = 0; i < t; i++) {
      FloatRows.softmax(1, i + 1, weights, at + i * t, weights, at + i * t);
      Arrays.fill(weights, at + i * t + i + 1, at + (i + 1) * t, 0);
    }
    Floats.gemm(
        Transpose.NO,
        Transpose.NO,
        t,
        size,
        t,
        1,
        weights,
        at,
        t,
        parts,
        q + 2 * channels,
        wide,
        0,
        mixed,
        sequence * t * channels + head * size,
        channels);
  }

  void backward(float[] dMixed, float[] dParts) {
    workers.run(
        batch,
        sequence -> {
          float[] dWeights = new float[positions * positions];
          for (int head = 0; head < heads; head++) {
            backward(sequence, head, dMixed, dParts, dWeights);
          }
        });
  }

  private void backward(int sequence, int head, float[] dMixed, float[] dParts, float[] dW) {
    int t = positions;
    int size = channels / heads;
    int wide = 3 * channels;
    int q = sequence * t * wide + head * size;
    int k = q + channels;
    int v = k + channels;
    int m = sequence * t * channels + head * size;
    int at = (sequence * heads + head) * t * t;
    float scale = (float) (1 / Math.sqrt(size));
    Transpose no = Transpose.NO;
    Transpose yes = Transpose.YES;
    Floats.gemm(yes, no, t, size, t, 1, weights, at, t, dMixed, m, channels, 0, dParts, v, wide);
    Floats.gemm(no, yes, t, t, size, 1, dMixed, m, channels, parts, v, wide, 0, dW, 0, t);
    FloatRows.softmaxBackward(t, t, weights, at, dW, 0, dW, 0);
    Floats.gemm(no, no, t, size, t, scale, dW, 0, t, parts, k, wide, 0, dParts, q, wide);
    Floats.gemm(yes, no, t, size, t, scale, dW, 0, t, parts, q, wide, 0, dParts, k, wide);
  }
}
