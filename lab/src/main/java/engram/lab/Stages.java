// SPDX-License-Identifier: Apache-2.0
package engram.lab;

import engram.lab.measure.At;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// The stages of a long replicate, one after another. After each the lab is offered a checkpoint; a
/// replicate that was interrupted leaves out the stages before its last checkpoint and goes on to
/// the same bits.
///
/// ```java
/// Stages stages = new Stages(trial);
/// double plain = stages.value(STEPS.in("plain"), () -> race.steps(descent, 0));
/// double curl = stages.value(STEPS.in("curl"), () -> race.steps(descent, 1));
/// stages.run(() -> trial.out().value(GAIN, plain - curl));
/// ```
///
/// A stage writes all that it measures, and gives what later stages need of it; what is written
/// between two stages would be written twice. The randomness of a stage comes from a path of its
/// own, so that it does not depend on which stages ran before it. The order of stages does not
/// depend on chance.
public final class Stages {
  private static final String FORMAT = "stages";

  private final Trial trial;
  private final List<double[]> finished = new ArrayList<>();
  private int next;

  /// Begins, or goes on where the replicate was interrupted.
  public Stages(Trial trial) {
    this.trial = trial;
    trial.resumed().map(snapshot -> snapshot.require(FORMAT, 1)).ifPresent(this::read);
  }

  /// A stage, unless it was finished before: gives what it gave.
  public double[] run(Supplier<double[]> stage) {
    int own = next++;
    if (own == finished.size()) {
      finished.add(stage.get().clone());
      trial.checkpoint(next, this::snapshot);
    }
    return finished.get(own).clone();
  }

  /// A stage that later ones need nothing of.
  public void run(Runnable stage) {
    run(() -> {
      stage.run();
      return new double[0];
    });
  }

  /// A stage that measures one number: written at its key, and given.
  public double value(At key, DoubleSupplier stage) {
    return run(() -> {
      double value = stage.getAsDouble();
      trial.out().value(key, value);
      return new double[] {value};
    })[0];
  }

  private Snapshot snapshot() {
    int[] lengths = finished.stream().mapToInt(each -> each.length).toArray();
    double[] flat = finished.stream().flatMapToDouble(Arrays::stream).toArray();
    return Snapshot.named(FORMAT, 1)
        .ints("lengths", "1", lengths, lengths.length)
        .doubles("given", "1", flat, flat.length)
        .build();
  }

  private void read(Snapshot snapshot) {
    double[] flat = snapshot.doubles("given");
    int from = 0;
    for (int length : snapshot.ints("lengths")) {
      finished.add(Arrays.copyOfRange(flat, from, from + length));
      from += length;
    }
  }
}
