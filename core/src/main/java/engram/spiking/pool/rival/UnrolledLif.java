// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.signal.spike.SpikeRaster;
import engram.spiking.replay.DiscreteLif;
import java.util.Arrays;

/// A [DiscreteLif] unrolled in time, and its gradient. Forward, with u the potential before the
/// reset and z what is left of it,
///
///     u_i(t) = max(-1, lambda z_i(t-1) + sum_j W_ij s_j(t-1) + x_i e_i(t))
///     s_i(t) = step(u_i(t) - 1)        z_i(t) = u_i(t) (1 - s_i(t))
///
/// Backward, with g the loss's derivative by s as it is read off, and f' the surrogate's derivative
/// in place of the step's,
///
///     ds_i(t) = g_i(t) + sum_k W_ki du_k(t+1)
///     du_i(t) = [u_i(t) > -1] ( f' ds_i(t) + dz_i(t) (1 - s_i(t)) - dz_i(t) u_i(t) f' )
///     dz_i(t) = lambda du_i(t+1)
///     dW_ij   = sum_t du_i(t) s_j(t-1)
///
/// The last term of du is the reset's, which is often left out [3]; the last of ds is that of the
/// neurons that a spike reaches. Both may be. In the smooth net s is the surrogate itself, and the
/// whole is its exact gradient.
///
/// Weights lie by source. One array of T n numbers for u, one for s.
final class UnrolledLif {
  private final DiscreteLif net;
  private final SpikeRaster input;
  private final SurrogateGradient.Spike spike;
  private final boolean smooth;
  private final int n;
  private final double[] u;
  private final double[] s;

  /// @param smooth whether neurons give shares of spikes, so that the gradient is exact
  UnrolledLif(DiscreteLif net, SpikeRaster input, SurrogateGradient.Spike spike, boolean smooth) {
    this.net = net;
    this.input = input;
    this.spike = spike;
    this.smooth = smooth;
    n = net.neurons();
    u = new double[Math.multiplyExact(n, input.steps())];
    s = new double[u.length];
  }

  /// Runs the net. Sums are those of [DiscreteLif], so that its spikes are, too.
  ///
  /// @return s, of neuron i in step t at `t n + i`; overwritten by the next run
  double[] forward(double[] weights) {
    double[] left = new double[n];
    Arrays.setAll(left, net::start);
    double[] arriving = new double[n];
    for (int t = 0; t < input.steps(); t++) {
      Arrays.fill(arriving, 0);
      for (int j = 0; t > 0 && j < n; j++) {
        double given = s[(t - 1) * n + j];
        if (given != 0) {
          Doubles.axpy(given, weights, j * n, arriving, 0, n);
        }
      }
      for (int i = 0; i < n; i++) {
        double external = input.get(i, t) ? net.inputWeight(i) : 0;
        double potential =
            Math.max(DiscreteLif.FLOOR, net.leak() * left[i] + arriving[i] + external);
        double given = given(potential);
        u[t * n + i] = potential;
        s[t * n + i] = given;
        left[i] = potential * (1 - given);
      }
    }
    return s;
  }

  private double given(double potential) {
    if (smooth) {
      return spike.surrogate().value(potential);
    }
    return potential >= DiscreteLif.THRESHOLD ? 1 : 0;
  }

  /// The gradient by the weights of the last run.
  ///
  /// @param bySpikes g, laid out as s
  /// @param gradient overwritten, by source
  void backward(double[] weights, double[] bySpikes, double[] gradient) {
    Arrays.fill(gradient, 0);
    double[] byPotential = new double[n];
    double[] byLeft = new double[n];
    double[] later = new double[n];
    for (int t = input.steps() - 1; t >= 0; t--) {
      for (int i = 0; i < n; i++) {
        int at = t * n + i;
        double slope = spike.surrogate().derivative(u[at]);
        double through = spike.throughReset() ? byLeft[i] * u[at] * slope : 0;
        double change = slope * (bySpikes[at] + later[i]) + byLeft[i] * (1 - s[at]) - through;
        byPotential[i] = u[at] > DiscreteLif.FLOOR ? change : 0;
        byLeft[i] = net.leak() * byPotential[i];
      }
      if (t > 0) {
        if (spike.throughOthers()) {
          Doubles.gemv(Transpose.NO, n, n, 1, weights, 0, n, byPotential, 0, 0, later, 0);
        }
        for (int j = 0; j < n; j++) {
          double given = s[(t - 1) * n + j];
          if (given != 0) {
            Doubles.axpy(given, byPotential, 0, gradient, j * n, n);
          }
        }
      }
    }
  }

  /// The spikes of the last run.
  SpikeRaster spikes() {
    SpikeRaster raster = new SpikeRaster(n, input.steps());
    for (int at = 0; at < s.length; at++) {
      if (s[at] >= 1) {
        raster.set(at % n, at / n);
      }
    }
    return raster;
  }
}
