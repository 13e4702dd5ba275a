// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the values of an axis lie between its two ends, and the ticks that a reader expects.
///
/// @param log whether equal factors take equal room
/// @param from the value at the lower end
/// @param to the value at the upper end
public record AxisScale(boolean log, double from, double to) {
  /// A value on an axis with the text that stands there.
  public record Tick(double value, String label) {}

  private static final int TICKS = 6;

  /// The horizontal scale of a figure.
  static AxisScale ofX(Figure figure) {
    List<String> places = FigureTable.places(figure);
    if (!places.isEmpty()) {
      return new AxisScale(false, -0.5, places.size() - 0.5);
    }
    List<List<Double>> data = new ArrayList<>();
    boolean tight = true;
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.Line m -> data.add(m.x());
        case Mark.Points m -> {
          data.add(m.x());
          tight = false;
        }
        case Mark.Probes m -> {
          data.addAll(List.of(m.x(), m.left(), m.right()));
          tight = false;
        }
        case Mark.HeatMap m -> data.add(edges(m.x(), figure.x()));
        case Mark.Raster m -> data.add(m.time());
        case Mark.Bars _, Mark.ImageGrid _ -> {}
      }
    }
    boolean map = figure.marks().stream().anyMatch(Mark.HeatMap.class::isInstance);
    AxisScale scale = covering(figure.x(), data);
    return tight || map ? scale : scale.padded(0.03);
  }

  /// The vertical scale of a figure.
  static AxisScale ofY(Figure figure) {
    List<List<Double>> data = new ArrayList<>();
    boolean exact = false;
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.Line m -> data.addAll(List.of(m.y(), m.low(), m.high()));
        case Mark.Points m -> data.addAll(List.of(m.y(), m.low(), m.high()));
        case Mark.Probes m -> data.addAll(List.of(m.y(), m.low(), m.high()));
        case Mark.Bars m -> data.addAll(List.of(m.y(), m.low(), m.high(), List.of(0.0)));
        case Mark.HeatMap m -> {
          data.add(edges(m.y(), figure.y()));
          exact = true;
        }
        case Mark.Raster m -> {
          data.add(List.of(FigureTable.least(m.row()) - 0.6, FigureTable.most(m.row()) + 0.6));
          exact = true;
        }
        case Mark.ImageGrid _ -> {}
      }
    }
    AxisScale scale = covering(figure.y(), data);
    return exact ? scale : scale.rounded();
  }

  /// The borders between cells of a map whose middles are given; one more than there are middles.
  static List<Double> edges(List<Double> middles, Axis axis) {
    int n = middles.size();
    if (n == 0) {
      return List.of();
    }
    boolean log = axis.spacing() == Axis.Spacing.LOG;
    List<Double> edges = new ArrayList<>();
    double firstStep = n > 1 ? step(middles.get(0), middles.get(1), log) : log ? 2 : 1;
    double lastStep = n > 1 ? step(middles.get(n - 2), middles.get(n - 1), log) : firstStep;
    edges.add(log ? middles.get(0) / Math.sqrt(firstStep) : middles.get(0) - firstStep / 2);
    for (int i = 0; i + 1 < n; i++) {
      double half = step(middles.get(i), middles.get(i + 1), log);
      edges.add(log ? middles.get(i) * Math.sqrt(half) : middles.get(i) + half / 2);
    }
    double last = middles.get(n - 1);
    edges.add(log ? last * Math.sqrt(lastStep) : last + lastStep / 2);
    return edges;
  }

  private static double step(double a, double b, boolean log) {
    return log ? b / a : b - a;
  }

  /// A scale that just covers the numbers; those that it cannot show are left out.
  public static AxisScale covering(Axis axis, List<List<Double>> data) {
    boolean log = axis.spacing() == Axis.Spacing.LOG;
    List<Double> shown =
        data.stream()
            .flatMap(List::stream)
            .filter(v -> Double.isFinite(v) && (!log || v > 0))
            .toList();
    if (shown.isEmpty()) {
      return log ? new AxisScale(true, 0.1, 10) : new AxisScale(false, 0, 1);
    }
    double from = FigureTable.least(shown);
    double to = FigureTable.most(shown);
    if (from < to) {
      return new AxisScale(log, from, to);
    }
    double room = from == 0 ? 1 : Math.abs(from) / 2;
    return log
        ? new AxisScale(true, from / 2, from * 2)
        : new AxisScale(false, from - room, to + room);
  }

  /// The share of the axis at which a value lies: 0 at the lower end, 1 at the upper; NaN for what
  /// the axis cannot show.
  public double share(double value) {
    if (log) {
      return value > 0 ? StrictMath.log(value / from) / StrictMath.log(to / from) : Double.NaN;
    }
    return Double.isFinite(value) ? (value - from) / (to - from) : Double.NaN;
  }

  /// Whether a value lies on the axis.
  boolean contains(double value) {
    return from <= value && value <= to;
  }

  /// With a little room at both ends.
  public AxisScale padded(double room) {
    if (log) {
      double factor = StrictMath.pow(to / from, room);
      return new AxisScale(true, from / factor, to * factor);
    }
    double width = (to - from) * room;
    return new AxisScale(false, from - width, to + width);
  }

  /// With both ends on ticks.
  AxisScale rounded() {
    if (log) {
      double low = decade((int) Math.floor(log10(from) + 1e-9));
      double high = decade((int) Math.ceil(log10(to) - 1e-9));
      return high / low > 100 ? new AxisScale(true, low, high) : padded(0.05);
    }
    double step = niceStep();
    double low = Math.floor(from / step + 1e-9) * step;
    double high = Math.ceil(to / step - 1e-9) * step;
    return new AxisScale(false, low, high);
  }

  /// The ticks.
  public List<Tick> ticks() {
    return log ? logTicks() : linearTicks();
  }

  private List<Tick> linearTicks() {
    double step = niceStep();
    int decimals = Math.max(0, -(int) Math.floor(log10(step) + 1e-9));
    List<Tick> ticks = new ArrayList<>();
    long last = (long) Math.floor(to / step + 1e-6);
    for (long i = (long) Math.ceil(from / step - 1e-6); i <= last; i++) {
      BigDecimal value =
          new BigDecimal(i)
              .multiply(new BigDecimal(step, new MathContext(3)))
              .setScale(decimals + 1, RoundingMode.HALF_EVEN);
      ticks.add(new Tick(value.doubleValue(), linearLabel(value, decimals)));
    }
    return ticks;
  }

  private String linearLabel(BigDecimal value, int decimals) {
    double largest = Math.max(Math.abs(from), Math.abs(to));
    if (value.signum() == 0) {
      return "0";
    }
    if (largest >= 1e6 || largest < 1e-3) {
      return shortNumber(value.doubleValue());
    }
    return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private List<Tick> logTicks() {
    int low = (int) Math.floor(log10(from));
    int high = (int) Math.ceil(log10(to));
    boolean plain = low >= -4 && high <= 5;
    boolean fine = high - low <= 2 || log10(to / from) < 2.2;
    int stride = Math.max(1, (int) Math.ceil((high - low) / (TICKS + 1.0)));
    List<Tick> ticks = new ArrayList<>();
    for (int e = low; e <= high; e++) {
      for (int digit : fine ? new int[] {1, 2, 5} : new int[] {1}) {
        double value = digit * decade(e);
        if (value >= from * (1 - 1e-9)
            && value <= to * (1 + 1e-9)
            && (fine || Math.floorMod(e, stride) == 0)) {
          ticks.add(new Tick(value, plain ? plain(value) : power(digit, e)));
        }
      }
    }
    return ticks;
  }

  private double niceStep() {
    double raw = (to - from) / TICKS;
    double decade = decade((int) Math.floor(log10(raw)));
    return Stream.of(1.0, 2.0, 5.0, 10.0)
        .map(m -> m * decade)
        .filter(s -> s >= raw * (1 - 1e-9))
        .findFirst()
        .orElse(10 * decade);
  }

  /// A number with three digits, without a power.
  static String plain(double value) {
    return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static String shortNumber(double value) {
    BigDecimal rounded = new BigDecimal(value, new MathContext(3)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).toPlainString() + "×10" + superscript(exponent);
  }

  private static String power(int digit, int exponent) {
    return (digit == 1 ? "" : digit + "×") + "10" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }

  private static double decade(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }

  private static double log10(double value) {
    return StrictMath.log10(value);
  }
}
