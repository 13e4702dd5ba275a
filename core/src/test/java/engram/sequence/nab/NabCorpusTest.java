// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.data.DataPlaces;
import engram.data.DataSets;
import engram.data.NabCorpus;
import engram.data.series.LabelledSeries;
import engram.kernel.Workers;
import engram.random.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// The scorer against what the benchmark's authors published, where their files are.
class NabCorpusTest {
  private static final NabProfile[] PROFILES = {
    NabProfile.STANDARD, NabProfile.REWARD_LOW_FP_RATE, NabProfile.REWARD_LOW_FN_RATE
  };

  private static Path folder() {
    Path home = DataPlaces.home(System.getenv(), Path.of(System.getProperty("user.home", "/")));
    DataSets sets =
        DataSets.known(
            DataPlaces.usual(
                Optional.empty(),
                System.getenv(),
                home,
                Optional.of(Path.of("..").toAbsolutePath().normalize())));
    assumeTrue(sets.isPresent("nab"), "data set nab is not on this machine");
    return sets.locate("nab");
  }

  private static List<LabelledSeries> corpus() {
    return NabCorpus.read(folder());
  }

  @Test
  void theCorpusIsThePublishedOne() {
    List<LabelledSeries> corpus = corpus();
    assertEquals(58, corpus.size());
    assertEquals(365_558, corpus.stream().mapToInt(LabelledSeries::rows).sum());
    assertEquals(116, corpus.stream().mapToInt(series -> series.anomalies().size()).sum());
  }

  /// Final scores, and score and counts of each file, at the published thresholds. Those were found
  /// by a search that can stop early: the best threshold is the same in four of six cases and
  /// better in two.
  @Test
  void publishedDetectorsHaveTheirPublishedScores() throws IOException {
    Path results = folder().resolve("nab-results.zip");
    assumeTrue(Files.exists(results), "the published results of data set nab are not here");
    String[] names = {"numenta", "numentaTM"};
    double[][] thresholds = {
      {0.5421876907348634, 0.5751955032348636, 0.5421876907348634},
      {0.5126953125, 0.65076904296875, 0.5126953125}
    };
    double[][] finals = {
      {70.10105611943965, 63.11684160219828, 74.3202443095115},
      {64.55346441254311, 56.665308225043105, 69.18506822906035}
    };
    double[][] bests = {
      {70.10105611943965, 63.20918500249927, 74.3202443095115},
      {64.55346441254311, 56.665308225043105, 69.37610882261879}
    };
    try (ZipFile zip = new ZipFile(results.toFile())) {
      for (int d = 0; d < names.length; d++) {
        List<DetectedSeries> detected = published(zip, names[d]);
        for (int p = 0; p < PROFILES.length; p++) {
          NabScorer scorer = new NabScorer(PROFILES[p]);
          NabScore same = scorer.at(thresholds[d][p], detected);
          String what = names[d] + " " + PROFILES[p].name();
          assertEquals(finals[d][p], same.normalised(), 1e-9, what);
          countsAsPublished(zip, names[d], same);
          NabScore best = scorer.best(detected);
          assertEquals(bests[d][p], best.normalised(), 1e-9, what);
        }
      }
    }
  }

  private static void countsAsPublished(ZipFile zip, String name, NabScore score)
      throws IOException {
    String path = "results/" + name + "/" + name + "_" + score.profile().name() + "_scores.csv";
    Map<String, String[]> rows = new HashMap<>();
    text(zip, path).lines().map(line -> line.split(",", -1)).forEach(row -> rows.put(row[2], row));
    for (NabScore.OfSeries series : score.series()) {
      String[] row = rows.getOrDefault(series.name(), new String[0]);
      assertEquals(Double.parseDouble(row[4]), series.raw(), 1e-10, series.name());
      assertEquals(
          new NabScore.Rows(
              Integer.parseInt(row[5]),
              Integer.parseInt(row[6]),
              Integer.parseInt(row[7]),
              Integer.parseInt(row[8])),
          series.rows(),
          series.name());
    }
  }

  private static List<DetectedSeries> published(ZipFile zip, String name) throws IOException {
    List<DetectedSeries> detected = new ArrayList<>();
    for (LabelledSeries series : corpus()) {
      String[] path = series.name().split("/", 2);
      String text = text(zip, "results/" + name + "/" + path[0] + "/" + name + "_" + path[1]);
      double[] scores =
          text.lines()
              .skip(1)
              .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
              .toArray();
      detected.add(new DetectedSeries(series, scores));
    }
    return detected;
  }

  private static String text(ZipFile zip, String path) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theNullDetectorScoresZero() {
    List<DetectedSeries> silent =
        DetectedSeries.all(corpus(), series -> new NullDetector(), Workers.one());
    double[] raw = {-116, -116, -232};
    for (int p = 0; p < PROFILES.length; p++) {
      NabScore best = new NabScorer(PROFILES[p]).best(silent);
      assertEquals(raw[p], best.raw());
      assertEquals(0, best.normalised());
    }
  }

  @Test
  void detectingTheFirstRowOfEachWindowScoresAHundred() {
    List<DetectedSeries> perfect = new ArrayList<>();
    for (LabelledSeries series : corpus()) {
      double[] scores = new double[series.rows()];
      series.anomalies().forEach(window -> scores[window.first()] = 1);
      perfect.add(new DetectedSeries(series, scores));
    }
    for (NabProfile profile : PROFILES) {
      assertEquals(100, new NabScorer(profile).best(perfect).normalised(), 1e-9);
    }
  }

  /// Published: 39.65, 20.87, 47.41. Thresholds within 1e-12 of 1 decide, and the search behind the
  /// published figures was coarser, so some difference stays; ours are below.
  @Test
  void theWindowedGaussianScoresAsPublished() {
    List<LabelledSeries> corpus = corpus();
    List<DetectedSeries> detected;
    try (Workers workers = Workers.of(2)) {
      detected = DetectedSeries.all(corpus, series -> new WindowedGaussianDetector(), workers);
    }
    double[] published = {39.649523496077585, 20.86798582474138, 47.4100271583046};
    double[] near = {1, 4, 1};
    double[] ours = {40.134874445708, 23.943861759758, 47.733594458058};
    for (int p = 0; p < PROFILES.length; p++) {
      NabScore best = new NabScorer(PROFILES[p]).best(detected);
      assertEquals(published[p], best.normalised(), near[p], PROFILES[p].name());
      assertEquals(ours[p], best.normalised(), 1e-9, PROFILES[p].name());
      assertTrue(best.threshold() > 1 - 1e-12, "threshold " + best.threshold());
    }
  }

  /// Published: 16.83, 5.76, 25.88, of one draw. Ten of ours lay between 3 and 19 in the standard
  /// profile, so the published one is an ordinary draw and no constant of the benchmark.
  @Test
  void randomScoresEarnMoreThanSilence() {
    List<LabelledSeries> corpus = corpus();
    for (int seed = 0; seed < 4; seed++) {
      Seeds seeds = Seeds.of(seed);
      List<DetectedSeries> random =
          DetectedSeries.all(
              corpus,
              series -> new RandomDetector(seeds.child(series.name().replace('/', ' '))),
              Workers.one());
      double[] least = {3, 0, 14};
      double[] most = {19, 7, 30};
      for (int p = 0; p < PROFILES.length; p++) {
        double score = new NabScorer(PROFILES[p]).best(random).normalised();
        assertTrue(score > least[p] && score < most[p], seed + ": " + score);
      }
    }
  }
}
