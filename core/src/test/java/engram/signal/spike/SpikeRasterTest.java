// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whole-word operations against plain loops over bits.
@FromPaper(value = "pspm", at = "spec: fast form")
final class SpikeRasterTest {
  private static SpikeRaster random(int neurons, int steps, double rate, String name) {
    RandomStream draws = Seeds.of(42).stream(name);
    SpikeRaster raster = new SpikeRaster(neurons, steps);
    for (int i = 0; i < neurons; i++) {
      for (int t = 0; t < steps; t++) {
        if (draws.nextDouble() < rate) {
          raster.set(i, t);
        }
      }
    }
    return raster;
  }

  @Test
  void dilationIsThatOfThePlainLoop() {
    int[][] windows = {
      {0, 0}, {-2, 2}, {1, 5}, {-7, -3}, {-64, 64}, {1, 200}, {-3, 0}, {70, 75}, {0, 1000}
    };
    for (int steps : new int[] {1, 5, 63, 64, 65, 130, 300}) {
      SpikeRaster raster = random(5, steps, 0.03, "dilate " + steps);
      for (int[] window : windows) {
        SpikeRaster plain = new SpikeRaster(5, steps);
        for (int i = 0; i < 5; i++) {
          for (int t = 0; t < steps; t++) {
            for (int u = t + window[0]; raster.get(i, t) && u <= t + window[1]; u++) {
              if (u >= 0 && u < steps) {
                plain.set(i, u);
              }
            }
          }
        }
        assertEquals(
            plain,
            raster.dilated(window[0], window[1]),
            steps + " steps, " + window[0] + " to " + window[1]);
      }
    }
  }

  @Test
  void extremeWindowsDoNotOverflow() {
    SpikeRaster raster = random(3, 100, 0.05, "extreme");
    SpikeRaster all = raster.dilated(Integer.MIN_VALUE, Integer.MAX_VALUE);
    for (int i = 0; i < 3; i++) {
      assertEquals(raster.count(i) > 0 ? 100 : 0, all.count(i));
    }
    assertEquals(0, raster.shifted(Integer.MIN_VALUE).count());
    assertEquals(0, raster.shifted(Integer.MAX_VALUE).count());
  }

  @Test
  void transposeTurnsEveryBit() {
    for (int[] shape : new int[][] {{1, 1}, {64, 64}, {65, 3}, {3, 200}, {130, 129}}) {
      SpikeRaster raster = random(shape[0], shape[1], 0.2, "turn " + shape[0]);
      SpikeRaster turned = raster.transposed();
      assertEquals(shape[1], turned.neurons());
      assertEquals(shape[0], turned.steps());
      for (int i = 0; i < shape[0]; i++) {
        for (int t = 0; t < shape[1]; t++) {
          assertEquals(raster.get(i, t), turned.get(t, i));
        }
      }
      assertEquals(raster, turned.transposed());
    }
  }

  @Test
  void walkingAndCountingAgreeWithBits() {
    SpikeRaster raster = random(4, 150, 0.1, "walk");
    int[] population = new int[150];
    for (int i = 0; i < 4; i++) {
      int seen = 0;
      for (int t = raster.next(i, 0); t >= 0; t = raster.next(i, t + 1)) {
        assertTrue(raster.get(i, t));
        seen++;
        population[t]++;
      }
      assertEquals(raster.count(i), seen);
    }
    assertArrayEquals(population, raster.population());
    assertEquals(-1, raster.next(0, 150));
    assertEquals(0, raster.and(new SpikeRaster(4, 150)).count());
    assertEquals(raster, raster.or(raster.copy()));
    assertEquals(0, raster.andNot(raster).count());
  }

  @Test
  void trainsAndRastersGoThereAndBack() {
    SpikeRaster raster = random(6, 90, 0.1, "back");
    List<SpikeTrain> trains = IntStream.range(0, 6).mapToObj(i -> raster.train(i, 0.5)).toList();
    assertEquals(45, trains.getFirst().durationMs());
    assertEquals(raster, SpikeRaster.of(trains, 0.5));
    SpikeRaster end = SpikeRaster.of(List.of(SpikeTrain.of(10, 0, 9.5, 10)), 1);
    assertTrue(end.get(0, 0) && end.get(0, 9));
    assertEquals(2, end.count());
  }

  @Test
  void badRastersAreRefused() {
    SpikeRaster raster = new SpikeRaster(2, 10);
    assertRefused(
        "rasters must have one shape, was 2 x 10 and 3 x 10",
        () -> raster.and(new SpikeRaster(3, 10)));
    assertRefused("neurons and steps must be 1 or more, was 0 x 5", () -> new SpikeRaster(0, 5));
    assertRefused("neuron and step must be in 2 x 10, was 2, 0", () -> raster.set(2, 0));
    assertRefused("neuron and step must be in 2 x 10, was 0, 10", () -> raster.get(0, 10));
    assertRefused("from must be at most 1, was 2", () -> raster.dilated(2, 1));
    assertRefused("stepMs must be above 0, was 0.0", () -> SpikeRaster.of(two(10, 10), 0));
    assertRefused(
        "durationMs of both trains must be the same, was 10.0 and 20.0",
        () -> SpikeRaster.of(two(10, 20), 1));
  }

  private static List<SpikeTrain> two(double firstMs, double secondMs) {
    return List.of(SpikeTrain.silent(firstMs), SpikeTrain.silent(secondMs));
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
