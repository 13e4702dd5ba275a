// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.Machine;
import engram.state.Snapshot;

/// Draws a score from [0, 1) for each row without looking at it. What it earns above 0 is what the
/// choice of the threshold and the width of the windows give away.
public final class RandomDetector implements Machine<TimedValue, Double> {
  private static final String FORMAT = "random-detector";
  private static final int VERSION = 1;

  private final Seeds seeds;
  private final RandomStream draws;

  /// @param seeds of its draws; another node for each series
  public RandomDetector(Seeds seeds) {
    this.seeds = seeds;
    draws = seeds.stream("scores");
  }

  @Override
  public Double step(TimedValue input) {
    return draws.nextDouble();
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION).number("draws", "1", draws.position()).build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    long drawn = snapshot.require(FORMAT, VERSION).number("draws");
    if (drawn < 0) {
      throw new DataCorruptException("draws must be 0 or more, were " + drawn);
    }
    draws.seek(drawn);
  }

  @Override
  public RandomDetector fork() {
    RandomDetector fork = new RandomDetector(seeds);
    fork.restore(snapshot());
    return fork;
  }
}
