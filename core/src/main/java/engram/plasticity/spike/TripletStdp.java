// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The triplet rule [6]: a pair counts more where the side that spikes now spiked recently too.
///
///     post spike:  dw = f(w) r1 (A2+ + A3+ o2)        pre spike:  dw = -f(w) o1 (A2- + A3- r2)
///
/// o2 and r2 are read before the spike raises them. The amplitudes stand signed in two windows:
/// `pair = (A2+, -A2-, tau+, tau-)` and `triplet = (A3+, -A3-, tau_x, tau_y)`.
///
/// All-to-all and additive, uncorrelated Poisson spikes move the weight by
///
///     dw/dt = f g (A2+ tau+ - A2- tau-) + A3+ tau+ tau_y f g² - A3- tau- tau_x f² g
///
/// f the presynaptic and g the postsynaptic rate: with `A2+ = A3- = 0` a rule of the form of BCM,
/// with the threshold [#thresholdHz].
///
/// References: [6] in the package.
///
/// @param pair amplitudes of pairs and tau+, tau-
/// @param triplet amplitudes of triplets and tau_x, tau_y
/// @param pairing [Pairing#ALL_TO_ALL] or [Pairing#NEAREST], for all four traces
/// @param dependence of the weight, with its bounds
@FromPaper(value = "hebbian-rules", at = "spec 14")
public record TripletStdp(
    PairWindow pair, PairWindow triplet, Pairing pairing, WeightDependence dependence)
    implements PoissonDrift {
  /// Checks the pairing.
  public TripletStdp {
    if (pairing != Pairing.ALL_TO_ALL && pairing != Pairing.NEAREST) {
      throw new IllegalArgumentException("pairing must be ALL_TO_ALL or NEAREST, was " + pairing);
    }
  }

  /// The minimal model of visual cortex, all-to-all [6]: `A3+ = 6.5e-3`, `A2- = 7.1e-3`, tau+ 16.8
  /// ms, tau- 33.7 ms, tau_y 114 ms; `A2+ = A3- = 0` (tau_x, 101 ms, has no part).
  public static TripletStdp visualCortex(WeightDependence dependence) {
    return new TripletStdp(
        new PairWindow(0, -7.1e-3, 16.8, 33.7),
        new PairWindow(6.5e-3, 0, 101, 114),
        Pairing.ALL_TO_ALL,
        dependence);
  }

  @Override
  public String name() {
    return "triplet STDP";
  }

  /// The postsynaptic rate at which uncorrelated Poisson spikes do not move the weight: `-area /
  /// (A3+ tau+ tau_y)` with the [PairWindow#area] of pairs. Additive, all-to-all, and `A3- = 0`.
  ///
  /// @throws IllegalStateException for another rule, or where A3+ is 0
  public double thresholdHz() {
    boolean minimal = triplet.atPre() == 0 && triplet.atPost() != 0;
    if (!minimal || pairing != Pairing.ALL_TO_ALL) {
      throw new IllegalStateException(
          "triplet must have A3- = 0, A3+ other than 0, all-to-all, was "
              + triplet
              + " "
              + pairing);
    }
    return -1000 * pair.area() / (triplet.atPost() * pair.preTauMs() * triplet.postTauMs());
  }

  @Override
  public double changeAtPre(double weight, SpikeTraces before) {
    double amplitude = pair.atPre() + triplet.atPre() * before.slowPre();
    return dependence.scaled(weight, before.post() * amplitude);
  }

  @Override
  public double changeAtPost(double weight, SpikeTraces before) {
    double amplitude = pair.atPost() + triplet.atPost() * before.slowPost();
    return dependence.scaled(weight, before.pre() * amplitude);
  }

  @Override
  public SpikeTraces decayed(SpikeTraces traces, double elapsedMs) {
    return new SpikeTraces(
        traces.pre() * Doubles.exp(-elapsedMs / pair.preTauMs()),
        traces.post() * Doubles.exp(-elapsedMs / pair.postTauMs()),
        traces.slowPre() * Doubles.exp(-elapsedMs / triplet.preTauMs()),
        traces.slowPost() * Doubles.exp(-elapsedMs / triplet.postTauMs()));
  }

  @Override
  public SpikeTraces after(SpikeTraces traces, boolean pre, boolean post) {
    return new SpikeTraces(
        pairing.preAfter(traces.pre(), pre, post),
        pairing.postAfter(traces.post(), pre, post),
        pairing.preAfter(traces.slowPre(), pre, post),
        pairing.postAfter(traces.slowPost(), pre, post));
  }

  @Override
  public SpikeTraces poisson(double preHz, double postHz) {
    double pre = preHz / 1000;
    double post = postHz / 1000;
    return new SpikeTraces(
        pairing.preMean(pre, post, pair.preTauMs()),
        pairing.postMean(pre, post, pair.postTauMs()),
        pairing.preMean(pre, post, triplet.preTauMs()),
        pairing.postMean(pre, post, triplet.postTauMs()));
  }
}
