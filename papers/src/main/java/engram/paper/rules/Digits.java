// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.data.DataSets;
import engram.data.image.LabelledImages;
import engram.lab.Trial;
import engram.random.RandomStream;
import java.nio.file.Path;
import java.util.Arrays;

/// Images of MNIST as rows of values in [0, 1]: to learn from, of the training file, and to test
/// with, of the test file.
///
/// @param x images to learn from, a row each
/// @param labels their classes
/// @param testX images to test with
/// @param testLabels their classes
// Drawn once, read only.
@SuppressWarnings("ArrayRecordComponent")
record Digits(float[] x, int[] labels, float[] testX, int[] testLabels) {
  static final int INPUTS = 784;
  static final int CLASSES = 10;
  private static final int CHUNK = 1000;

  /// Draws a replicate's images without putting back.
  static Digits of(Trial trial, int images, int tests) {
    Path folder = trial.data("mnist");
    LabelledImages train = DataSets.images(folder, DataSets.MNIST, "train");
    LabelledImages test = DataSets.images(folder, DataSets.MNIST, "t10k");
    int[] learned = drawn(train, images, trial.seeds().stream("images"));
    int[] tested = drawn(test, tests, trial.seeds().stream("tests"));
    return new Digits(
        rows(train, learned), train.labels(learned), rows(test, tested), test.labels(tested));
  }

  /// The first of the images to learn from.
  float[] first(int count) {
    return Arrays.copyOf(x, count * INPUTS);
  }

  private static int[] drawn(LabelledImages from, int count, RandomStream stream) {
    int[] drawn = stream.sample(from.count(), Math.min(count, from.count()));
    stream.shuffle(drawn);
    return drawn;
  }

  private static float[] rows(LabelledImages from, int[] which) {
    float[] rows = new float[which.length * INPUTS];
    for (int at = 0; at < which.length; at += CHUNK) {
      int to = Math.min(which.length, at + CHUNK);
      double[] values = from.images().values(Arrays.copyOfRange(which, at, to));
      for (int k = 0; k < values.length; k++) {
        rows[at * INPUTS + k] = (float) values[k];
      }
    }
    return rows;
  }
}
