// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import engram.spiking.reservoir.PredictionTask.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "what-when", at = "spec: task generator")
@FromPaper(value = "what-when", at = "spec: trace")
@FromPaper(value = "what-when", at = "spec: three-factor rule, attention gate")
class PredictionTaskTest {
  @Test
  void outcomesComeAsOftenAsTheySay() {
    PredictionTask task = PredictionTask.of(new Outcome(500, 0.2), new Outcome(800, 0.5));
    RandomStream random = Seeds.of(2).stream("draws");
    int[] came = new int[3];
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      came[task.draw(random) + 1]++;
    }
    double[] expected = {0.3, 0.2, 0.5};
    for (int k = 0; k < 3; k++) {
      double sd = Math.sqrt(expected[k] * (1 - expected[k]) / draws);
      assertEquals(expected[k], (double) came[k] / draws, 4 * sd);
    }
  }

  @Test
  void theTargetIsABumpInTheTrialsInWhichItComes() {
    PredictionTask task = PredictionTask.of(new Outcome(500, 0.2), new Outcome(800, 0.5));
    double[] f = new double[2];
    task.target(0, 530, f);
    assertArrayEquals(new double[] {Math.exp(-0.5), 0}, f, 1e-15);
    task.target(PredictionTask.NOTHING, 500, f);
    assertArrayEquals(new double[] {0, 0}, f);
  }

  @Test
  void refusesWhatCannotCome() {
    assertThrows(IllegalArgumentException.class, () -> PredictionTask.of());
    assertThrows(IllegalArgumentException.class, () -> new Outcome(-1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Outcome(500, 1.2));
    IllegalArgumentException late =
        assertThrows(
            IllegalArgumentException.class, () -> PredictionTask.of(new Outcome(1300, 0.5)));
    assertEquals("latencyMs must be within the trial of 1200.0 ms, was 1300.0", late.getMessage());
    IllegalArgumentException often =
        assertThrows(
            IllegalArgumentException.class,
            () -> PredictionTask.of(new Outcome(500, 0.7), new Outcome(600, 0.7)));
    assertEquals("probabilities must sum to at most 1, was 1.4", often.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PredictionTask(List.of(new Outcome(1, 1)), 1200, 100, 0));
  }

  @Test
  void tracesAreCentredAndTheirSquareIsTheMeanOverTime() {
    double[] raw = new double[7 * 3];
    Seeds.of(4).stream("raw").fillGaussian(raw, 2);
    CentredTraces traces = CentredTraces.of(4, 3, raw);
    double[] sum = new double[3];
    double[] row = new double[3];
    double square = 0;
    double most = 0;
    for (int t = 0; t < 7; t++) {
      traces.row(t, row);
      double own = 0;
      for (int i = 0; i < 3; i++) {
        sum[i] += row[i];
        own += row[i] * row[i];
      }
      square += own / 7;
      most = Math.max(most, own);
    }
    assertArrayEquals(new double[3], sum, 1e-12);
    assertEquals(square, traces.meanSquare(), 1e-12);
    assertEquals(most / square, traces.greatestShare(), 1e-12);
    CentredTraces frozen = CentredTraces.with(4, traces.means(), raw);
    frozen.row(3, row);
    assertEquals(raw[9] - traces.means()[0], row[0], 1e-15);
    assertEquals(12, frozen.timeMs(3));
  }

  @Test
  void aTraceThatIsNoNumberIsNamed() {
    double[] raw = {1, 2, 3, Double.NaN};
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> CentredTraces.of(4, 2, raw));
    assertEquals("traces must be finite, was NaN in trace 1 at 4.0 ms", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> CentredTraces.of(4, 3, raw));
    assertThrows(IllegalArgumentException.class, () -> CentredTraces.of(0, 2, new double[4]));
  }

  @Test
  void aProbeIsReadByItsPeak() {
    CentredTraces times = DelayLine.traces(10, 30, 1200, 4);
    PredictionTask task = PredictionTask.of(new Outcome(500, 0.4));
    double[] z = new double[times.times()];
    for (int t = 0; t < z.length; t++) {
      z[t] = 0.4 * task.bump(0, times.timeMs(t));
    }
    z[10] = 9;
    PredictionObject right = PredictionObject.of(z, times, task, 0, 150);
    assertEquals(new PredictionObject(500, 0.4, 0), right);
    PredictionObject nothing = PredictionObject.of(new double[z.length], times, task, 0, 150);
    assertEquals(1, nothing.error());
    assertThrows(
        IllegalArgumentException.class,
        () -> PredictionObject.of(new double[3], times, task, 0, 150));
    assertThrows(
        IllegalArgumentException.class, () -> PredictionObject.of(z, times, task, 0, 5000));
    PredictionTask never = PredictionTask.of(new Outcome(500, 0));
    assertThrows(
        IllegalArgumentException.class, () -> PredictionObject.of(z, times, never, 0, 150));
    assertEquals("10 traces at 300 times, every 4.0 ms", times.toString());
  }
}
