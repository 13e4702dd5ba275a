// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import engram.source.FromPaper;

/// Solves the replica-symmetric equations of a dense Hebbian network that has seen noisy examples,
/// labelled by a teacher:
///
///     g = beta (P/2) n^(P-1) etahat/sqrt(1+rho) + beta sqrt(gamma P q^(P-1)/2) z
///     m = E tanh g;   q = E tanh^2 g;   n = E[etahat tanh g]/sqrt(1+rho)
///     A = ln 2 + E ln cosh g - beta (P-1) n^P/2 + (beta^2 gamma/4)(1 - P q^(P-1) + (P-1) q^P)
///
/// | symbol | meaning | range |
/// | --- | --- | --- |
/// | m | overlap of the state with the archetype | [-1, 1] |
/// | q | overlap of two replicas | [0, 1] |
/// | n | overlap with the normalised average of the archetype's examples | [0, 1] |
/// | etahat | the average of the examples over the archetype and r: 1 + sqrt(rho) x, or exactly binomial | |
/// | x, z | standard normal | |
///
/// From the start of a branch the equations are iterated, with Newton's steps where the iteration
/// contracts (`RsIteration`), so that a branch that has ended is followed to where iteration leads.
/// The averages are exact to about 1e-13.
///
/// References: see the package, [1] to [3].
@FromPaper(value = "dense-hebbian", at = "spec: RS equations, supervised")
public final class DenseSupervisedRs {
  private static final int MOST_ITERATIONS = 20_000;

  private DenseSupervisedRs() {}

  /// Where an iteration starts, and so which branch it follows.
  public enum Branch {
    /// From the state that follows the examples' average at each site, q = 1: the state that
    /// remembers, as long as there is one.
    RETRIEVAL,
    /// From n = 0, q = 1: no memory; a glass, or q = 0 where there is none.
    GLASS
  }

  /// The retrieval branch with examples many enough for a normal average.
  ///
  /// @param at a point with a temperature above 0
  public static RsSolution solve(ControlPoint at) {
    return solve(at, Branch.RETRIEVAL);
  }

  /// A branch with examples many enough for a normal average.
  public static RsSolution solve(ControlPoint at, Branch branch) {
    requireTemperature(at);
    return follow(at, branch, ExampleAverage.gaussian(at.datasetEntropy()));
  }

  /// The retrieval branch with the exact, binomial average of M examples: to be preferred below
  /// about ten.
  ///
  /// @param quality r, in (0, 1]
  /// @param examples M, 1 or more
  public static RsSolution solveExactly(
      int bodies, double load, double temperature, double quality, int examples) {
    double entropy = OneStep.datasetEntropy(quality, examples);
    ControlPoint at = new ControlPoint(bodies, load, temperature, entropy);
    requireTemperature(at);
    return follow(at, Branch.RETRIEVAL, ExampleAverage.binomial(quality, examples));
  }

  private static void requireTemperature(ControlPoint at) {
    if (at.temperature() == 0) {
      throw new IllegalArgumentException(
          "temperature must be above 0, was 0.0; ZeroTemperature has the limit");
    }
  }

  private static RsSolution follow(ControlPoint at, Branch branch, ExampleAverage examples) {
    RsEquations equations = new RsEquations(at, examples);
    double n = branch == Branch.RETRIEVAL ? ZeroTemperature.aligned(examples.entropy()) : 0;
    RsIteration iteration = new RsIteration(equations, n, 1);
    iteration.run(MOST_ITERATIONS);
    return new RsSolution(
        at,
        equations.overlap,
        iteration.q,
        iteration.n,
        equations.pressure(iteration.n, iteration.q),
        equations.replicon(iteration.q),
        iteration.residual,
        equations.evaluations);
  }
}
