// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.MachineContract;
import engram.state.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorsTest {
  private static List<TimedValue> rows(int count) {
    RandomStream draws = Seeds.of(1).stream("rows");
    List<TimedValue> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(i, draws.nextGaussian(10, 2)));
    }
    return rows;
  }

  private static TimedValue row(int i, double value) {
    return new TimedValue(Instant.ofEpochSecond(i), value);
  }

  @Test
  void allKeepTheContractOfMachines() {
    MachineContract.check(NullDetector::new, rows(20));
    MachineContract.check(() -> new RandomDetector(Seeds.of(3)), rows(20));
    MachineContract.check(RangeDetector::new, rows(60));
    MachineContract.check(() -> new RangeDetector(0), rows(60));
    for (int window : new int[] {1, 7, 100}) {
      for (int step : new int[] {1, Math.max(1, window / 3), window}) {
        MachineContract.check(() -> new WindowedGaussianDetector(window, step), rows(60));
      }
    }
  }

  /// The definition, with mean and deviation made anew from the values of the window.
  @Test
  void theGaussianScoreIsTheTailOfTheWindow() {
    int window = 10;
    int step = 4;
    List<TimedValue> rows = rows(50);
    WindowedGaussianDetector detector = new WindowedGaussianDetector(window, step);
    assertEquals(0, detector.step(rows.getFirst()));
    for (int i = 1; i < rows.size(); i++) {
      int to = i <= window ? i : window + (i - window) / step * step;
      List<TimedValue> own = rows.subList(Math.max(0, to - window), to);
      double mean = own.stream().mapToDouble(TimedValue::value).sum() / own.size();
      double variance =
          own.stream().mapToDouble(r -> (r.value() - mean) * (r.value() - mean)).sum() / own.size();
      double z = Math.abs(rows.get(i).value() - mean) / Math.max(1e-6, Math.sqrt(variance));
      assertEquals(1 - tail(z), detector.step(rows.get(i)), 1e-9, "row " + i);
    }
  }

  /// Q(z) by Simpson's rule over the density.
  private static double tail(double z) {
    int parts = 4000;
    double width = Math.min(z, 12) / parts;
    double sum = 0;
    for (int i = 0; i <= parts; i++) {
      double x = i * width;
      double weight = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * StrictMath.exp(-x * x / 2);
    }
    return 0.5 - sum * width / 3 / Math.sqrt(2 * Math.PI);
  }

  @Test
  void aConstantStreamMakesAnyOtherValueCertain() {
    WindowedGaussianDetector detector = new WindowedGaussianDetector(10, 2);
    for (int i = 0; i < 30; i++) {
      detector.step(row(i, 5));
    }
    assertEquals(0.5, detector.fork().step(row(30, 5)));
    assertEquals(1, detector.fork().step(row(30, 5.001)));
  }

  @Test
  void aRangeIsLeftByMoreThanATwentiethOfIt() {
    RangeDetector detector = new RangeDetector();
    double[] values = {4, 4, 24, 25, 25.06, 3, 26.11, -5};
    double[] scores = {0, 0, 0, 0, 0, 0, 0, 1};
    for (int i = 0; i < values.length; i++) {
      assertEquals(scores[i], detector.step(row(i, values[i])), "row " + i);
    }
    // The range is now [-5, 26.11]: its twentieth is 1.5555.
    assertEquals(0, detector.fork().step(row(8, 27.66)));
    assertEquals(1, detector.fork().step(row(8, 27.67)));
    assertEquals(0, detector.fork().step(row(8, -6.55)));
    assertEquals(1, detector.fork().step(row(8, -6.56)));
  }

  /// Against the range of all values before, found anew for each row.
  @Test
  void theRangeIsThatOfAllRowsBefore() {
    List<TimedValue> rows = rows(200);
    for (double tolerance : new double[] {0, 0.05, 0.3}) {
      RangeDetector detector = new RangeDetector(tolerance);
      double alarms = 0;
      for (int i = 0; i < rows.size(); i++) {
        double score = detector.step(rows.get(i));
        var before = rows.subList(0, i).stream().mapToDouble(TimedValue::value).summaryStatistics();
        double margin = tolerance * (before.getMax() - before.getMin());
        double value = rows.get(i).value();
        boolean left =
            i > 1 && (value > before.getMax() + margin || value < before.getMin() - margin);
        assertEquals(left ? 1 : 0, score, "row " + i);
        alarms += score;
      }
      assertTrue(alarms > 0, "tolerance " + tolerance);
    }
  }

  @Test
  void aRandomScoreLooksAtNothing() {
    RandomDetector one = new RandomDetector(Seeds.of(4));
    RandomDetector other = new RandomDetector(Seeds.of(4));
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double score = one.step(row(i, i));
      assertEquals(score, other.step(row(0, 0)));
      sum += score;
    }
    assertTrue(Math.abs(sum / 10_000 - 0.5) < 4 * Math.sqrt(1 / 12.0 / 10_000), "mean " + sum);
  }

  @Test
  void refuseWhatTheyCannotTake() {
    WindowedGaussianDetector detector = new WindowedGaussianDetector(3, 2);
    detector.step(row(0, 1));
    Snapshot before = detector.snapshot();
    refuses(
        "value must be finite, was missing at 1970-01-01T00:00:01Z",
        () -> detector.step(row(1, Double.NaN)));
    assertEquals(before, detector.snapshot());
    RangeDetector range = new RangeDetector();
    refuses(
        "value must be finite, was missing at 1970-01-01T00:00:01Z",
        () -> range.step(row(1, Double.NaN)));
    refuses("tolerance must be finite and 0 or more, was -0.1", () -> new RangeDetector(-0.1));
    assertThrows(
        DataCorruptException.class, () -> new RangeDetector(0.1).restore(range.snapshot()));
    refuses("windowRows must be at least 1, was 0", () -> new WindowedGaussianDetector(0, 1));
    refuses("stepRows must be in [1, 3], was 4", () -> new WindowedGaussianDetector(3, 4));
    assertThrows(
        DataCorruptException.class, () -> new WindowedGaussianDetector(4, 2).restore(before));
    Snapshot negative = Snapshot.named("random-detector", 1).number("draws", "1", -1).build();
    assertThrows(
        DataCorruptException.class, () -> new RandomDetector(Seeds.of(1)).restore(negative));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
