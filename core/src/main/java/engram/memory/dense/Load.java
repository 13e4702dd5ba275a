// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.memory.internal.field.SignedRows;
import engram.source.FromPaper;
import java.util.Locale;

/// How many patterns a network holds, in every convention that the field uses.
///
/// | symbol | meaning |
/// | --- | --- |
/// | K | [#patterns] |
/// | gamma | [#gamma] = K P!/(2 N^(P-1)), this package's load |
/// | alpha | [#alpha] = K/N^(P-1) = 2 gamma/P! |
/// | alpha_2 | [#perSpin] = K/N, the load of the two-body model |
///
/// @param bodies P, 2 or more
/// @param spins N, P or more
/// @param patterns K, 1 or more
@FromPaper(value = "dense-hebbian", at = "spec: load bookkeeping")
public record Load(int bodies, int spins, int patterns) {
  private static final int MOST_BODIES = 20;

  /// Checks the load.
  public Load {
    Signs.require("bodies", bodies, 2, MOST_BODIES);
    Signs.require("spins", spins, bodies, Integer.MAX_VALUE);
    Signs.require("patterns", patterns, 1, Integer.MAX_VALUE);
  }

  /// The load of K patterns.
  public static Load of(int bodies, int spins, int patterns) {
    return new Load(bodies, spins, patterns);
  }

  /// The load nearest to gamma: K = 2 gamma N^(P-1)/P!, rounded.
  ///
  /// @param gamma above 0; at least one pattern and fewer than 2^31
  public static Load ofGamma(int bodies, int spins, double gamma) {
    return new Load(bodies, spins, rounded("gamma", gamma, gamma / perPattern(bodies, spins)));
  }

  /// The load nearest to alpha: K = alpha N^(P-1), rounded.
  ///
  /// @param alpha above 0; at least one pattern and fewer than 2^31
  public static Load ofAlpha(int bodies, int spins, double alpha) {
    return new Load(
        bodies,
        spins,
        rounded("alpha", alpha, alpha * factorial(bodies) / (2 * perPattern(bodies, spins))));
  }

  private static int rounded(String name, double load, double patterns) {
    double nearest = Math.rint(patterns);
    if (!(load > 0 && nearest >= 1 && nearest <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must give 1 to 2147483647 patterns, was %s and gives %.6g",
              name,
              load,
              patterns));
    }
    return (int) nearest;
  }

  /// K P!/(2 N^(P-1)).
  public double gamma() {
    return patterns * perPattern(bodies, spins);
  }

  /// K/N^(P-1).
  public double alpha() {
    return 2 * gamma() / factorial(bodies);
  }

  /// K/N.
  public double perSpin() {
    return (double) patterns / spins;
  }

  /// Bytes of the rows of a network: one for each spin and pattern, two where a class has more than
  /// 127 examples.
  ///
  /// @param examples M, 1 for archetypes
  public double bytes(int examples) {
    return SignedRows.size(spins, patterns, examples);
  }

  /// Bytes of the rows of a network of archetypes.
  public double bytes() {
    return bytes(1);
  }

  private static double perPattern(int bodies, int spins) {
    double power = 1;
    for (int k = 1; k < bodies; k++) {
      power *= spins;
    }
    return factorial(bodies) / (2 * power);
  }

  private static double factorial(int n) {
    double factorial = 1;
    for (int k = 2; k <= n; k++) {
      factorial *= k;
    }
    return factorial;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "P = %d, N = %d, K = %d: gamma = K P!/(2 N^(P-1)) = %.4g, alpha = K/N^(P-1) = %.4g,"
            + " alpha_2 = K/N = %.4g, %.4g bytes",
        bodies,
        spins,
        patterns,
        gamma(),
        alpha(),
        perSpin(),
        bytes());
  }
}
