// SPDX-License-Identifier: Apache-2.0
package engram.data;

import engram.data.internal.CsvText;
import engram.data.internal.NumberText;
import engram.data.series.TimeText;
import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The series on which Cui, Ahmad and Hawkins [6] compared forecasters, and what their models
/// forecast. The files have three lines of names, types and flags before their rows.
///
/// The taxi series counts passengers in New York, each half hour from 2014-07-01 to 2015-06-30:
/// 17,520 rows. Its times are those of the city's clocks and are read as if they were in UTC, so
/// every day has 48 rows. A file of forecasts has a row for each of the series; what stands in row
/// `t` was made there and is for row `t + 5`, and 0 or the series' mean stands where nothing was
/// forecast. That of ARIMA has a column for one step and one for five.
///
/// References: see the package.
public final class HtmSequences {
  private static final int LINES_BEFORE = 3;

  private HtmSequences() {}

  /// The files of the set; the list with their checksums is part of the product.
  static List<DataSet.File> files() {
    String list = new String(DataSets.resource("htm-sequences.sha256"), StandardCharsets.US_ASCII);
    return list.lines()
        .map(line -> new DataSet.File(line.substring(66), line.substring(0, 64)))
        .toList();
  }

  /// A taxi series, checked.
  ///
  /// @param folder where the set lies; see [DataSets#locate]
  /// @param file `nyc_taxi.csv`, `nyc_taxi_perturb.csv` or `nyc_taxi_perturb_baseline.csv`
  /// @throws DataCorruptException if it is not what was published
  public static List<TimedValue> series(Path folder, String file) {
    List<TimedValue> series = new ArrayList<>();
    for (CsvText.Line line : rows(folder, file)) {
      String time = line.fields().getFirst();
      series.add(
          new TimedValue(
              TimeText.instant(time).orElseThrow(() -> bad(file, line, 0)), number(file, line, 1)));
    }
    return List.copyOf(series);
  }

  /// A column of numbers of a file, checked.
  ///
  /// @param folder where the set lies
  /// @param file such as `predictions/nyc_taxi_TM_pred.csv`
  /// @param column from 0
  public static double[] column(Path folder, String file, int column) {
    return rows(folder, file).stream().mapToDouble(line -> number(file, line, column)).toArray();
  }

  private static List<CsvText.Line> rows(Path folder, String name) {
    DataSet.File file =
        DataSets.HTM_SEQUENCES.files().stream()
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "file must be one of data set htm-sequences, was " + name));
    byte[] bytes = DataSets.read(folder, file);
    List<CsvText.Line> lines = new CsvText(CsvText.utf8(bytes, name), name).records();
    return lines.subList(Math.min(LINES_BEFORE, lines.size()), lines.size());
  }

  private static double number(String file, CsvText.Line line, int column) {
    if (column >= line.fields().size()) {
      throw new IllegalArgumentException(
          "column of " + file + " must be below " + line.fields().size() + ", was " + column);
    }
    return NumberText.finite(line.fields().get(column)).orElseThrow(() -> bad(file, line, column));
  }

  private static DataCorruptException bad(String file, CsvText.Line line, int column) {
    return new DataCorruptException(
        file
            + " line "
            + line.number()
            + ": column "
            + (column + 1)
            + " must be a time or a finite number, was '"
            + line.fields().get(column)
            + "'");
  }
}
