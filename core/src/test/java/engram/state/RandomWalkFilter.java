// SPDX-License-Identifier: Apache-2.0
package engram.state;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;

/// A machine for tests: a walk that is pulled towards each measurement and pushed by noise of its
/// own, `x' = x + gain (z - x) + noise g`. It refuses a measurement that is not finite.
public final class RandomWalkFilter implements Machine<Double, Double> {
  private static final String FORMAT = "random-walk-filter";
  private static final int VERSION = 2;

  private final double gain;
  private final Seeds seeds;
  private final RandomStream noise;
  private double x;

  public RandomWalkFilter(double gain, Seeds seeds) {
    this.gain = gain;
    this.seeds = seeds;
    noise = seeds.stream("noise");
  }

  @Override
  public Double step(Double z) {
    if (!Double.isFinite(z)) {
      throw new IllegalArgumentException("measurement must be finite, was " + z);
    }
    x += gain * (z - x) + 0.1 * noise.nextGaussian();
    return x;
  }

  @Override
  public Snapshot snapshot() {
    return state(x, noise.position());
  }

  /// The state in a snapshot with the noise at another position.
  Snapshot withDraws(Snapshot snapshot, long draws) {
    return state(snapshot.doubles("x")[0], draws);
  }

  private Snapshot state(double walked, long draws) {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("parameters", "1", new double[] {gain})
        .doubles("x", "1", new double[] {walked})
        .number("draws", "1", draws)
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    if (snapshot.doubles("parameters")[0] != gain) {
      throw new DataCorruptException("gain must be " + gain + ", was another");
    }
    double walked = snapshot.doubles("x")[0];
    noise.seek(snapshot.number("draws"));
    x = walked;
  }

  @Override
  public RandomWalkFilter fork() {
    RandomWalkFilter fork = new RandomWalkFilter(gain, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
