// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import java.util.Arrays;

/// What a run showed, at the start (place 0) and after each sweep.
///
/// @param start what it started from, in words
/// @param m overlap with the archetype
/// @param n overlap with the normalised mean of the class's examples
/// @param energyPerSpin E/N
/// @param means the means after the burn-in
/// @param last the spins at the end
@SuppressWarnings("ArrayRecordComponent") // made once, handed over
public record Trajectory(
    String start, double[] m, double[] n, double[] energyPerSpin, Means means, byte[] last) {

  /// Means over the sweeps after the burn-in.
  public record Means(double m, double n, double energyPerSpin) {}

  static double mean(double[] values, int from) {
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i];
    }
    return sum / (values.length - from);
  }

  /// Writes a trajectory down while it runs.
  static final class Recorder {
    private final Start start;
    private final GlauberDynamics dynamics;
    private final int burnIn;
    private final double[] m;
    private final double[] n;
    private final double[] energyPerSpin;

    Recorder(Start start, GlauberDynamics dynamics, int sweeps, int burnIn) {
      this.start = start;
      this.dynamics = dynamics;
      this.burnIn = burnIn;
      m = new double[sweeps + 1];
      n = new double[sweeps + 1];
      energyPerSpin = new double[sweeps + 1];
      record(0);
    }

    void record(int sweep) {
      m[sweep] = dynamics.overlap(start.pattern());
      n[sweep] = dynamics.exampleOverlap(start.pattern());
      energyPerSpin[sweep] = dynamics.energyPerSpin();
    }

    Trajectory trajectory() {
      Means means =
          new Means(mean(m, burnIn + 1), mean(n, burnIn + 1), mean(energyPerSpin, burnIn + 1));
      return new Trajectory(
          start.words(),
          Arrays.copyOf(m, m.length),
          Arrays.copyOf(n, n.length),
          Arrays.copyOf(energyPerSpin, m.length),
          means,
          dynamics.state());
    }
  }
}
