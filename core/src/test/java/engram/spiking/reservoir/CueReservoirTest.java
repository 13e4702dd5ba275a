// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@FromPaper(value = "what-when", at = "spec: reservoir")
@FromPaper(value = "what-when", at = "spec: reservoir, input")
class CueReservoirTest {
  private static final CueReservoir.Settings SMALL =
      new CueReservoir.Settings(50, 10, 1, 2, 70, 300, 4);
  private static final Seeds SEEDS = Seeds.of(3);

  private static TrialInput cue(int neurons) {
    return TrialInput.cue(neurons, 100, 0.3, 10, SEEDS);
  }

  /// The same network as a plain loop, without the engine, in the same precision and with the same
  /// roundings: the traces of a whole trial are equal to the last bit.
  @Test
  void equalsAPlainLoop() {
    CueReservoir reservoir = CueReservoir.of(SMALL, SEEDS);
    double[] rows = reservoir.trial(cue(50));
    assertTrue(reservoir.meanHz() > 1 && reservoir.meanHz() < 100, "rate " + reservoir.meanHz());
    assertArrayEquals(plainTrial(), rows);
  }

  private static double[] plainTrial() {
    int n = 50;
    double[][] cell = plainCells(n);
    float[][] weight = new float[n][n];
    RandomStream synapses = SEEDS.stream("synapses");
    for (int i = 0; i < n; i++) {
      for (int target : synapses.sample(n, 10)) {
        weight[i][target] = (float) ((i < 40 ? 1 : -2) * synapses.nextDouble());
      }
    }
    float[] steady = new float[n];
    RandomStream currents = SEEDS.stream("steady");
    for (int i = 0; i < n; i++) {
      steady[i] = (float) currents.nextDouble(3, 5);
    }
    float keptCurrent = (float) Doubles.exp(-1.0 / 5);
    double keptTrace = Doubles.exp(-1.0 / 70);
    float[] v = new float[n];
    Arrays.fill(v, -65);
    float[] u = new float[n];
    for (int i = 0; i < n; i++) {
      u[i] = (float) (cell[i][1] * -65);
    }
    float[] synaptic = new float[n];
    boolean[] before = new boolean[n];
    double[] r = new double[n];
    double[] rows = new double[75 * n];
    float[] current = new float[n];
    for (int t = 0; t < 300; t++) {
      if (t % 4 == 0) {
        System.arraycopy(r, 0, rows, t / 4 * n, n);
      }
      Arrays.fill(current, 0);
      cue(n).add(t, current);
      boolean[] now = new boolean[n];
      for (int i = 0; i < n; i++) {
        float rest = 140 - u[i] + (synaptic[i] + (steady[i] + current[i]));
        v[i] = half(half(v[i], rest), rest);
        float slope = Math.fma((float) cell[i][1], v[i], -u[i]);
        u[i] = Math.fma((float) cell[i][0], slope, u[i]);
        float arrived = 0;
        for (int j = 0; j < n; j++) {
          arrived += before[j] ? weight[j][i] : 0;
        }
        synaptic[i] = Math.fma(keptCurrent, synaptic[i], arrived);
        r[i] *= keptTrace;
        if (v[i] >= 30) {
          v[i] = (float) cell[i][2];
          u[i] += (float) cell[i][3];
          now[i] = true;
          r[i] += 1.0 / 70;
        }
      }
      before = now;
    }
    return rows;
  }

  /// Half a millisecond of `v' = 0.04 v^2 + 5 v + rest`.
  private static float half(float v, float rest) {
    return Math.fma(0.5f, Math.fma(Math.fma(0.04f, v, 5), v, rest), v);
  }

  private static double[][] plainCells(int n) {
    RandomStream cells = SEEDS.stream("cells");
    double[][] cell = new double[n][];
    for (int i = 0; i < n; i++) {
      double q = cells.nextDouble();
      cell[i] =
          i < 40
              ? new double[] {0.02, 0.2, -65 + 15 * q * q, 8 - 6 * q * q}
              : new double[] {0.02 + 0.08 * q, 0.25 - 0.05 * q, -65, 2};
    }
    return cell;
  }

  @Test
  void everyTrialBeginsAlike() {
    CueReservoir reservoir = CueReservoir.of(SMALL, SEEDS);
    double[] first = reservoir.trial(cue(50));
    double[] other = reservoir.trial();
    assertFalse(Arrays.equals(first, other));
    assertArrayEquals(first, reservoir.trial(cue(50)));
    assertArrayEquals(first, CueReservoir.of(SMALL, SEEDS).trial(cue(50)));
  }

  @Test
  void noiseIsOtherInEveryTrialAndWavesAreNot() {
    CueReservoir reservoir = CueReservoir.of(SMALL, SEEDS);
    RandomStream random = SEEDS.stream("noise");
    TrialInput noise = TrialInput.noise(0.3, random);
    double[] first = reservoir.trial(cue(50), noise);
    assertFalse(Arrays.equals(first, reservoir.trial(cue(50), noise)));
    TrialInput.Waves waves = new TrialInput.Waves(20, SEEDS);
    TrialInput tonic = TrialInput.waves(waves, 50, 0.3, 5, SEEDS);
    assertArrayEquals(reservoir.trial(tonic), reservoir.trial(tonic));
    assertArrayEquals(
        reservoir.trial(cue(50)), reservoir.trial(cue(50), TrialInput.noise(0, random)));
  }

  @Test
  void wavesAreSines() {
    TrialInput.Waves waves = new TrialInput.Waves(5, SEEDS);
    double[] now = new double[5];
    double[] later = new double[5];
    waves.at(100, now);
    waves.at(100 + 1e-3, later);
    for (int k = 0; k < 5; k++) {
      double slope = (later[k] - now[k]) / 1e-3;
      assertTrue(Math.abs(now[k]) <= 1);
      assertTrue(Math.abs(slope) <= 2 * Math.PI * 0.005 * Math.sqrt(1 - now[k] * now[k]) + 1e-6);
    }
    assertEquals(75, waves.traces(300, 4).times());
  }

  @Test
  void refusesWhatCannotBe() {
    assertThrows(
        IllegalArgumentException.class, () -> new CueReservoir.Settings(50, 50, 1, 2, 70, 300, 4));
    assertThrows(
        IllegalArgumentException.class, () -> new CueReservoir.Settings(50, 10, -1, 2, 70, 300, 4));
    assertThrows(
        IllegalArgumentException.class, () -> new CueReservoir.Settings(50, 10, 1, 2, 0, 300, 4));
    assertThrows(
        IllegalArgumentException.class, () -> new CueReservoir.Settings(50, 10, 1, 2, 70, 3, 4));
    assertThrows(IllegalArgumentException.class, () -> TrialInput.cue(5, 100, 1.5, 10, SEEDS));
    assertThrows(IllegalArgumentException.class, () -> TrialInput.noise(-1, SEEDS.stream("noise")));
  }
}
