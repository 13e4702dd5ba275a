// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Workers;

/// 3-32-64-128 channels on 32 x 32, each layer 3 x 3, halved by maxima, with ReLU, then a linear
/// layer to 10 classes; plain gradient descent.
final class Convolution implements Net {
  private static final int BATCH = 64;
  private static final int SIZE = 32;
  private static final int CLASSES = 10;
  private static final float RATE = 0.01f;

  private final float[] images = Draws.gaussians("images", BATCH * SIZE * SIZE * 3, 1);
  private final float[] logits = new float[BATCH * CLASSES];
  private final ConvolutionLayer[] layers;
  private final Dense last;
  private final CrossEntropy loss = new CrossEntropy(Draws.labels(BATCH, CLASSES), CLASSES);

  Convolution(Workers workers) {
    layers =
        new ConvolutionLayer[] {
          new ConvolutionLayer(BATCH, 3, 32, SIZE, workers),
          new ConvolutionLayer(BATCH, 32, 64, SIZE / 2, workers),
          new ConvolutionLayer(BATCH, 64, 128, SIZE / 4, workers)
        };
    last = new Dense("last", 4 * 4 * 128, CLASSES, workers);
  }

  @Override
  public float step() {
    float[] x = images;
    for (ConvolutionLayer layer : layers) {
      layer.forward(x);
      x = layer.pooled;
    }
    last.forward(BATCH, x, logits);
    float value = loss.of(logits);
    last.gradients(BATCH, x, loss.gradient());
    last.backward(BATCH, loss.gradient(), layers[2].dPooled);
    layers[2].backward(layers[1].pooled, layers[1].dPooled);
    layers[1].backward(layers[0].pooled, layers[0].dPooled);
    layers[0].backward(images, new float[0]);
    for (ConvolutionLayer layer : layers) {
      layer.weights.weights.descend(RATE);
      layer.weights.biases.descend(RATE);
    }
    last.weights.descend(RATE);
    last.biases.descend(RATE);
    return value;
  }
}
