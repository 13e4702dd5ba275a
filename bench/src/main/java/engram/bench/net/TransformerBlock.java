// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.FloatRows;
import engram.kernel.Floats;
import engram.kernel.Workers;
import java.util.Arrays;
import java.util.List;

/// `x + merge(attention(norm x))`, then `y + narrow(gelu(widen(norm y)))`.
final class TransformerBlock {
  private final int rows;
  private final int channels;
  private final Workers workers;
  private final Norm beforeAttention;
  private final Norm beforeMlp;
  private final Dense project;
  private final Dense merge;
  private final Dense widen;
  private final Dense narrow;
  private final Attention attention;
  private final float[] joined;
  private final float[] wide;
  private final float[] slope;
  private final float[] bent;
  private final float[] out;
  private final float[] mixed;
  private final float[] dWide;
  private final float[] dNormed;
  private final float[] dParts;
  private final float[] dJoined;
  private final float[] dX;

  TransformerBlock(
      String name, int batch, int positions, int channels, int heads, Workers workers) {
    this.rows = batch * positions;
    this.channels = channels;
    this.workers = workers;
    int n = rows * channels;
    beforeAttention = new Norm(rows, channels);
    beforeMlp = new Norm(rows, channels);
    project = new Dense(name + "-project", channels, 3 * channels, workers);
    merge = new Dense(name + "-merge", channels, channels, workers);
    widen = new Dense(name + "-widen", channels, 4 * channels, workers);
    narrow = new Dense(name + "-narrow", 4 * channels, channels, workers);
    attention = new Attention(batch, positions, channels, heads, workers);
    joined = new float[n];
    wide = new float[4 * n];
    slope = new float[4 * n];
    bent = new float[4 * n];
    out = new float[n];
    mixed = new float[n];
    dWide = new float[4 * n];
    dNormed = new float[n];
    dParts = new float[3 * n];
    dJoined = new float[n];
    dX = new float[n];
  }

  float[] forward(float[] x) {
    project.forward(rows, beforeAttention.forward(x), attention.parts);
    merge.forward(rows, attention.forward(), mixed);
    add(x, mixed, joined);
    widen.forward(rows, beforeMlp.forward(joined), wide);
    workers.run(rows / 128, this::gelu);
    narrow.forward(rows, bent, mixed);
    add(joined, mixed, out);
    return out;
  }

  float[] backward(float[] dOut) {
    narrow.gradients(rows, bent, dOut);
    narrow.backward(rows, dOut, dWide);
    for (int i = 0; i < dWide.length; i++) {
      dWide[i] *= slope[i];
    }
    widen.gradients(rows, beforeMlp.result(), dWide);
    widen.backward(rows, dWide, dNormed);
    beforeMlp.backward(dNormed);
    add(dOut, dNormed, dJoined);
    merge.gradients(rows, attention.result(), dJoined);
    merge.backward(rows, dJoined, dNormed);
    attention.backward(dNormed, dParts);
    project.gradients(rows, beforeAttention.result(), dParts);
    project.backward(rows, dParts, dNormed);
    beforeAttention.backward(dNormed);
    add(dJoined, dNormed, dX);
    return dX;
  }

  List<Parameter> parameters() {
    return List.of(
        beforeAttention.gain,
        beforeAttention.shift,
        beforeMlp.gain,
        beforeMlp.shift,
        project.weights,
        project.biases,
        merge.weights,
        merge.biases,
        widen.weights,
        widen.biases,
        narrow.weights,
        narrow.biases);
  }

  /// x (1 + tanh(c (x + 0.044715 x^3))) / 2 and its slope, for 128 rows.
  private void gelu(int part) {
    int n = 128 * 4 * channels;
    int at = part * n;
    float c = 0.7978846f;
    for (int i = at; i < at + n; i++) {
      float v = wide[i];
      bent[i] = c * Math.fma(0.044715f * v * v, v, v);
    }
    Floats.tanh(bent, at, slope, at, n);
    for (int i = at; i < at + n; i++) {
      float v = wide[i];
      float t = slope[i];
      float inner = c * Math.fma(3 * 0.044715f * v, v, 1);
      bent[i] = 0.5f * v * (1 + t);
      slope[i] = 0.5f * (1 + t) + 0.5f * v * (1 - t * t) * inner;
    }
  }

  private static void add(float[] x, float[] y, float[] z) {
    for (int i = 0; i < z.length; i++) {
      z[i] = x[i] + y[i];
    }
  }

  /// Normalised rows with a gain and a shift a channel.
  private static final class Norm {
    final Parameter gain;
    final Parameter shift;
    private final int rows;
    private final int channels;
    private final float[] normal;
    private final float[] inverse;
    private final float[] result;

    Norm(int rows, int channels) {
      this.rows = rows;
      this.channels = channels;
      float[] ones = new float[channels];
      Arrays.fill(ones, 1);
      gain = new Parameter(ones);
      shift = new Parameter(new float[channels]);
      normal = new float[rows * channels];
      inverse = new float[rows];
      result = new float[rows * channels];
    }

    float[] forward(float[] x) {
      FloatRows.normalize(rows, channels, 1e-5f, x, 0, normal, 0, inverse, 0);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < channels; j++) {
          int at = i * channels + j;
          result[at] = Math.fma(gain.value[j], normal[at], shift.value[j]);
        }
      }
      return result;
    }

    float[] result() {
      return result;
    }

    /// In place.
    void backward(float[] d) {
      Arrays.fill(shift.gradient, 0);
      Arrays.fill(gain.gradient, 0);
      FloatRows.addColumnSums(rows, channels, d, 0, shift.gradient, 0);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < channels; j++) {
          int at = i * channels + j;
          gain.gradient[j] = Math.fma(d[at], normal[at], gain.gradient[j]);
          d[at] *= gain.value[j];
        }
      }
      FloatRows.normalizeBackward(rows, channels, normal, 0, inverse, 0, d, 0, d, 0);
    }
  }
}
