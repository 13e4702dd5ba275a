// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataMissingException;
import engram.error.NumericalException;
import engram.lab.Trial;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.random.Seeds;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InMemoryTest {
  private static final At MEAN = Measure.of("mean", "mean of draws").plain();

  @Test
  void givesEachReplicateItsOwnPublishedStream() {
    Results results = run(trial -> trial.out().value(MEAN, draw(trial)), 3);
    assertEquals(3, results.count());
    for (int i = 0; i < 3; i++) {
      double expected =
          Seeds.of(42).child("probe").child("replicate", i).stream("draws").nextGaussian();
      assertEquals(expected, results.value(i, MEAN).orElseThrow());
    }
    assertNotEquals(results.values(MEAN).get(0), results.values(MEAN).get(1));
  }

  @Test
  void passesOnWhatAnExperimentThrows() {
    assertThrows(
        NumericalException.class, () -> run(trial -> trial.out().value(MEAN, Double.NaN), 1));
  }

  @Test
  void hasNoDataUnlessItIsGiven() {
    DataMissingException e =
        assertThrows(
            DataMissingException.class, () -> run(trial -> assertNotNull(trial.data("mnist")), 1));
    assertEquals("data set mnist was asked for where no data was given to the run", e.getMessage());
  }

  @Test
  void refusesNoReplicates() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> run(_ -> {}, 0));
    assertEquals("replicates must be at least 1, was 0", e.getMessage());
  }

  private static double draw(Trial trial) {
    return trial.seeds().stream("draws").nextGaussian();
  }

  private static Results run(Consumer<Trial> body, int replicates) {
    return InMemory.run("probe", new Probe(body), new Probe.Settings(1), replicates, 42);
  }
}
