// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.data.DataPlaces;
import engram.data.DataSets;
import engram.data.NabCorpus;
import engram.data.series.LabelledSeries;
import engram.random.Seeds;
import engram.sequence.nab.DetectedSeries;
import engram.source.FromPaper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// The surprise of the anomaly model on taxi demand against that of the authors' own memory, as the
/// benchmark publishes it. The two draw other numbers, so means of a thousand records are compared.
@FromPaper(value = "htm", at = "spec NAB")
final class NabStreamTest {
  private static final int ROWS = 3000;

  private static Path folder() {
    Path home = DataPlaces.home(System.getenv(), Path.of(System.getProperty("user.home", "/")));
    Optional<Path> tree = Optional.of(Path.of("..").toAbsolutePath().normalize());
    DataSets sets = DataSets.known(DataPlaces.usual(Optional.empty(), System.getenv(), home, tree));
    assumeTrue(sets.isPresent("nab"), "data set nab is not on this machine");
    return sets.locate("nab");
  }

  @Test
  void isAsSurprisedAsTheAuthorsMemory() throws IOException {
    Path folder = folder();
    LabelledSeries series =
        NabCorpus.read(folder).stream()
            .filter(s -> s.name().endsWith("nyc_taxi.csv"))
            .findFirst()
            .orElseThrow();
    double[] values = series.values();
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    int probation = DetectedSeries.probationRows(series.rows());
    AnomalyModel model =
        AnomalyModel.of(AnomalySettings.benchmark(least, most, probation), Seeds.of(1));
    double[] published = published(folder.resolve("nab-results.zip"));
    double[] ours = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      ours[row] = model.step(series.row(row)).surprise();
    }
    // Published: 0.195, 0.016, 0.003.
    for (int from = 0; from < ROWS; from += 1000) {
      assertEquals(mean(published, from), mean(ours, from), 0.02, "from row " + from);
    }
  }

  private static double mean(double[] scores, int from) {
    return Arrays.stream(scores, from, from + 1000).average().orElseThrow();
  }

  private static double[] published(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile());
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    file.getInputStream(
                        file.stream()
                            .filter(e -> e.getName().endsWith("numentaTM_nyc_taxi.csv"))
                            .findFirst()
                            .orElseThrow()),
                    StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
          .toArray();
    }
  }
}
