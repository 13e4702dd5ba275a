// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import engram.stats.Interval;
import java.util.List;
import java.util.function.Function;

/// What another simulator measured of a network: means over seeds with 95 % intervals (Student's),
/// measured by `peers/spiking_brian2.py` and `peers/spiking_nest.py` with `statistics` on 29
/// November 2026. Each seed draws a network of its own. Transients and measured times are those of
/// the pages at small; delays are one step.
///
/// @param simulator with its version and its method
/// @param seeds how many networks
/// @param rateHz spikes a second of an excitatory neuron
/// @param cv as [Reading#cv]
/// @param correlation as [Reading#correlation]
record PeerFigures(
    String simulator, int seeds, Interval rateHz, Interval cv, Interval correlation) {
  /// COBA with the method that the page has.
  static final PeerFigures COBA_EULER =
      new PeerFigures(
          "Brian2 2.9.0, Euler",
          6,
          new Interval(18.730, 19.598, 20.466),
          new Interval(1.6202, 1.6581, 1.6960),
          new Interval(0.00167, 0.00310, 0.00452));

  /// COBA with the other method.
  static final PeerFigures COBA_EXPONENTIAL =
      new PeerFigures(
          "Brian2 2.9.0, exponential Euler",
          6,
          new Interval(18.399, 19.758, 21.117),
          new Interval(1.6318, 1.6838, 1.7358),
          new Interval(0.00184, 0.00341, 0.00497));

  /// COBA by a method with small errors.
  static final PeerFigures COBA_NEST =
      new PeerFigures(
          "NEST 3.10.0, adaptive Runge-Kutta",
          5,
          new Interval(17.461, 18.914, 20.366),
          new Interval(1.6088, 1.6570, 1.7051),
          new Interval(0.00240, 0.00325, 0.00409));

  /// COBA, all of these.
  static final PeerFigures COBA =
      new PeerFigures(
          "all three",
          17,
          new Interval(18.887, 19.453, 20.020),
          new Interval(1.6455, 1.6668, 1.6881),
          new Interval(0.00264, 0.00325, 0.00386));

  /// CUBA in Brian2.
  static final PeerFigures CUBA_BRIAN =
      new PeerFigures(
          "Brian2 2.9.0, exact",
          6,
          new Interval(5.359, 5.573, 5.787),
          new Interval(0.5954, 0.6021, 0.6088),
          new Interval(0.00056, 0.00138, 0.00221));

  /// CUBA in NEST.
  static final PeerFigures CUBA_NEST =
      new PeerFigures(
          "NEST 3.10.0, exact",
          6,
          new Interval(5.273, 5.518, 5.763),
          new Interval(0.5977, 0.6035, 0.6093),
          new Interval(0.00049, 0.00150, 0.00251));

  /// CUBA, both.
  static final PeerFigures CUBA =
      new PeerFigures(
          "both",
          12,
          new Interval(5.412, 5.546, 5.680),
          new Interval(0.5992, 0.6028, 0.6064),
          new Interval(0.00091, 0.00144, 0.00198));

  /// Brunel's network with the reset of programs.
  static final PeerFigures BRUNEL_RESET_0 =
      new PeerFigures(
          "NEST 3.10.0, exact",
          5,
          new Interval(32.006, 32.098, 32.189),
          new Interval(0.1726, 0.1738, 0.1750),
          new Interval(0.01120, 0.01266, 0.01412));

  /// Brunel's network with the reset of the paper.
  static final PeerFigures BRUNEL_RESET_10 =
      new PeerFigures(
          "NEST 3.10.0, exact",
          5,
          new Interval(37.405, 37.579, 37.753),
          new Interval(0.4191, 0.4220, 0.4249),
          new Interval(0.01439, 0.01868, 0.02297));

  /// NEST's own benchmark with STDP.
  static final PeerFigures BENCHMARK =
      new PeerFigures(
          "NEST 3.10.0, exact, STDP",
          3,
          new Interval(7.749, 12.536, 17.323),
          new Interval(0.3791, 0.4075, 0.4359),
          new Interval(0.06391, 0.14984, 0.23578));

  /// Rates of a tenth of the microcircuit in NEST 3.10.0, 5 networks, from L23E to L6I, in Hz.
  static final List<Interval> TENTH_HZ =
      List.of(
          new Interval(0.460, 0.484, 0.509),
          new Interval(2.059, 2.110, 2.162),
          new Interval(3.920, 3.968, 4.016),
          new Interval(4.996, 5.010, 5.024),
          new Interval(6.419, 6.566, 6.712),
          new Interval(7.536, 7.746, 7.957),
          new Interval(0.856, 0.872, 0.887),
          new Interval(6.857, 6.888, 6.919));

  /// A figure of COBA and of CUBA.
  static List<Interval> brette(Function<PeerFigures, Interval> figure) {
    return List.of(figure.apply(COBA), figure.apply(CUBA));
  }
}
