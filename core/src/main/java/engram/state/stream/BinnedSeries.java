// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.util.Arrays;

/// A series of a [Recorder]: the sum, not the mean, is kept in a bin, so that two bins join by one
/// addition.
final class BinnedSeries {
  private static final String FORMAT = "binned-series";
  private static final int VERSION = 1;

  private final String unit;
  private final double[] at;
  private final double[] least;
  private final double[] sum;
  private final double[] most;
  private long perBin = 1;
  private long count;

  BinnedSeries(int bins, String unit) {
    this.unit = unit;
    at = new double[bins];
    least = new double[bins];
    sum = new double[bins];
    most = new double[bins];
  }

  String unit() {
    return unit;
  }

  void add(double place, double value) {
    if (count == perBin * at.length) {
      join();
    }
    int bin = (int) (count / perBin);
    if (count % perBin == 0) {
      at[bin] = place;
      least[bin] = value;
      sum[bin] = value;
      most[bin] = value;
    } else {
      least[bin] = Math.min(least[bin], value);
      sum[bin] += value;
      most[bin] = Math.max(most[bin], value);
    }
    count++;
  }

  /// Each two neighbours become one; the upper half is free then.
  private void join() {
    for (int i = 0; i < at.length / 2; i++) {
      int a = 2 * i;
      int b = a + 1;
      at[i] = at[a];
      least[i] = Math.min(least[a], least[b]);
      sum[i] = sum[a] + sum[b];
      most[i] = Math.max(most[a], most[b]);
    }
    perBin *= 2;
  }

  private int used() {
    return count == 0 ? 0 : (int) ((count - 1) / perBin) + 1;
  }

  Envelope envelope() {
    int used = used();
    double[] mean = Arrays.copyOf(sum, used);
    for (int i = 0; i < used; i++) {
      mean[i] /= Math.min(perBin, count - i * perBin);
    }
    return new Envelope(
        unit,
        perBin,
        count,
        Arrays.copyOf(at, used),
        Arrays.copyOf(least, used),
        mean,
        Arrays.copyOf(most, used));
  }

  Snapshot snapshot(String name) {
    int used = used();
    return Snapshot.named(FORMAT, VERSION)
        .note("name", name)
        .number("values-per-bin", "1", perBin)
        .number("count", "1", count)
        .doubles("at", "1", Arrays.copyOf(at, used))
        .doubles("least", unit, Arrays.copyOf(least, used))
        .doubles("sum", unit, Arrays.copyOf(sum, used))
        .doubles("most", unit, Arrays.copyOf(most, used))
        .build();
  }

  static String name(Snapshot snapshot) {
    String name = snapshot.notes().get("name");
    if (name == null) {
      throw new DataCorruptException("series of a recorder must have a name, had none");
    }
    return name;
  }

  static BinnedSeries restored(int bins, Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    BinnedSeries series = new BinnedSeries(bins, snapshot.unit("sum"));
    series.perBin = snapshot.number("values-per-bin");
    series.count = snapshot.number("count");
    if (Long.bitCount(series.perBin) != 1
        || series.perBin < 0
        || series.count < 0
        || (series.count - 1) / series.perBin >= bins) {
      throw new DataCorruptException(
          "values of a series must fit "
              + bins
              + " bins, were "
              + series.count
              + " in bins of "
              + series.perBin);
    }
    fill(series.at, snapshot, "at", series.used());
    fill(series.least, snapshot, "least", series.used());
    fill(series.sum, snapshot, "sum", series.used());
    fill(series.most, snapshot, "most", series.used());
    return series;
  }

  private static void fill(double[] into, Snapshot snapshot, String name, int used) {
    double[] from = snapshot.doubles(name);
    if (from.length != used) {
      throw new DataCorruptException(
          "array " + name + " of a series must have " + used + " bins, had " + from.length);
    }
    System.arraycopy(from, 0, into, 0, used);
  }
}
