// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.autodiff.array.Precision;
import engram.source.FromPaper;
import java.util.Arrays;

/// What neurons with quadratic response compute together when every frequency has N of them with
/// locked and evenly spread phases and one amplitude a = alpha^2 beta: the right sum, and two
/// ghosts of half its height at 2x and 2y,
///
///     f(x, y)[j] = (a N / 2) (-1 + (p/2) [j = x+y] + (p/4) ([j = 2x] + [j = 2y]))   modulo p
///
/// The lead of the sum over a ghost is a N p / 8; where x = y the ghosts fall on the sum.
@FromPaper(value = "modular-addition", at = "proposition 1")
public final class FlawedIndicator {
  private FlawedIndicator() {}

  /// The logits of a pair.
  ///
  /// @param modulus p, odd and at least 3
  /// @param amplitude a
  /// @param neurons N, a frequency
  /// @return p logits
  public static double[] logits(int modulus, double amplitude, int neurons, int x, int y) {
    double unit = amplitude * neurons / 2;
    double[] logits = new double[new FourierBasis(modulus).modulus()];
    Arrays.fill(logits, -unit);
    logits[(x + y) % modulus] += unit * modulus / 2;
    logits[2 * x % modulus] += unit * modulus / 4;
    logits[2 * y % modulus] += unit * modulus / 4;
    return logits;
  }

  /// A network that computes it: N neurons a frequency, phases 2 pi i / N, locked. N = 8 suffices;
  /// with N = 4 the waves of four times the phase do not cancel.
  ///
  /// @param alpha amplitude of the input waves
  /// @param beta amplitude of the output waves
  public static AdditionNet net(
      int modulus, int neurons, double alpha, double beta, Response response) {
    FourierBasis basis = new FourierBasis(modulus);
    int all = neurons * basis.frequencies();
    double[] theta = new double[all * modulus];
    double[] xi = new double[all * modulus];
    for (int m = 0; m < all; m++) {
      int frequency = 1 + m / neurons;
      double phase = 2 * Math.PI * (m % neurons) / neurons;
      basis.add(new Wave(frequency, alpha, phase), theta, m * modulus);
      basis.add(new Wave(frequency, beta, 2 * phase), xi, m * modulus);
    }
    NetSettings settings =
        new NetSettings(all, response, NetSettings.Start.SINGLE_FREQUENCY, alpha);
    return AdditionNet.of(modulus, settings, Precision.DOUBLE, theta, xi);
  }
}
