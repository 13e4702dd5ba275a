// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import engram.data.DataSet;
import engram.data.DataSets;
import engram.data.image.LabelledImages;
import engram.lab.Needs;
import engram.lab.Trial;
import java.nio.file.Path;

/// Where images come from. Different sources are different experiments.
enum Source {
  /// MNIST: an epoch from its training file, validation from its test file.
  MNIST("mnist"),
  /// Fashion-MNIST, in the same way.
  FASHION("fashion");

  static final int PIXELS = 784;
  private static final double LOADING_SECONDS = 1;
  private static final double SECONDS_A_BATCH = 0.2e-3;

  private final String id;

  Source(String id) {
    this.id = id;
  }

  private DataSet set() {
    return this == MNIST ? DataSets.MNIST : DataSets.FASHION_MNIST;
  }

  /// Its name in ids.
  String id() {
    return id;
  }

  /// What it is called.
  String words() {
    return this == MNIST ? "MNIST" : "Fashion-MNIST";
  }

  /// What so many arms need, a regulated one counted twice.
  Needs needs(Setting p, int arms) {
    double batches = (double) p.epochs() * p.samples() / Setting.BATCH;
    return Needs.cpuSeconds(LOADING_SECONDS + SECONDS_A_BATCH * arms * batches)
        .withMemory(512L << 20)
        .withData(set().name());
  }

  /// Images to learn.
  LabelledImages train(Trial trial) {
    return DataSets.images(folder(trial), set(), "train");
  }

  /// Images for validation.
  LabelledImages held(Trial trial) {
    return DataSets.images(folder(trial), set(), "t10k");
  }

  private Path folder(Trial trial) {
    return trial.data(set().name());
  }
}
