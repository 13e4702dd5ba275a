// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.htm.AnomalyModel;
import engram.state.Machine;
import engram.state.Snapshot;
import org.jspecify.annotations.Nullable;

/// Watches one column of measurements: gathers its first values, makes a model on their scale, and
/// judges each value after them by what came before. The package says when the scale is made anew.
///
/// ```java
/// ColumnDetector detector = new ColumnDetector(DetectorSettings.usual(), Seeds.of(1));
/// Finding finding = detector.step(new TimedValue(time, value));
/// ```
///
/// References: see the package, [1].
public final class ColumnDetector implements Machine<TimedValue, Finding> {
  private static final String FORMAT = "column-detector";
  private static final int VERSION = 1;

  private final DetectorSettings settings;
  private final AnomalyModel blank;
  private RecentValues recent;
  private @Nullable ScaledModel model;
  private long sinceLook;

  /// A detector that has seen nothing.
  public ColumnDetector(DetectorSettings settings, Seeds seeds) {
    this(settings, AnomalyModel.of(settings.model(), seeds));
  }

  /// @param blank a model that has seen nothing and stays so
  ColumnDetector(DetectorSettings settings, AnomalyModel blank) {
    this.settings = settings;
    this.blank = blank;
    this.recent = new RecentValues(settings.warmUpRows());
  }

  @Override
  public Finding step(TimedValue input) {
    if (input.isMissing()) {
      return Finding.unjudged(Finding.State.MISSING, Double.NaN);
    }
    recent.add(input);
    if (model == null) {
      if (recent.isFull()) {
        model = fitted();
      }
      return Finding.unjudged(Finding.State.LEARNING, input.value());
    }
    Finding finding = model.step(input);
    sinceLook++;
    if (sinceLook >= settings.warmUpRows() / 2) {
      sinceLook = 0;
      if (model.scale().isOutgrownBy(recent)) {
        model = fitted();
        return finding.remade();
      }
    }
    return finding;
  }

  private ScaledModel fitted() {
    ScaledModel fitted = new ScaledModel(recent.scale(), blank.fork());
    recent.all().forEach(fitted::step);
    return fitted;
  }

  @Override
  public Snapshot snapshot() {
    Snapshot.Builder builder =
        Snapshot.named(FORMAT, VERSION)
            .number("since-look", "1", sinceLook)
            .booleans("has-model", new boolean[] {model != null})
            .part("recent", recent.snapshot());
    if (model != null) {
      builder.part("model", model.snapshot());
    }
    return builder.build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long since = snapshot.number("since-look");
    boolean[] has = snapshot.booleans("has-model");
    if (since < 0 || has.length != 1) {
      throw new DataCorruptException("since-look must be 0 or more, was " + since);
    }
    RecentValues kept = recent.restored(snapshot.part("recent"));
    model = has[0] ? ScaledModel.restored(snapshot.part("model"), blank) : null;
    recent = kept;
    sinceLook = since;
  }

  @Override
  public ColumnDetector fork() {
    ColumnDetector fork = new ColumnDetector(settings, blank);
    fork.restore(snapshot());
    return fork;
  }
}
