// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import engram.kernel.Doubles;

/// Nodes and weights of the trapezoidal rule for averages over a standard normal variable. For an
/// integrand that is analytic in a strip of half width d the error falls as exp(-2 pi d / step)
/// [4]; tanh(mean + sd z) has its nearest poles at d = pi/(2 sd).
///
/// Steps are halved in half octaves from 1/2 down, so that few grids serve all standard deviations.
///
/// References: see the package, [4].
final class TrapezoidGrid {
  private static final double REACH = 8.6;
  private static final double WIDEST_STEP = 0.5;
  private static final double STEP_TIMES_SD = Math.PI * Math.PI / 36;
  private static final int LEVELS = 21;
  private static final TrapezoidGrid[] GRIDS = grids();

  /// The greatest standard deviation that a grid serves.
  static final double LARGEST_SD = STEP_TIMES_SD / step(LEVELS - 1);

  final double[] nodes;
  final double[] weights;

  private TrapezoidGrid(double step) {
    int half = (int) Math.ceil(REACH / step);
    nodes = new double[2 * half + 1];
    weights = new double[nodes.length];
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = (i - half) * step;
      weights[i] = Doubles.exp(-0.5 * nodes[i] * nodes[i]);
      sum += weights[i];
    }
    for (int i = 0; i < nodes.length; i++) {
      weights[i] /= sum;
    }
  }

  private static double step(int level) {
    double octave = WIDEST_STEP / (1 << (level / 2));
    return level % 2 == 0 ? octave : octave / Math.sqrt(2);
  }

  private static TrapezoidGrid[] grids() {
    TrapezoidGrid[] grids = new TrapezoidGrid[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      grids[level] = new TrapezoidGrid(step(level));
    }
    return grids;
  }

  /// The coarsest grid that is exact to rounding at a standard deviation.
  static TrapezoidGrid serving(double sd) {
    for (int level = 0; level < LEVELS; level++) {
      if (step(level) * sd <= STEP_TIMES_SD) {
        return GRIDS[level];
      }
    }
    throw new IllegalArgumentException("sd must be at most " + LARGEST_SD + ", was " + sd);
  }
}
