// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.random.RandomStream;

/// How long and at which temperature a network is run.
///
/// @param temperature T, 0 or more, in units of the energy
/// @param sweeps how often every spin is asked, 1 or more
/// @param burnIn how many of these sweeps the means leave out, in [0, sweeps)
/// @param scheme how fields are formed
public record MonteCarlo(double temperature, int sweeps, int burnIn, FieldScheme scheme) {
  /// Checks the settings.
  public MonteCarlo {
    GlauberDynamics.requireTemperature(temperature);
    Signs.require("sweeps", sweeps, 1, Integer.MAX_VALUE);
    Signs.require("burnIn", burnIn, 0, sweeps - 1);
  }

  /// Exact fields.
  public static MonteCarlo at(double temperature, int sweeps, int burnIn) {
    return new MonteCarlo(temperature, sweeps, burnIn, FieldScheme.EXACT_DISTINCT);
  }

  /// Runs one replica. The start and the dynamics draw from one stream, in this order.
  public Trajectory run(DenseHebbianNetwork network, Start start, RandomStream random) {
    GlauberDynamics dynamics = dynamics(network, start, random);
    Trajectory.Recorder recorder = new Trajectory.Recorder(start, dynamics, sweeps, burnIn);
    for (int sweep = 1; sweep <= sweeps; sweep++) {
      dynamics.sweep();
      recorder.record(sweep);
    }
    return recorder.trajectory();
  }

  /// Runs two replicas of one disorder from one start, and the overlap q between them.
  ///
  /// @param first draws of the first replica
  /// @param second draws of the second
  public ReplicaPair runPair(
      DenseHebbianNetwork network, Start start, RandomStream first, RandomStream second) {
    GlauberDynamics one = dynamics(network, start, first);
    GlauberDynamics other = dynamics(network, start, second);
    Trajectory.Recorder left = new Trajectory.Recorder(start, one, sweeps, burnIn);
    Trajectory.Recorder right = new Trajectory.Recorder(start, other, sweeps, burnIn);
    double[] q = new double[sweeps + 1];
    q[0] = one.overlap(other);
    for (int sweep = 1; sweep <= sweeps; sweep++) {
      one.sweep();
      other.sweep();
      left.record(sweep);
      right.record(sweep);
      q[sweep] = one.overlap(other);
    }
    return new ReplicaPair(
        left.trajectory(), right.trajectory(), q, Trajectory.mean(q, burnIn + 1));
  }

  private GlauberDynamics dynamics(DenseHebbianNetwork network, Start start, RandomStream random) {
    return new GlauberDynamics(network, start.in(network, random), temperature, scheme, random);
  }

  /// Two replicas and their overlap.
  ///
  /// @param q overlap at the start and after each sweep
  /// @param meanQ its mean after the burn-in
  @SuppressWarnings("ArrayRecordComponent") // made once, handed over
  public record ReplicaPair(Trajectory first, Trajectory second, double[] q, double meanQ) {}
}
