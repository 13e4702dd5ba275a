// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Named series of an endless stream in bounded memory. Values are gathered in bins; where a series
/// has no bin left, neighbours are joined and each bin stands for twice as many values from then
/// on. A bin keeps its first place, least, mean and most, so a spike stays visible however long the
/// series becomes. A series of at most [#bins] values is kept whole.
///
/// What it holds is a function of the values taken, so it is restored to the last bit like a
/// machine.
public final class Recorder {
  private static final String FORMAT = "recorder";
  private static final int VERSION = 1;

  private final int bins;
  private final int mostSeries;
  private final Map<String, BinnedSeries> series = new LinkedHashMap<>();

  /// @param bins how many bins a series has at most, even and from 2; 40 bytes each
  /// @param mostSeries how many series there may be
  public Recorder(int bins, int mostSeries) {
    if (bins < 2 || bins % 2 != 0) {
      throw new IllegalArgumentException("bins must be even and at least 2, was " + bins);
    }
    if (mostSeries < 1) {
      throw new IllegalArgumentException("mostSeries must be at least 1, was " + mostSeries);
    }
    this.bins = bins;
    this.mostSeries = mostSeries;
  }

  /// How many bins a series has at most.
  public int bins() {
    return bins;
  }

  /// Takes a value.
  ///
  /// @param name of the series, without `/`
  /// @param unit of the value, the same for the whole series; `1` for pure numbers
  /// @param at its place, such as a time in seconds; finite
  /// @param value finite
  public void add(String name, String unit, double at, double value) {
    if (!Double.isFinite(at) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "place and value in " + name + " must be finite, were " + at + " and " + value);
    }
    BinnedSeries to = series.get(name);
    if (to == null) {
      if (name.isEmpty() || name.indexOf('/') >= 0) {
        throw new IllegalArgumentException(
            "name of a series must be not empty and without '/', was '" + name + "'");
      }
      if (series.size() == mostSeries) {
        throw new IllegalStateException(
            "series must be at most " + mostSeries + ", " + name + " would be one more");
      }
      to = new BinnedSeries(bins, unit);
      series.put(name, to);
    } else if (!to.unit().equals(unit)) {
      throw new IllegalArgumentException(
          "unit of " + name + " must be " + to.unit() + ", was " + unit);
    }
    to.add(at, value);
  }

  /// The names of the series, in the order of their first values.
  public Set<String> names() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(series.keySet()));
  }

  /// A series.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public Envelope series(String name) {
    BinnedSeries found = series.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "series must be one of " + series.keySet() + ", was " + name);
    }
    return found.envelope();
  }

  /// All series.
  public Snapshot snapshot() {
    Snapshot.Builder builder =
        Snapshot.named(FORMAT, VERSION)
            .number("bins", "1", bins)
            .number("series", "1", series.size());
    int index = 0;
    for (Map.Entry<String, BinnedSeries> entry : series.entrySet()) {
      builder.part(Integer.toString(index++), entry.getValue().snapshot(entry.getKey()));
    }
    return builder.build();
  }

  /// Replaces all series.
  ///
  /// @throws DataCorruptException if the snapshot is of another format, of other bins, of too many
  ///   series, or of series that no recorder holds
  /// @throws engram.error.RunFolderException if a newer version made it
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long count = snapshot.number("series");
    if (snapshot.number("bins") != bins || count < 0 || count > mostSeries) {
      throw new DataCorruptException(
          "recorder must have "
              + bins
              + " bins and at most "
              + mostSeries
              + " series, had "
              + snapshot.number("bins")
              + " and "
              + count);
    }
    Map<String, BinnedSeries> restored = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Snapshot part = snapshot.part(Integer.toString(i));
      restored.put(BinnedSeries.name(part), BinnedSeries.restored(bins, part));
    }
    series.clear();
    series.putAll(restored);
  }
}
