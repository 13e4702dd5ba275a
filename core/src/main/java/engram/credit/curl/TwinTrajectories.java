// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;

/// The largest Lyapunov exponent of a map, by twin trajectories [3]: a twin starts a small distance
/// away, both take a block of steps, the logarithm of the distance's growth is noted, and the twin
/// is set back to the first distance along the line between them.
///
///     exponent = (1 / (blocks x steps)) sum ln(distance after a block / distance before)
///
/// Above 0 neighbours part exponentially: chaos. Near 0 there is a direction that neither grows nor
/// shrinks, such as along a manifold of solutions or a cycle. Below 0 all neighbours meet.
///
/// @param growths `ln` growths, a block each
/// @param blockSteps steps a block
@FromPaper(value = "curl-descent", at = "abstract: chaos")
public record TwinTrajectories(List<Double> growths, int blockSteps) {
  /// A distance below this share of the first counts as this share: a twin that met its brother
  /// goes on.
  private static final double MET = 1e-6;

  /// Copies and checks.
  public TwinTrajectories {
    growths = List.copyOf(growths);
    if (growths.isEmpty()) {
      throw new IllegalArgumentException("growths must be one or more, was none");
    }
    requirePositive("blockSteps", blockSteps);
  }

  /// Runs twins.
  ///
  /// @param dynamics takes all the steps; a fork of it is the twin
  /// @param distance the Euclidean distance kept, above 0, small beside the state
  /// @param blockSteps steps a block, 1 or more
  /// @param blocks 1 or more
  /// @param direction where the twin lies at first
  public static TwinTrajectories run(
      Dynamics dynamics, double distance, int blockSteps, int blocks, RandomStream direction) {
    if (!(distance > 0) || !Double.isFinite(distance)) {
      throw new IllegalArgumentException("distance must be finite and above 0, was " + distance);
    }
    requirePositive("blockSteps", blockSteps);
    requirePositive("blocks", blocks);
    Dynamics twin = dynamics.fork();
    double[] state = new double[dynamics.size()];
    double[] between = new double[dynamics.size()];
    List<Double> growths = new ArrayList<>(blocks);
    direction.fillGaussian(between, 1);
    for (int block = 0; block < blocks; block++) {
      dynamics.read(state);
      double scale = distance / Math.sqrt(Doubles.dot(between, between));
      Doubles.axpy(scale, between, 0, state, 0, state.length);
      twin.write(state);
      for (int i = 0; i < blockSteps; i++) {
        dynamics.step();
        twin.step();
      }
      dynamics.read(state);
      twin.read(between);
      Doubles.axpy(-1, state, 0, between, 0, between.length);
      double apart = Math.sqrt(Doubles.dot(between, between));
      growths.add(Doubles.log(Math.max(apart / distance, MET)));
      if (apart < MET * distance) {
        direction.fillGaussian(between, 1);
      }
    }
    return new TwinTrajectories(growths, blockSteps);
  }

  /// The exponent, per step.
  public double perStep() {
    return mean(0, growths.size());
  }

  /// The exponent of the later half of the blocks, per step: where it differs from the whole, the
  /// map has not forgotten its start.
  public double laterHalfPerStep() {
    return mean(growths.size() / 2, growths.size());
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += growths.get(i);
    }
    return sum / ((to - from) * (double) blockSteps);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }
}
