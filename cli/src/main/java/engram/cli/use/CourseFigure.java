// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.sequence.anomaly.Alarm;
import engram.sequence.anomaly.RowDetector;
import engram.state.stream.Envelope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The course of a column with its alarms, as a figure.
final class CourseFigure {
  private CourseFigure() {}

  /// A time axis that begins with a first time.
  ///
  /// @param first in seconds since 1970
  /// @param unit its name
  /// @param seconds of a unit
  record Clock(double first, String unit, double seconds) {
    private static final double DAY = 86_400;
    private static final double HOUR = 3_600;
    private static final double MINUTE = 60;

    static Clock over(double first, double last) {
      double span = last - first;
      return span > 3 * DAY
          ? new Clock(first, "d", DAY)
          : span > 3 * HOUR
              ? new Clock(first, "h", HOUR)
              : span > 3 * MINUTE ? new Clock(first, "min", MINUTE) : new Clock(first, "s", 1);
    }

    static Clock over(Instant first, Instant last) {
      return over((double) first.getEpochSecond(), (double) last.getEpochSecond());
    }

    double at(Instant time) {
      return at((double) time.getEpochSecond());
    }

    double at(double time) {
      return (time - first) / seconds;
    }

    Axis axis() {
      return Axis.linear("time since " + Instant.ofEpochSecond((long) first), unit);
    }

    List<Double> at(double[] times) {
      return Arrays.stream(times).map(this::at).boxed().toList();
    }
  }

  static Figure of(RowDetector detector, int column, String name) {
    String series = "value " + column;
    List<Alarm> alarms = detector.alarms().stream().filter(a -> a.column() == column).toList();
    if (!detector.course().names().contains(series)) {
      List<Double> none = List.of(Double.NaN);
      return figure(name, Axis.linear("time", "s"), List.of(Mark.line(name, none, none)), 0);
    }
    Envelope course = detector.course().series(series);
    double[] at = course.at();
    Clock clock = Clock.over(Arrays.stream(at).min().orElse(0), Arrays.stream(at).max().orElse(0));
    List<Mark> marks = new ArrayList<>();
    boolean whole = course.valuesPerBin() == 1;
    marks.add(
        whole
            ? Mark.line(name, clock.at(at), list(course.mean()))
            : Mark.line(
                name,
                clock.at(at),
                list(course.mean()),
                list(course.least()),
                list(course.most())));
    if (!alarms.isEmpty()) {
      marks.add(
          Mark.points(
              "alarm",
              alarms.stream().map(a -> clock.at(a.time())).toList(),
              alarms.stream().map(a -> a.first().value()).toList()));
    }
    return figure(name, clock.axis(), marks, alarms.size());
  }

  private static Figure figure(String name, Axis x, List<Mark> marks, int alarms) {
    return new Figure(
        "course",
        name + " and its alarms",
        "The line is what came; where it stands for several rows, the band spans them. "
            + alarms
            + " points stand where an alarm began.",
        x,
        Axis.linear(name, "1"),
        marks);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /// The file of a column: `course.svg` becomes `course-cpu.svg`.
  static Path file(Path file, String column) {
    String name = file.getFileName() == null ? "course.svg" : file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String end = dot < 0 ? ".svg" : name.substring(dot);
    String safe = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return file.resolveSibling(stem + "-" + safe + end);
  }
}
