// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.data.DataSets;
import engram.data.image.LabelledImages;
import engram.lab.Needs;
import engram.lab.Trial;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Where images come from. Different sources are different experiments.
enum Source {
  /// UCI optical digits, 8 x 8, part of the product: batch and held-out images from one file.
  DIGITS(64),
  /// MNIST, 28 x 28: the batch from its training file, held-out images from its test file.
  MNIST(784);

  private final int inputs;

  Source(int inputs) {
    this.inputs = inputs;
  }

  /// Its name in ids.
  String id() {
    return this == DIGITS ? "digits" : "mnist";
  }

  /// Pixels an image.
  int inputs() {
    return inputs;
  }

  /// What a replicate needs that takes so many billions of operations.
  Needs needs(double billions) {
    Needs needs =
        Needs.cpuSeconds(billions / 25 + (this == DIGITS ? 0.1 : 1)).withMemory(512L << 20);
    return this == DIGITS ? needs : needs.withData("mnist");
  }

  /// The first images of each class as the batch, and the first others to read out.
  Batch load(Trial trial, int perClass, int heldOut) {
    if (this == DIGITS) {
      LabelledImages all = DataSets.digits();
      int[] batch = all.firstOfEachClass(perClass);
      return new Batch(all, batch, all, first(heldOut, all.indicesWithout(batch)));
    }
    Path folder = trial.data("mnist");
    LabelledImages train = DataSets.images(folder, DataSets.MNIST, "train");
    LabelledImages test = DataSets.images(folder, DataSets.MNIST, "t10k");
    int[] all = IntStream.range(0, test.count()).toArray();
    return new Batch(train, train.firstOfEachClass(perClass), test, first(heldOut, all));
  }

  private static int[] first(int count, int[] of) {
    return Arrays.copyOf(of, Math.min(count, of.length));
  }
}
