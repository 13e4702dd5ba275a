// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /// The same network in double precision, without the engine: for as long as rounding has not
  /// grown to a step, the same spikes.
  @Test
  void equalsAPlainLoop() {
    CueReservoir reservoir = CueReservoir.of(SMALL, SEEDS);
    double[] rows = reservoir.trial(cue(50));
    assertEquals(75 * 50, rows.length);
    assertTrue(reservoir.meanHz() > 1 && reservoir.meanHz() < 100, "rate " + reservoir.meanHz());
    int[][] plain = plainSpikes(52);
    int seen = 0;
    for (int i = 0; i < 50; i++) {
      for (int row = 1; row <= 13; row++) {
        assertEquals(plain[row][i], spikesOf(rows, row, i), "neuron " + i + ", row " + row);
        seen += plain[row][i];
      }
    }
    assertTrue(seen > 20, "spikes " + seen);
  }

  /// Spikes in the four milliseconds before each row.
  private static int[][] plainSpikes(int steps) {
    int n = 50;
    double[][] cell = plainCells(n);
    double[][] weight = new double[n][n];
    RandomStream synapses = SEEDS.stream("synapses");
    for (int i = 0; i < n; i++) {
      for (int target : synapses.sample(n, 10)) {
        weight[i][target] = (i < 40 ? 1 : -2) * synapses.nextDouble();
      }
    }
    RandomStream steady = SEEDS.stream("steady");
    double[] always = new double[n];
    Arrays.setAll(always, _ -> steady.nextDouble(3, 5));
    double[] v = new double[n];
    Arrays.fill(v, -65);
    double[] u = new double[n];
    Arrays.setAll(u, i -> cell[i][1] * -65);
    double[] synaptic = new double[n];
    boolean[] before = new boolean[n];
    int[][] spikes = new int[steps / 4 + 1][n];
    float[] current = new float[n];
    TrialInput input = cue(n);
    for (int t = 0; t < steps; t++) {
      Arrays.fill(current, 0);
      input.add(t, current);
      boolean[] now = new boolean[n];
      for (int i = 0; i < n; i++) {
        double in = synaptic[i] + always[i] + current[i];
        v[i] += 0.5 * (0.04 * v[i] * v[i] + 5 * v[i] + 140 - u[i] + in);
        v[i] += 0.5 * (0.04 * v[i] * v[i] + 5 * v[i] + 140 - u[i] + in);
        u[i] += cell[i][0] * (cell[i][1] * v[i] - u[i]);
        synaptic[i] *= Math.exp(-1.0 / 5);
        for (int j = 0; j < n; j++) {
          synaptic[i] += before[j] ? weight[j][i] : 0;
        }
        if (v[i] >= 30) {
          v[i] = cell[i][2];
          u[i] += cell[i][3];
          now[i] = true;
          spikes[t / 4 + 1][i]++;
        }
      }
      before = now;
    }
    return spikes;
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

  /// From a spike within four milliseconds between 94 and 100 % of it is left at their end.
  private static int spikesOf(double[] rows, int row, int neuron) {
    double kept = Math.exp(-4.0 / 70);
    double rise = rows[row * 50 + neuron] - kept * rows[(row - 1) * 50 + neuron];
    return (int) Math.round(rise * 70);
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
