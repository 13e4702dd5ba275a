// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.FloatRows;
import engram.kernel.Floats;

/// The mean cross-entropy of rows of logits with their labels, and its gradient.
final class CrossEntropy {
  private final int[] labels;
  private final int classes;
  private final float[] gradient;

  CrossEntropy(int[] labels, int classes) {
    this.labels = labels;
    this.classes = classes;
    this.gradient = new float[labels.length * classes];
  }

  /// The loss; the gradient is then that of these logits.
  float of(float[] logits) {
    int m = labels.length;
    FloatRows.softmax(m, classes, logits, 0, gradient, 0);
    double loss = 0;
    for (int i = 0; i < m; i++) {
      loss -= Floats.log(gradient[i * classes + labels[i]]);
      gradient[i * classes + labels[i]] -= 1;
    }
    float scale = 1f / m;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scale;
    }
    return (float) (loss / m);
  }

  float[] gradient() {
    return gradient;
  }
}
