// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.htm.AnomalyModel;
import engram.state.AlteredSnapshot;
import engram.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What a scaled model does not take back.
final class ScaledModelTest {
  private final AnomalyModel blank = AnomalyModel.of(DetectorSettings.usual().model(), Seeds.of(1));
  private final Snapshot own = begun();

  private Snapshot begun() {
    ScaledModel model = new ScaledModel(new Scale(0, 9), blank.fork());
    Instant start = Instant.parse("2014-07-01T00:00:00Z");
    for (int i = 0; i < 20; i++) {
      model.step(new TimedValue(start.plus(Duration.ofHours(i)), i % 10));
    }
    return model.snapshot();
  }

  @Test
  void takesBackItsOwn() {
    assertEquals(own, ScaledModel.restored(own, blank).snapshot());
  }

  @Test
  void refusesAStateThatCannotBe() {
    String rest = " of a scaled model must be those of one that has taken its steps, was ";
    refused("extremes" + rest + "[9.0, 0.0]", "seen", 9, 0);
    refused("extremes" + rest + "[NaN, 9.0]", "seen", Double.NaN, 9);
    refused("extremes" + rest + "[NaN, NaN]", "seen", Double.NaN, Double.NaN);
    refused("means of surprise" + rest + "[0.5, 1.5]", "surprise", 0.5, 1.5);
    refused("means of surprise" + rest + "[NaN, 0.5]", "surprise", Double.NaN, 0.5);
    refused(
        "scaled model: least must be at most most, both finite, was 9.0 and 0.0", "scale", 9, 0);
    refused(
        "scaled model must have two ends, extremes and means, and three borders, has not",
        "next",
        1,
        2);
  }

  private void refused(String message, String name, double... array) {
    Snapshot altered = AlteredSnapshot.with(own, name, array);
    DataCorruptException refusal =
        assertThrows(DataCorruptException.class, () -> ScaledModel.restored(altered, blank));
    assertEquals(message, refusal.getMessage());
  }
}
