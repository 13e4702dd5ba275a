// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The figures that are expected of a spiking recording. Times are in milliseconds; raster and rate
/// have the same horizontal axis, so that a sheet puts them under each other.
public final class SpikeFigures {
  private static final Axis TIME = Axis.linear("time", "ms");

  private SpikeFigures() {}

  /// A raster: the i-th spike at a time in a row.
  ///
  /// @param see what to see, such as which neurons these are
  public static Figure raster(String id, String see, List<Double> timeMs, List<Double> row) {
    return new Figure(
        id,
        "Spikes",
        see,
        TIME,
        Axis.linear("neuron", "1"),
        List.of(new Mark.Raster("spike", timeMs, row)));
  }

  /// The rate of a population, constant within each bin, over its zero.
  ///
  /// @param bordersMs borders of the bins, one more than rates
  /// @param rateHz spikes a second of a neuron in the mean
  public static Figure rate(String id, String see, List<Double> bordersMs, List<Double> rateHz) {
    return new Figure(
        id,
        "Population rate",
        see,
        TIME,
        Axis.linear("rate", "Hz"),
        List.of(filled(steps("rate", bordersMs, rateHz))));
  }

  private static Mark.Line filled(Mark.Line line) {
    List<Double> zero = Collections.nCopies(line.x().size(), 0.0);
    return Mark.line(line.name(), line.x(), line.y(), zero, line.y());
  }

  /// A histogram of intervals over a logarithmic axis: the area under a bin is its share of all.
  ///
  /// @param bordersMs borders of the bins, above 0, ascending, one more than shares
  /// @param share of all intervals in each bin
  /// @param expected the shares of a theory with its name, for comparison
  public static Figure intervals(
      String id, String see, List<Double> bordersMs, List<Double> share, Expected expected) {
    Mark.Line theory = steps(expected.name(), bordersMs, densities(bordersMs, expected.share()));
    return new Figure(
        id,
        "Intervals between spikes",
        see,
        Axis.log("interval", "ms"),
        Axis.linear("share of intervals per doubling", "1"),
        List.of(
            Mark.theory(expected.name(), theory.x(), theory.y()),
            steps("measured", bordersMs, densities(bordersMs, share))));
  }

  /// Shares over the widths of their bins, in doublings.
  private static List<Double> densities(List<Double> borders, List<Double> shares) {
    List<Double> densities = new ArrayList<>();
    for (int i = 0; i < Math.min(shares.size(), borders.size() - 1); i++) {
      double ratio = borders.get(i + 1) / borders.get(i);
      densities.add(shares.get(i) * StrictMath.log(2) / StrictMath.log(ratio));
    }
    return densities;
  }

  /// What a theory expects in each bin.
  ///
  /// @param name of the theory
  /// @param share one a bin
  public record Expected(String name, List<Double> share) {
    /// Copies.
    public Expected {
      share = List.copyOf(share);
    }
  }

  /// How many avalanches are at least as large, on logarithmic axes: a power law of exponent alpha
  /// falls along a line of slope 1 - alpha.
  ///
  /// @param size sizes, ascending
  /// @param share of avalanches of at least each size
  /// @param law the fitted law at the same sizes; NaN where it does not reach, empty for none
  public static Figure avalanches(
      String id, String see, List<Double> size, List<Double> share, Optional<Expected> law) {
    List<Mark> marks = new ArrayList<>();
    law.ifPresent(l -> marks.add(Mark.theory(l.name(), size, l.share())));
    marks.add(Mark.points("avalanches", size, share));
    return new Figure(
        id,
        "Sizes of avalanches",
        see,
        Axis.log("size, in spikes", "1"),
        Axis.log("share at least as large", "1"),
        marks);
  }

  private static Mark.Line steps(String name, List<Double> borders, List<Double> heights) {
    if (borders.size() != heights.size() + 1) {
      throw new IllegalArgumentException(
          "borders of " + name + " must be " + (heights.size() + 1) + ", was " + borders.size());
    }
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < heights.size(); i++) {
      x.add(borders.get(i));
      x.add(borders.get(i + 1));
      y.add(heights.get(i));
      y.add(heights.get(i));
    }
    return Mark.line(name, x, y);
  }
}
