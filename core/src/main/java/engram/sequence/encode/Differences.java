// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.error.DataCorruptException;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;

/// The difference of each number to the one before it; 0 for the first. In front of a
/// [ScalarEncoder] it makes what the authors call a delta encoder: a memory that sees steps and not
/// levels.
@FromPaper(value = "htm", at = "spec encoders")
public final class Differences implements Machine<Double, Double> {
  private static final String FORMAT = "differences";
  private static final int VERSION = 1;

  private double before = Double.NaN;

  /// A machine that has seen no number.
  public Differences() {}

  /// @throws IllegalArgumentException if the value is not finite
  @Override
  public Double step(Double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite, was " + value);
    }
    double difference = Double.isNaN(before) ? 0 : value - before;
    before = value;
    return difference;
  }

  /// The value before the next, NaN if there was none.
  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION).doubles("before", "1", new double[] {before}).build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    double[] kept = snapshot.require(FORMAT, VERSION).doubles("before");
    if (kept.length != 1 || Double.isInfinite(kept[0])) {
      throw new DataCorruptException("before must be one number or NaN, had " + kept.length);
    }
    before = kept[0];
  }

  @Override
  public Differences fork() {
    Differences fork = new Differences();
    fork.before = before;
    return fork;
  }
}
