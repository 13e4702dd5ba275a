// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import engram.data.series.TimedValue;
import engram.state.Machine;
import engram.state.Snapshot;

/// Says 1/2 of everything: the detector whose best is to be silent, score 0.
public final class NullDetector implements Machine<TimedValue, Double> {
  private static final String FORMAT = "null-detector";
  private static final int VERSION = 1;
  private static final double UNDECIDED = 0.5;

  /// A detector without parameters.
  public NullDetector() {}

  @Override
  public Double step(TimedValue input) {
    return UNDECIDED;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION).build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
  }

  @Override
  public NullDetector fork() {
    return new NullDetector();
  }
}
