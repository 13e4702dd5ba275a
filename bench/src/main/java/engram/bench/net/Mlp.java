// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Workers;

/// 784-256-10 with ReLU and cross-entropy, plain gradient descent.
final class Mlp implements Net {
  private static final int INPUTS = 784;
  private static final int HIDDEN = 256;
  private static final int CLASSES = 10;
  private static final float RATE = 0.01f;

  private final int batch;
  private final float[] x;
  private final float[] h;
  private final float[] dH;
  private final float[] logits;
  private final Dense first;
  private final Dense second;
  private final CrossEntropy loss;

  Mlp(int batch, Workers workers) {
    this.batch = batch;
    x = Draws.gaussians("x", batch * INPUTS, 1);
    h = new float[batch * HIDDEN];
    dH = new float[batch * HIDDEN];
    logits = new float[batch * CLASSES];
    first = new Dense("first", INPUTS, HIDDEN, workers);
    second = new Dense("second", HIDDEN, CLASSES, workers);
    loss = new CrossEntropy(Draws.labels(batch, CLASSES), CLASSES);
  }

  @Override
  public float step() {
    first.forward(batch, x, h);
    Relu.forward(h, h.length);
    second.forward(batch, h, logits);
    float value = loss.of(logits);
    second.gradients(batch, h, loss.gradient());
    second.backward(batch, loss.gradient(), dH);
    Relu.backward(h, dH, h.length);
    first.gradients(batch, x, dH);
    for (Dense layer : new Dense[] {first, second}) {
      layer.weights.descend(RATE);
      layer.biases.descend(RATE);
    }
    return value;
  }
}
