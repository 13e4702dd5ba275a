// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.data.DataSet;
import engram.data.DataSets;
import engram.data.image.LabelledImages;
import engram.lab.Needs;
import engram.lab.Trial;
import java.nio.file.Path;

/// Where images come from. Different sources are different experiments.
enum Source {
  /// UCI optical digits, 8 x 8, part of the product: examples and test images from one file.
  DIGITS("digits"),
  /// MNIST, 28 x 28: examples from its training file, test images from its test file.
  MNIST("mnist"),
  /// Fashion-MNIST, in the same way.
  FASHION("fashion");

  private final String id;

  Source(String id) {
    this.id = id;
  }

  private DataSet set() {
    return switch (this) {
      case DIGITS -> DataSets.DIGITS;
      case MNIST -> DataSets.MNIST;
      case FASHION -> DataSets.FASHION_MNIST;
    };
  }

  /// Its name in ids.
  String id() {
    return id;
  }

  /// What it needs to learn so many images of each of ten classes, and to settle test images with
  /// four bodies, eight sweeps each, three times.
  Needs needs(int each, int tests) {
    int pixels = this == DIGITS ? 64 : 784;
    double field = this == DIGITS ? 1e-8 : 1e-7; // sums above 64 bits where many bodies meet
    Needs needs =
        Needs.cpuSeconds((this == DIGITS ? 0.3 : 2) + 3.0 * tests * 8 * pixels * 10 * field)
            .withMemory((256L << 20) + 320L * each * pixels);
    return this == DIGITS ? needs : needs.withData(set().name());
  }

  /// Images to learn from and images to test with; the same where there is one file.
  record Images(LabelledImages train, LabelledImages test) {
    boolean ofOneFile() {
      return train.equals(test);
    }
  }

  /// Reads them.
  Images load(Trial trial) {
    if (this == DIGITS) {
      LabelledImages all = DataSets.digits();
      return new Images(all, all);
    }
    Path folder = trial.data(set().name());
    return new Images(
        DataSets.images(folder, set(), "train"), DataSets.images(folder, set(), "t10k"));
  }
}
