// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.htm.memory.MemorySettings;
import engram.state.MachineContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StreamForecasterTest {
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
  private static final int AHEAD = 3;

  private static StreamForecaster forecaster() {
    MemorySettings memory =
        new MemorySettings(
            128,
            4,
            new MemorySettings.Dendrites(6, 4, 8, 16, 32),
            new MemorySettings.Plasticity(0.24, 0.5, 0.1, 0.02, 0.001));
    return new StreamForecaster(new ForecastSettings(AHEAD, 40, 8, memory), Seeds.of(5));
  }

  /// Every six hours, in a rhythm of a week.
  private static List<TimedValue> weeks(int weeks) {
    List<TimedValue> values = new ArrayList<>();
    for (int i = 0; i < 28 * weeks; i++) {
      int phase = i % 28;
      values.add(new TimedValue(BEGIN.plus(Duration.ofHours(6L * i)), phase * (27 - phase)));
    }
    return values;
  }

  private static List<Outlook> run(StreamForecaster forecaster, List<TimedValue> values) {
    return values.stream().map(forecaster::step).toList();
  }

  @Test
  void keepsTheMachineContract() {
    List<TimedValue> values = new ArrayList<>(weeks(3));
    values.set(50, new TimedValue(values.get(50).time(), Double.NaN));
    MachineContract.check(StreamForecasterTest::forecaster, values);
  }

  @Test
  void theStepIsTheMedianAndTheRivalsAreTheRules() {
    StreamForecaster forecaster = forecaster();
    List<TimedValue> values = weeks(8);
    List<Outlook> outlooks = run(forecaster, values);
    assertEquals(Duration.ofHours(6), forecaster.usualStep());
    assertEquals(
        List.of("sequence memory", "persistence", "same time last week", "mean of 4 weeks"),
        forecaster.methods());
    for (int i = 60; i + AHEAD < values.size(); i++) {
      Outlook outlook = outlooks.get(i);
      assertEquals(values.get(i + AHEAD).time(), outlook.of());
      assertEquals(values.get(i).value(), outlook.rivals().get(0));
      assertEquals(values.get(i + AHEAD).value(), outlook.rivals().get(1));
    }
    List<ForecastScore> scores = forecaster.scores();
    assertEquals(0, scores.get(2).mape());
    assertTrue(scores.get(1).mape() > 0.2, scores::toString);
    for (ForecastScore score : scores) {
      assertEquals(scores.getFirst().count(), score.count(), "the same rows");
      assertEquals(0, score.missing());
    }
  }

  @Test
  void theMemoryLearnsARhythmThatPersistenceCannot() {
    StreamForecaster forecaster = forecaster();
    run(forecaster, weeks(80));
    List<ForecastScore> scores = forecaster.scores();
    assertTrue(scores.get(0).mape() < scores.get(1).mape() / 2, scores::toString);
  }

  @Test
  void whatComesLaterChangesNothingBefore() {
    List<TimedValue> values = weeks(6);
    List<Outlook> whole = run(forecaster(), values);
    assertEquals(whole.subList(0, 100), run(forecaster(), values.subList(0, 100)));
  }

  @Test
  void rowsThatGoBackAreLeftOut() {
    List<TimedValue> values = weeks(4);
    List<TimedValue> mixed = new ArrayList<>(values);
    mixed.add(70, values.get(3));
    List<Outlook> with = run(forecaster(), mixed);
    List<Outlook> without = run(forecaster(), values);
    assertEquals(Outlook.State.EARLIER, with.get(70).state());
    assertEquals(without.subList(0, 70), with.subList(0, 70));
    assertEquals(without.subList(70, without.size()), with.subList(71, with.size()));
  }

  @Test
  void timesThatStandStillAreRefused() {
    StreamForecaster forecaster = forecaster();
    List<TimedValue> still = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      still.add(new TimedValue(BEGIN, i));
    }
    assertEquals(
        "times must go forward, were all equal in the first 40 rows",
        assertThrows(DataCorruptException.class, () -> run(forecaster, still)).getMessage());
  }

  @Test
  void withoutWholeStepsInAWeekPersistenceStandsAlone() {
    StreamForecaster forecaster = forecaster();
    for (int i = 0; i < 60; i++) {
      forecaster.step(new TimedValue(BEGIN.plusSeconds(1_000_003L * i), i % 5));
    }
    assertEquals(List.of("sequence memory", "persistence"), forecaster.methods());
  }
}
