// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.sequence.anomaly.Alarm;
import engram.sequence.anomaly.Expectation;
import engram.sequence.anomaly.Finding;
import engram.sequence.anomaly.RowFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What `engram use anomaly` prints.
final class AnomalyText {
  private static final List<String> FIELDS =
      List.of("expected", "low", "high", "score", "likelihood", "alarm");

  private AnomalyText() {}

  /// The line of names: `time,value,expected,...`, with the column's name before each where there
  /// are several.
  static String header(List<String> columns) {
    List<String> names = new ArrayList<>(List.of("time"));
    for (String column : columns) {
      names.add(Fields.quoted(column));
      for (String field : FIELDS) {
        names.add(columns.size() == 1 ? field : Fields.quoted(column + " " + field));
      }
    }
    return String.join(",", names);
  }

  /// A row; fields that do not exist yet are empty.
  static String row(RowFinding row, double threshold) {
    StringBuilder line = new StringBuilder(row.time().toString());
    for (Finding finding : row.columns()) {
      Expectation expected = finding.expected();
      line.append(',').append(Fields.number(finding.value()));
      line.append(',').append(Fields.rounded(expected.value()));
      line.append(',').append(Fields.rounded(expected.low()));
      line.append(',').append(Fields.rounded(expected.high()));
      boolean judged =
          finding.state() == Finding.State.JUDGED || finding.state() == Finding.State.REMADE;
      line.append(
          judged
              ? String.format(
                  Locale.ROOT,
                  ",%.4f,%.6f,%d",
                  finding.score(),
                  finding.likelihood(),
                  finding.isUnusual(threshold) ? 1 : 0)
              : ",,,");
    }
    return line.toString();
  }

  /// A note on columns whose scale was made anew.
  static Optional<String> remade(RowFinding row) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < row.columns().size(); i++) {
      if (row.columns().get(i).state() == Finding.State.REMADE) {
        columns.add(Integer.toString(i + 1));
      }
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            row.time()
                + ": the range has changed, so the model of value column "
                + String.join(", ", columns)
                + " was made anew from the last rows");
  }

  /// One sentence: when, what came, what was expected.
  static String says(Alarm alarm, List<String> names) {
    String where = names.size() == 1 ? "" : names.get(alarm.column()) + ": ";
    String until =
        alarm.rows() == 1
            ? ""
            : String.format(Locale.ROOT, " (%d rows until %s)", alarm.rows(), alarm.last());
    return String.format(
        Locale.ROOT,
        "%s  line %d  score %.2f  %s%s%s",
        alarm.time(),
        alarm.line(),
        alarm.peak(),
        where,
        reason(alarm.first()),
        until);
  }

  private static String reason(Finding first) {
    Expectation e = first.expected();
    String came = "came " + Fields.number(first.value());
    String expected =
        e.exists()
            ? ", expected "
                + Fields.rounded(e.value())
                + " ("
                + Fields.rounded(e.low())
                + " to "
                + Fields.rounded(e.high())
                + ")"
            : "";
    return came
        + expected
        + switch (first.cause()) {
          case RANGE -> ", and it lies outside all values before";
          case CHANGE -> ", and all values before were equal";
          case PATTERN -> "; the last rows were predicted far worse than usual";
          case CALM -> "; the last rows were predicted better than usual";
        };
  }

  /// An alarm for a document.
  static Map<String, Object> fields(Alarm alarm, List<String> names) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Expectation expected = alarm.first().expected();
    fields.put("column", names.get(alarm.column()));
    fields.put("line", alarm.line());
    fields.put("time", alarm.time().toString());
    fields.put("last", alarm.last().toString());
    fields.put("rows", alarm.rows());
    fields.put("score", alarm.peak());
    fields.put("value", alarm.first().value());
    if (expected.exists()) {
      fields.put("expected", expected.value());
      fields.put("low", expected.low());
      fields.put("high", expected.high());
    }
    fields.put("says", says(alarm, names));
    return fields;
  }
}
