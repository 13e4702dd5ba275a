// SPDX-License-Identifier: Apache-2.0
package engram.data;

import engram.data.series.LabelWindows;
import engram.data.series.LabelledSeries;
import engram.data.series.TimeSpan;
import engram.error.DataCorruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The series of the Numenta Anomaly Benchmark [5]: 58 files of 365,558 rows with 116 windows, in
/// each of which something happened. 11 files are artificial, the others from servers, traffic,
/// advertisements, sensors and Twitter.
///
/// References: see the package.
public final class NabCorpus {
  private static final String WINDOWS = "labels/combined_windows.json";
  private static final String SERIES = "data/";

  private NabCorpus() {}

  /// The files of the set, as the benchmark's repository has them; the list with their checksums is
  /// part of the product.
  static List<DataSet.File> files() {
    String list = new String(DataSets.resource("nab.sha256"), StandardCharsets.US_ASCII);
    return list.lines()
        .map(line -> new DataSet.File(line.substring(66), line.substring(0, 64)))
        .toList();
  }

  /// Reads all series, checked, in the order of their names; each is called as in the benchmark,
  /// `realTraffic/speed_7578.csv`.
  ///
  /// @param folder where the set lies; see [DataSets#locate]
  /// @throws DataCorruptException if a file is not what was published
  /// @throws engram.error.DataMissingException if one is not there
  public static List<LabelledSeries> read(Path folder) {
    List<DataSet.File> files = DataSets.NAB.files();
    Map<String, List<TimeSpan>> windows = Map.of();
    List<LabelledSeries> corpus = new ArrayList<>();
    for (DataSet.File file : files) {
      byte[] bytes = DataSets.read(folder, file);
      if (file.name().equals(WINDOWS)) {
        windows = LabelWindows.parse(new String(bytes, StandardCharsets.UTF_8), WINDOWS);
      } else {
        String name = file.name().substring(SERIES.length());
        List<TimeSpan> own = windows.get(name);
        if (own == null) {
          throw new DataCorruptException(WINDOWS + " must have windows of " + name + ", has none");
        }
        corpus.add(LabelledSeries.parse(bytes, name, own));
      }
    }
    return List.copyOf(corpus);
  }
}
