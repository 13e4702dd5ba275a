// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.Covariance;
import engram.plasticity.Sample;
import engram.plasticity.Traces;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 1, spec 2, spec 18")
final class StoresTest {
  private static int[][] signs(int count, int size, RandomStream stream) {
    int[][] patterns = new int[count][size];
    for (int[] pattern : patterns) {
      for (int i = 0; i < size; i++) {
        pattern[i] = stream.nextBoolean() ? 1 : -1;
      }
    }
    return patterns;
  }

  /// N = 400: all of N / (4 ln N) = 16 patterns rest; of 0.25 N none does.
  @Test
  void capacityOfPatterns() {
    int[][] few = signs(16, 400, Seeds.of(81).stream("few"));
    PatternStorage memory = new PatternStorage(400, 0);
    for (int[] pattern : few) {
      memory.store(pattern);
    }
    int unstable = 0;
    for (int[] pattern : few) {
      unstable += memory.unstable(pattern);
    }
    assertTrue(unstable <= 1, unstable + " of 6400 units");
    int[][] many = signs(100, 400, Seeds.of(81).stream("many"));
    PatternStorage full = new PatternStorage(400, 0);
    for (int[] pattern : many) {
      full.store(pattern);
    }
    for (int[] pattern : many) {
      assertTrue(full.unstable(pattern) > 0);
    }
  }

  /// Sparse patterns of 0 and 1 about their activity: what the covariance rule with standing means
  /// stores, up to 1/N.
  @Test
  void sparsePatternsAreStoredByTheCovarianceRule() {
    double f = 0.1;
    RandomStream stream = Seeds.of(82).stream("p");
    PatternStorage memory = new PatternStorage(30, f);
    double[][] change = new double[30][30];
    double[] mean = new double[30];
    java.util.Arrays.fill(mean, f);
    for (int mu = 0; mu < 5; mu++) {
      int[] pattern = new int[30];
      double[] x = new double[30];
      for (int i = 0; i < 30; i++) {
        pattern[i] = stream.nextDouble() < f ? 1 : 0;
        x[i] = pattern[i];
      }
      memory.store(pattern);
      Traces traces = new Traces(mean, mean);
      new Covariance(Covariance.Side.BOTH, 0)
          .add(new Sample(new double[30][30], x, x, x, traces), change);
    }
    int[] probe = new int[30];
    probe[3] = 1;
    double[] fields = memory.fields(probe);
    for (int i = 0; i < 30; i++) {
      double expected = 0;
      for (int j = 0; j < 30; j++) {
        expected += i == j ? 0 : change[i][j] / 30 * (probe[j] - f);
      }
      assertEquals(expected, fields[i], 1e-14);
    }
  }

  @Test
  void orthonormalKeysAreStoredExactlyUpToTheirDimension() {
    double[][] keys = Clouds.basis(6, Seeds.of(83).stream("keys"));
    double[][] values = Clouds.normal(6, 4, 0, Seeds.of(83).stream("values"));
    for (DeltaMemory.Form form : DeltaMemory.Form.values()) {
      DeltaMemory memory = new DeltaMemory(form, 4, 6, 1);
      for (int k = 0; k < 6; k++) {
        memory.write(keys[k], values[k]);
      }
      for (int k = 0; k < 6; k++) {
        assertArrayEquals(values[k], memory.read(keys[k]), 1e-12);
      }
    }
  }

  @Test
  void lastWriteOfTheDeltaRuleReadsBackExactly() {
    RandomStream stream = Seeds.of(84).stream("keys");
    DeltaMemory delta = new DeltaMemory(DeltaMemory.Form.DELTA, 3, 5, 1);
    DeltaMemory hebb = new DeltaMemory(DeltaMemory.Form.HEBB, 3, 5, 1);
    double missed = 0;
    for (int t = 0; t < 50; t++) {
      double[] key = Clouds.normal(1, 5, 0, stream)[0];
      double length = Math.sqrt(Clouds.dot(key, key));
      for (int j = 0; j < 5; j++) {
        key[j] /= length;
      }
      double[] value = Clouds.normal(1, 3, 0, stream)[0];
      delta.write(key, value);
      hebb.write(key, value);
      assertArrayEquals(value, delta.read(key), 1e-12);
      missed = Math.max(missed, Math.abs(hebb.read(key)[0] - value[0]));
    }
    assertTrue(missed > 0.5, "the Hebbian form keeps what was there");
  }

  /// `A_t h = eta sum_s lambda^(t-s) h_s (h_s.h)`.
  @Test
  void fastWeightsWeighThePastByItsLikeness() {
    FastWeights memory = new FastWeights(3, 0.95, 0.5);
    double[][] past = Clouds.normal(4, 3, 0, Seeds.of(85).stream("h"));
    for (double[] h : past) {
      memory.store(h);
    }
    double[] now = {0.3, -0.2, 0.9};
    double[] said = memory.attend(now);
    for (int i = 0; i < 3; i++) {
      double expected = 0;
      double weight = 0.5;
      for (int s = 3; s >= 0; s--) {
        expected += weight * past[s][i] * Clouds.dot(past[s], now);
        weight *= 0.95;
      }
      assertEquals(expected, said[i], 1e-14);
    }
    assertEquals(Math.tanh(0.3), memory.settle(now, 0)[0], 1e-14);
    assertEquals(3, memory.settle(now, 2).length);
  }

  @Test
  void refusals() {
    refused(
        "beta must be in [0, 2], was 3.0", () -> new DeltaMemory(DeltaMemory.Form.HEBB, 1, 1, 3));
    refused("lambda must be in [0, 1], was -0.1", () -> new FastWeights(2, -0.1, 0.5));
    refused("activity must be in [0, 1), was 1.0", () -> new PatternStorage(3, 1));
    refused("pattern must have 3 units, was 2", () -> new PatternStorage(3, 0).store(new int[2]));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
