// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedRow;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.encode.TimePart;
import engram.sequence.htm.AnomalyLikelihood;
import engram.sequence.htm.AnomalySettings;
import engram.sequence.htm.memory.MemorySettings;
import engram.state.MachineContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class RowDetectorTest {
  private static final int WARM_UP = 60;

  /// A memory of 128 columns, so that a test has many.
  private static DetectorSettings small() {
    MemorySettings memory =
        new MemorySettings(
            128,
            4,
            new MemorySettings.Dendrites(6, 4, 8, 16, 32),
            new MemorySettings.Plasticity(0.24, 0.5, 0.1, 0.02, 0.001));
    AnomalySettings model =
        new AnomalySettings(
            1,
            TimePart.TIME_OF_DAY.with(21, 9.49),
            8,
            memory,
            AnomalyLikelihood.Settings.ofProbation(WARM_UP));
    return new DetectorSettings(WARM_UP, 0.5, 5, model);
  }

  private static RowDetector detector() {
    return new RowDetector(small(), Seeds.of(3));
  }

  private static List<TimedRow> rows(int count, IntToDoubleFunction... columns) {
    List<TimedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] values = new double[columns.length];
      for (int c = 0; c < columns.length; c++) {
        values[c] = columns[c].applyAsDouble(i);
      }
      rows.add(new TimedRow(i + 2, Instant.ofEpochSecond(1_400_000_000 + 3600L * i), values));
    }
    return rows;
  }

  private static List<RowFinding> run(RowDetector detector, List<TimedRow> rows) {
    return rows.stream().map(detector::step).toList();
  }

  /// A period of 8, a shift that no period explains, with noise.
  private static IntToDoubleFunction wave(double unit, int shiftAt) {
    RandomStream noise = Seeds.of(9).stream("noise");
    double[] draws = new double[2000];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = noise.nextDouble();
    }
    return i -> unit * (10 * (i % 8) + draws[i] + (i >= shiftAt ? 400 : 0));
  }

  @Test
  void keepsTheMachineContract() {
    List<TimedRow> rows = rows(90, wave(1, 80), i -> i % 7 == 0 ? Double.NaN : i % 5);
    MachineContract.check(RowDetectorTest::detector, rows);
  }

  @Test
  void nothingIsJudgedBeforeTheWarmUpEnds() {
    List<RowFinding> found = run(detector(), rows(100, wave(1, 9999)));
    for (int i = 0; i < found.size(); i++) {
      Finding finding = found.get(i).columns().getFirst();
      assertEquals(i >= WARM_UP, finding.state() == Finding.State.JUDGED, "row " + i);
    }
  }

  @Test
  void aShiftIsOneAlarmAtItsFirstRowWithItsReason() {
    RowDetector detector = detector();
    run(detector, rows(200, wave(1, 150)));
    List<Alarm> left =
        detector.alarms().stream().filter(a -> a.first().cause() == Finding.Cause.RANGE).toList();
    assertEquals(1, left.size(), () -> detector.alarms().toString());
    Alarm alarm = left.getFirst();
    assertEquals(152, alarm.line());
    assertTrue(alarm.first().value() > 400);
    assertTrue(alarm.first().expected().exists());
    assertFalse(alarm.first().expected().covers(alarm.first().value()));
    assertEquals(1, alarm.peak());
  }

  /// A metric in millionths and one in millions differ in nothing but their unit.
  @Test
  void theUnitDoesNotMatter() {
    List<RowFinding> one = run(detector(), rows(220, wave(1, 150)));
    List<RowFinding> other = run(detector(), rows(220, wave(0x1p-20, 150)));
    for (int i = 0; i < one.size(); i++) {
      Finding a = one.get(i).columns().getFirst();
      Finding b = other.get(i).columns().getFirst();
      assertEquals(a.score(), b.score(), "row " + i);
      assertEquals(a.likelihood(), b.likelihood(), "row " + i);
    }
  }

  /// What comes later changes nothing that was said before.
  @Test
  void nothingLooksAhead() {
    List<TimedRow> rows = rows(260, wave(1, 200));
    List<RowFinding> whole = run(detector(), rows);
    assertEquals(whole.subList(0, 170), run(detector(), rows.subList(0, 170)));
  }

  @Test
  void theScaleIsMadeAnewWhenTheRangeDrifts() {
    IntToDoubleFunction wave = wave(1, 9999);
    List<RowFinding> found =
        run(detector(), rows(400, i -> wave.applyAsDouble(i) * (i < 200 ? 1 : 50)));
    long remade =
        found.stream().filter(f -> f.columns().getFirst().state() == Finding.State.REMADE).count();
    assertTrue(remade >= 1 && remade <= 3, "remade " + remade + " times");
    Finding last = found.getLast().columns().getFirst();
    assertTrue(last.expected().high() - last.expected().low() < 4000, last::toString);
  }

  @Test
  void aConstantColumnAlarmsAtItsFirstOtherValueOnly() {
    RowDetector quiet = detector();
    run(quiet, rows(300, i -> 5));
    assertEquals(0, quiet.alarmCount());
    RowDetector detector = detector();
    run(detector, rows(300, i -> i == 200 ? 6 : 5));
    assertEquals(202, detector.alarms().getFirst().line());
    assertEquals(Finding.Cause.CHANGE, detector.alarms().getFirst().first().cause());
  }

  @Test
  void missingValuesAreNoSteps() {
    List<TimedRow> rows = rows(200, wave(1, 9999));
    List<TimedRow> holes = new ArrayList<>();
    for (TimedRow row : rows) {
      holes.add(row);
      holes.add(new TimedRow(row.line(), row.time(), new double[] {Double.NaN}));
    }
    List<RowFinding> with = run(detector(), holes);
    List<RowFinding> without = run(detector(), rows);
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(without.get(i).columns(), with.get(2 * i).columns());
      assertEquals(Finding.State.MISSING, with.get(2 * i + 1).columns().getFirst().state());
    }
  }

  @Test
  void greatestNumbersAreTaken() {
    double most = Double.MAX_VALUE;
    RowDetector detector = detector();
    run(detector, rows(150, i -> i % 2 == 0 ? most : -most, i -> i % 3 * Double.MIN_VALUE));
    assertEquals(150, detector.rows());
  }

  @Test
  void columnsTellEachOtherNothing() {
    List<RowFinding> both = run(detector(), rows(150, wave(1, 100), i -> i % 6));
    List<RowFinding> alone = run(detector(), rows(150, i -> i % 6));
    for (int i = 0; i < both.size(); i++) {
      assertEquals(alone.get(i).columns().getFirst(), both.get(i).columns().getLast());
    }
  }

  @Test
  void otherColumnsAreRefused() {
    RowDetector detector = detector();
    run(detector, rows(3, i -> i));
    TimedRow wide = new TimedRow(5, Instant.EPOCH, new double[2]);
    assertEquals(
        "row on line 5 must have 1 values, was 2",
        assertThrows(IllegalArgumentException.class, () -> detector.step(wide)).getMessage());
  }
}
