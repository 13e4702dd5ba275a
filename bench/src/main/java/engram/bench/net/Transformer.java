// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Workers;

/// Four blocks of 64 channels over 8 sequences of 128 positions, mean square error, AdamW.
final class Transformer implements Net {
  private static final int BLOCKS = 4;
  private static final int BATCH = 8;
  private static final int POSITIONS = 128;
  private static final int CHANNELS = 64;

  private final float[] x = Draws.gaussians("x", BATCH * POSITIONS * CHANNELS, 1);
  private final float[] target = Draws.gaussians("target", BATCH * POSITIONS * CHANNELS, 1);
  private final float[] error = new float[x.length];
  private final TransformerBlock[] blocks = new TransformerBlock[BLOCKS];
  private int steps;

  Transformer(Workers workers) {
    for (int i = 0; i < BLOCKS; i++) {
      blocks[i] = new TransformerBlock("block" + i, BATCH, POSITIONS, CHANNELS, 4, workers);
    }
  }

  @Override
  public float step() {
    float[] out = x;
    for (TransformerBlock block : blocks) {
      out = block.forward(out);
    }
    double loss = 0;
    for (int i = 0; i < out.length; i++) {
      float difference = out[i] - target[i];
      loss += (double) difference * difference;
      error[i] = 2 * difference / out.length;
    }
    float[] back = error;
    for (int i = BLOCKS - 1; i >= 0; i--) {
      back = blocks[i].backward(back);
    }
    steps++;
    for (TransformerBlock block : blocks) {
      for (Parameter parameter : block.parameters()) {
        parameter.adamW(steps, 1e-3f, 0.9f, 0.999f, 0.01f);
      }
    }
    return (float) (loss / out.length);
  }
}
