// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.util.Optional;

/// What a learning forecaster reads of a stream: its last rows on a scale. The scale is taken when
/// the first rows are there, all that the forecaster waits for; before it nothing can be read.
final class ScaledRows {
  private static final String FORMAT = "scaled-rows";
  private static final int VERSION = 1;

  /// Where a stream stands after a row.
  enum State {
    /// Too few rows are there.
    WAITS,
    /// With this row there are enough.
    BEGINS,
    /// It had begun before.
    GOES_ON
  }

  private final Lags lags;
  private final Scaling scaling;
  private final int beginsAt;
  private final RowHistory history;
  private Optional<Scaling.Given> scale = Optional.empty();

  /// @param lags what is read at a row
  /// @param scaling by what
  /// @param beginsAt how many rows are waited for, at least those of the scaling
  /// @param keeps how many rows are kept, at least `beginsAt`
  ScaledRows(Lags lags, Scaling scaling, int beginsAt, int keeps) {
    this.lags = lags;
    this.scaling = scaling;
    this.beginsAt = beginsAt;
    history = new RowHistory(keeps);
  }

  /// Takes a row; see [RowHistory] for a missing value.
  State add(TimedValue input) {
    history.add(input);
    if (scale.isPresent()) {
      return State.GOES_ON;
    }
    if (history.held() < beginsAt) {
      return State.WAITS;
    }
    scale =
        Optional.of(
            switch (scaling) {
              case Scaling.Given given -> given;
              case Scaling.FirstRows first -> history.scaling(first.rows());
            });
    return State.BEGINS;
  }

  /// Whether there were enough rows.
  boolean hasBegun() {
    return scale.isPresent();
  }

  /// How many rows are there.
  int held() {
    return history.held();
  }

  /// The inputs of the row that stands so many before the newest; all its lags must be there.
  double[] inputs(int rowsBefore) {
    double[] inputs = new double[lags.inputs()];
    history.inputs(rowsBefore, lags, scale(), inputs);
    return inputs;
  }

  /// The scaled value so many rows before the newest.
  double scaled(int rowsBefore) {
    return scale().scaled(history.before(rowsBefore));
  }

  /// A value in the stream's unit.
  double unscaled(double scaled) {
    return scale().unscaled(scaled);
  }

  private Scaling.Given scale() {
    return scale.orElseThrow(
        () -> new IllegalStateException("rows must be at least " + beginsAt + ", were " + held()));
  }

  Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .doubles(
            "scaling",
            "1",
            scale.map(s -> new double[] {s.mean(), s.deviation()}).orElseGet(() -> new double[0]))
        .part("history", history.snapshot())
        .build();
  }

  void restore(Snapshot snapshot) {
    double[] theirs = snapshot.require(FORMAT, VERSION).doubles("scaling");
    if (theirs.length != 0 && theirs.length != 2) {
      throw new DataCorruptException(
          "scaling must be a mean and a deviation, was " + theirs.length + " numbers");
    }
    history.restore(snapshot.part("history"));
    scale =
        theirs.length == 0
            ? Optional.empty()
            : Optional.of(new Scaling.Given(theirs[0], theirs[1]));
  }
}
