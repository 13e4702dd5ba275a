// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.random.RandomStream;
import java.util.BitSet;

/// Images of 8 x 8 pixels with sixteen lines, eight across and eight down, each there with
/// probability 1/8 [1].
///
/// References: [1] in the package.
final class Lines {
  static final int SIDE = 8;
  static final int PIXELS = SIDE * SIDE;
  static final int COUNT = 2 * SIDE;
  private static final double ON = 0.8;
  private static final double OFF = 0.6;

  private final RandomStream stream;

  Lines(RandomStream stream) {
    this.stream = stream;
  }

  /// The next image.
  double[] next() {
    double[] x = new double[PIXELS];
    for (int line = 0; line < COUNT; line++) {
      if (stream.nextDouble() < 0.125) {
        for (int k = 0; k < SIDE; k++) {
          x[pixel(line, k)] = 1;
        }
      }
    }
    return x;
  }

  /// The share of lines that some unit has learned: its weights are above .8 in the mean along this
  /// line and below .6 along every other. A unit that knows one line has .33 along those that cross
  /// it.
  static double learned(float[] weights) {
    BitSet learned = new BitSet();
    for (int at = 0; at < weights.length; at += PIXELS) {
      int own = -1;
      int others = 0;
      for (int line = 0; line < COUNT; line++) {
        double mean = 0;
        for (int k = 0; k < SIDE; k++) {
          mean += weights[at + pixel(line, k)] / SIDE;
        }
        own = mean > ON ? line : own;
        others += mean >= OFF ? 1 : 0;
      }
      if (own >= 0 && others == 1) {
        learned.set(own);
      }
    }
    return learned.cardinality() / (double) COUNT;
  }

  /// Rows one after another.
  static float[] flat(double[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return flat;
  }

  private static int pixel(int line, int k) {
    return line < SIDE ? line * SIDE + k : k * SIDE + line - SIDE;
  }
}
