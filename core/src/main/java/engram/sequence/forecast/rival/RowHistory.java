// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// The last rows of a stream, taken as equally spaced: values, and where each stands in its day and
/// its week. A missing value takes the last one; those before the first value are passed over.
///
/// Place in the day and the week are the paper's two covariates, standardised as if uniform: with
/// `u` in [0, 1) the part of the day that is over and `d` the day from Monday, 0, to Sunday, 6,
/// they are `sqrt(12) (u - 1/2)` and `(d - 3) / 2`, in UTC.
final class RowHistory {
  private static final String FORMAT = "row-history";
  private static final int VERSION = 1;
  private static final double ROOT_TWELVE = 3.4641016151377544;
  private static final double DAY_SECONDS = 86_400;

  private final int keeps;
  private final double[] values;
  private final double[] ofDay;
  private final double[] ofWeek;
  private int end;
  private int held;

  /// @param keeps how many rows are kept, from 1
  RowHistory(int keeps) {
    this.keeps = keeps;
    values = new double[2 * keeps];
    ofDay = new double[2 * keeps];
    ofWeek = new double[2 * keeps];
  }

  /// Takes a row.
  ///
  /// @return whether it was kept
  boolean add(TimedValue input) {
    if (input.isMissing() && held == 0) {
      return false;
    }
    ZonedDateTime time = input.time().atZone(ZoneOffset.UTC);
    double day = ROOT_TWELVE * (time.toLocalTime().toSecondOfDay() / DAY_SECONDS - 0.5);
    double week = (time.getDayOfWeek().getValue() - 4) / 2.0;
    add(input.isMissing() ? values[end - 1] : input.value(), day, week);
    return true;
  }

  private void add(double value, double day, double week) {
    if (end == values.length) {
      for (double[] array : new double[][] {values, ofDay, ofWeek}) {
        System.arraycopy(array, end - keeps, array, 0, keeps);
      }
      end = keeps;
    }
    values[end] = value;
    ofDay[end] = day;
    ofWeek[end] = week;
    end++;
    held = Math.min(held + 1, keeps);
  }

  /// How many rows are there.
  int held() {
    return held;
  }

  /// The value so many rows before the newest.
  double before(int rows) {
    return values[end - 1 - rows];
  }

  /// The values; those that are there lie one after the other and end before [#end].
  double[] values() {
    return values;
  }

  int end() {
    return end;
  }

  /// The mean and deviation of the first rows, the eldest that are held.
  Scaling.Given scaling(int rows) {
    int from = end - held;
    double mean = 0;
    for (int i = from; i < from + rows; i++) {
      mean += values[i];
    }
    mean /= rows;
    double squares = 0;
    for (int i = from; i < from + rows; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    double deviation = Math.sqrt(squares / rows);
    return new Scaling.Given(mean, deviation == 0 ? 1 : deviation);
  }

  /// Writes the inputs of the row that stands so many before the newest: the last values up to it,
  /// eldest first, then its places in day and week.
  void inputs(int rowsBefore, Lags lags, Scaling.Given scaling, double[] into) {
    int row = end - 1 - rowsBefore;
    for (int i = 0; i < lags.count(); i++) {
      into[i] = scaling.scaled(values[row - lags.count() + 1 + i]);
    }
    if (lags.calendar()) {
      into[lags.count()] = ofDay[row];
      into[lags.count() + 1] = ofWeek[row];
    }
  }

  Snapshot snapshot() {
    double[] rows = new double[3 * held];
    System.arraycopy(values, end - held, rows, 0, held);
    System.arraycopy(ofDay, end - held, rows, held, held);
    System.arraycopy(ofWeek, end - held, rows, 2 * held, held);
    return Snapshot.named(FORMAT, VERSION)
        .number("keeps", "1", keeps)
        .doubles("rows", "1", rows, 3, held)
        .build();
  }

  void restore(Snapshot snapshot) {
    double[] rows = snapshot.require(FORMAT, VERSION).doubles("rows");
    if (snapshot.number("keeps") != keeps || rows.length % 3 != 0 || rows.length / 3 > keeps) {
      throw new DataCorruptException(
          "history must keep "
              + keeps
              + " rows, kept "
              + snapshot.number("keeps")
              + " with "
              + rows.length / 3
              + " filled");
    }
    held = rows.length / 3;
    end = held;
    System.arraycopy(rows, 0, values, 0, held);
    System.arraycopy(rows, held, ofDay, 0, held);
    System.arraycopy(rows, 2 * held, ofWeek, 0, held);
  }
}
