// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import engram.math.Normal;
import engram.math.Root;
import engram.math.Solved;
import engram.memory.replica.DenseSupervisedRs.Branch;
import engram.source.FromPaper;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/// Where retrieval ends, by replica-symmetric theory: lines of the phase diagram.
///
/// A spinodal is where the retrieving state ceases to exist, found by halving on whether the branch
/// from the archetype still retrieves; the crossing is where it ceases to have the greater
/// pressure.
///
/// References: see the package, [1] to [3].
@FromPaper(value = "dense-hebbian", at = "spec: critical lines")
public final class CriticalLines {
  private static final int HALVINGS = 48;
  private static final double REMEMBERS = 0.05;
  private static final double FINEST = 1e-10;

  private CriticalLines() {}

  /// The load at which the retrieving state ends at T = 0 and rho = 0: the greatest value over y of
  /// (P/4) (erf(y)^(P-1)/y)^2.
  ///
  /// @param bodies P, 3 or more
  public static double loadAtZeroTemperature(int bodies) {
    ControlPoint.requireBodies(bodies);
    double low = 0.05;
    double high = 10;
    double section = (Math.sqrt(5) - 1) / 2;
    for (int i = 0; i < 2 * HALVINGS; i++) {
      double left = high - section * (high - low);
      double right = low + section * (high - low);
      if (loadOf(bodies, left) < loadOf(bodies, right)) {
        low = left;
      } else {
        high = right;
      }
    }
    return loadOf(bodies, low);
  }

  private static double loadOf(int bodies, double y) {
    double root = ControlPoint.power(Normal.erf(y), bodies - 1) / y;
    return bodies / 4.0 * root * root;
  }

  /// The greatest dataset entropy with which T = 0 still retrieves; empty where retrieval fades
  /// with rho and never breaks off, which is so at small loads.
  public static OptionalDouble datasetEntropyAtZeroTemperature(int bodies, double load) {
    DoublePredicate remembers =
        rho -> ZeroTemperature.solve(bodies, load, rho).exampleOverlap() > REMEMBERS;
    if (!remembers.test(0)) {
      return OptionalDouble.of(0);
    }
    double far = 1e6;
    return remembers.test(far)
        ? OptionalDouble.empty()
        : OptionalDouble.of(last(remembers, 0, far));
  }

  /// The spinodal load at a temperature and a dataset entropy.
  ///
  /// @param at the load is not read
  public static double spinodalLoad(ControlPoint at) {
    return spinodalLoad(at, FINEST);
  }

  /// The same to a tolerance: iteration slows down towards the line, so a coarse one is much
  /// quicker.
  ///
  /// @param at the load is not read
  /// @param tolerance in units of the load, above 0
  public static double spinodalLoad(ControlPoint at, double tolerance) {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
    }
    DoublePredicate retrieves = load -> retrieves(at.atLoad(load));
    return retrieves.test(0) ? last(retrieves, 0, 2, tolerance) : 0;
  }

  /// The spinodal temperature at a load and a dataset entropy.
  ///
  /// @param at the temperature is not read
  public static double spinodalTemperature(ControlPoint at) {
    double cold = 0.02;
    DoublePredicate retrieves = t -> retrieves(at.atTemperature(t));
    return retrieves.test(cold) ? last(retrieves, cold, 4.0 * at.bodies()) : 0;
  }

  private static boolean retrieves(ControlPoint at) {
    if (at.temperature() == 0) {
      return ZeroTemperature.solve(at.bodies(), at.load(), at.datasetEntropy()).overlap() > 0.3;
    }
    RsSolution solution = DenseSupervisedRs.solve(at);
    return solution.converged() && solution.retrieves();
  }

  /// The load at which the retrieving state and the branch without memory have one pressure, with
  /// the difference that is left; not found where the retrieving state ends first or never has the
  /// greater pressure.
  ///
  /// @param at a temperature above 0; the load is not read
  public static Solved crossingLoad(ControlPoint at) {
    double low = 1e-6;
    double high = spinodalLoad(at) * (1 - 1e-9);
    if (high <= low || !(advantage(at, low) > 0) || !(advantage(at, high) < 0)) {
      return Solved.none();
    }
    Root root = Root.brent(load -> advantage(at, load), new Root.Bracket(low, high), 1e-12);
    return new Solved(root.x(), root.residual());
  }

  private static double advantage(ControlPoint at, double load) {
    ControlPoint there = at.atLoad(load);
    return DenseSupervisedRs.solve(there).pressure()
        - DenseSupervisedRs.solve(there, Branch.GLASS).pressure();
  }

  /// The last value that passes, between one that does and one that does not.
  private static double last(DoublePredicate passes, double low, double high) {
    return last(passes, low, high, FINEST);
  }

  private static double last(DoublePredicate passes, double low, double high, double tolerance) {
    double yes = low;
    double no = high;
    for (int i = 0; i < HALVINGS && no - yes > tolerance; i++) {
      double middle = yes + 0.5 * (no - yes);
      if (passes.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }
}
