// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.flow.fourier.AdditionTraining;
import engram.lab.Progress;
import engram.lab.Trial;
import engram.state.Snapshot;
import java.util.Optional;

/// The trainings of one replicate, one after another. Where the replicate was interrupted it goes
/// on from the checkpoint: trainings before it are left out, what they measured is kept.
final class Course {
  private static final String FORMAT = "course";
  private static final int OFFERED_EVERY = 100;

  /// What is measured in a training. All that it writes it writes here, so that nothing is written
  /// twice.
  interface Watch {
    /// Before the first step.
    default void begin(AdditionTraining training) {}

    /// After each step.
    default void step(AdditionTraining training) {}

    /// After the last.
    void end(AdditionTraining training);

    /// What it remembers.
    default long[] memory() {
      return new long[0];
    }

    /// Remembers again.
    default void restore(long[] memory) {}
  }

  private final Trial trial;
  private final Optional<Snapshot> resumed;
  private int index;

  /// Begins, or goes on.
  Course(Trial trial) {
    this.trial = trial;
    resumed = trial.resumed().map(snapshot -> snapshot.require(FORMAT, 1));
  }

  /// One training, from its beginning unless it was finished or interrupted before.
  void run(AdditionTraining training, int steps, Watch watch) {
    int own = index++;
    long there = resumed.map(snapshot -> snapshot.number("index")).orElse(-1L);
    if (own < there) {
      return;
    }
    if (own == there) {
      training.restore(resumed.orElseThrow().part("training"));
      watch.restore(resumed.orElseThrow().longs("memory"));
    } else {
      watch.begin(training);
    }
    Progress progress = trial.progress("training " + (own + 1), steps);
    while (training.steps() < steps) {
      training.step();
      watch.step(training);
      progress.at(training.steps());
      if (training.steps() % OFFERED_EVERY == 0) {
        trial.checkpoint(training.steps(), () -> snapshot(own, training, watch));
      }
    }
    watch.end(training);
  }

  private static Snapshot snapshot(int index, AdditionTraining training, Watch watch) {
    long[] memory = watch.memory();
    return Snapshot.named(FORMAT, 1)
        .number("index", "1", index)
        .longs("memory", "1", memory, memory.length)
        .part("training", training.snapshot())
        .build();
  }
}
