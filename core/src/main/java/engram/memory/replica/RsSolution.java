// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import engram.math.Solved;

/// What the replica-symmetric equations gave, converged or not: whoever uses it reads the residual.
///
/// @param at where
/// @param overlap m, of the state with the archetype
/// @param glassOverlap q, of two replicas
/// @param exampleOverlap n, of the state with the normalised mean of the archetype's examples
/// @param pressure A = -beta f
/// @param replicon 1 - beta^2 gamma (P(P-1)/2) q^(P-2) E sech^4 g: replica symmetry is stable where
///   it is 0 or more [5]
/// @param residual the greatest difference between the two sides of the three equations
/// @param iterations how often the equations were evaluated
public record RsSolution(
    ControlPoint at,
    double overlap,
    double glassOverlap,
    double exampleOverlap,
    double pressure,
    double replicon,
    double residual,
    int iterations) {
  /// The residual below which it counts as solved.
  public static final double TOLERANCE = 1e-12;

  /// Whether it solves the equations.
  public boolean converged() {
    return residual <= TOLERANCE;
  }

  /// Whether the state remembers: an overlap above 0.3, where no branch without memory reaches.
  public boolean retrieves() {
    return overlap > 0.3;
  }

  /// m with its residual, for a phase diagram.
  public Solved solvedOverlap() {
    return new Solved(overlap, residual);
  }

  /// n with its residual, for a phase diagram.
  public Solved solvedExampleOverlap() {
    return new Solved(exampleOverlap, residual);
  }
}
