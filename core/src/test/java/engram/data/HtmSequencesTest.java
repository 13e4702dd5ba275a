// SPDX-License-Identifier: Apache-2.0
package engram.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The series of the set, where it is on this machine, and what is said where it is not.
class HtmSequencesTest {
  private static final String TAXI = "nyc_taxi.csv";

  private static DataSets sets() {
    Path home = DataPlaces.home(System.getenv(), Path.of(System.getProperty("user.home", "/")));
    return DataSets.known(
        DataPlaces.usual(
            Optional.empty(),
            System.getenv(),
            home,
            Optional.of(Path.of("..").toAbsolutePath().normalize())));
  }

  private static Path folder() {
    DataSets sets = sets();
    assumeTrue(sets.isPresent("htm-sequences"), "data set htm-sequences is not on this machine");
    return sets.locate("htm-sequences");
  }

  @Test
  void everyFileIsThePublishedOne() {
    folder();
    sets().verify("htm-sequences");
    assertEquals(15, DataSets.HTM_SEQUENCES.files().size());
  }

  @Test
  void theTaxiSeriesHasARowEachHalfHour() {
    List<TimedValue> taxi = HtmSequences.series(folder(), TAXI);
    assertEquals(17_520, taxi.size());
    for (int t = 0; t < taxi.size(); t++) {
      Instant time = Instant.parse("2014-07-01T00:00:00Z").plus(Duration.ofMinutes(30L * t));
      assertEquals(time, taxi.get(t).time());
    }
    assertEquals(10_844, taxi.getFirst().value());
    assertEquals(14_242, taxi.getLast().value());
  }

  /// The perturbed series is the plain one up to the first of April.
  @Test
  void thePerturbationBeginsInApril() {
    List<TimedValue> plain = HtmSequences.series(folder(), TAXI);
    List<TimedValue> perturbed = HtmSequences.series(folder(), "nyc_taxi_perturb.csv");
    int first = 0;
    while (plain.get(first).equals(perturbed.get(first))) {
      first++;
    }
    assertEquals("2015-04-01", perturbed.get(first).time().toString().substring(0, 10));
    assertTrue(first >= 13_152, "row " + first);
  }

  @Test
  void saysWhatIsMissing(@TempDir Path empty) {
    DataMissingException e =
        assertThrows(DataMissingException.class, () -> HtmSequences.series(empty, TAXI));
    assertEquals(
        "data file nyc_taxi.csv (or nyc_taxi.csv.gz) must lie in " + empty, e.getMessage());
    assertEquals(
        "file must be one of data set htm-sequences, was taxi.csv",
        assertThrows(IllegalArgumentException.class, () -> HtmSequences.series(empty, "taxi.csv"))
            .getMessage());
  }

  @Test
  void refusesAnotherFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(TAXI), "timestamp,passenger_count\n");
    assertThrows(DataCorruptException.class, () -> HtmSequences.series(folder, TAXI));
  }
}
