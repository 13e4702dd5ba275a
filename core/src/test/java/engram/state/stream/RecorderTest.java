// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.Safetensors;
import engram.state.Snapshot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {
  @Test
  void keepsAShortSeriesWhole() {
    Recorder recorder = new Recorder(4, 2);
    for (int i = 0; i < 4; i++) {
      recorder.add("a", "mV", 10 + i, i * i);
    }
    Envelope series = recorder.series("a");
    assertEquals(1, series.valuesPerBin());
    assertArrayEquals(new double[] {10, 11, 12, 13}, series.at());
    assertArrayEquals(new double[] {0, 1, 4, 9}, series.mean());
    assertArrayEquals(series.mean(), series.least());
    assertArrayEquals(series.mean(), series.most());
    assertEquals("mV", series.unit());
  }

  /// Against the bins made from all values at once.
  @Test
  void binsAreThoseOfTheWholeSeries() {
    RandomStream draws = Seeds.of(11).stream("values");
    for (int count = 1; count < 300; count++) {
      double[] values = new double[count];
      Recorder recorder = new Recorder(8, 1);
      for (int i = 0; i < count; i++) {
        values[i] = draws.nextInt(1000);
        recorder.add("a", "1", i, values[i]);
      }
      Envelope series = recorder.series("a");
      int per = (int) series.valuesPerBin();
      assertEquals(count, series.count());
      assertTrue(per == 1 || count > 4 * per, count + " values in bins of " + per);
      assertEquals((count + per - 1) / per, series.bins());
      for (int bin = 0; bin < series.bins(); bin++) {
        double[] own = Arrays.copyOfRange(values, bin * per, Math.min((bin + 1) * per, count));
        assertEquals(bin * per, series.at()[bin]);
        assertEquals(Arrays.stream(own).min().orElseThrow(), series.least()[bin]);
        assertEquals(Arrays.stream(own).max().orElseThrow(), series.most()[bin]);
        assertEquals(Arrays.stream(own).sum() / own.length, series.mean()[bin]);
      }
    }
  }

  @Test
  void aSpikeStaysVisibleInALongSeries() {
    Recorder recorder = new Recorder(64, 1);
    for (int i = 0; i < 1_000_000; i++) {
      recorder.add("a", "1", i, i == 123_456 ? 99 : 0);
    }
    Envelope series = recorder.series("a");
    assertTrue(series.bins() <= 64);
    assertEquals(99, Arrays.stream(series.most()).max().orElseThrow());
  }

  @Test
  void restoresToTheLastBit() {
    RandomStream draws = Seeds.of(12).stream("values");
    for (int cut : new int[] {0, 1, 7, 16, 17, 100}) {
      Recorder whole = new Recorder(16, 3);
      Recorder restored = new Recorder(16, 3);
      for (int i = 0; i < 150; i++) {
        if (i == cut) {
          restored.add("gone", "s", 0, 0);
          restored.restore(Safetensors.decode("memory", Safetensors.encode(whole.snapshot())));
        }
        String name = i % 3 == 0 ? "a" : "b c";
        double value = draws.nextGaussian();
        whole.add(name, "Hz", i, value);
        if (i >= cut) {
          restored.add(name, "Hz", i, value);
        }
      }
      assertEquals(whole.snapshot(), restored.snapshot(), "cut " + cut);
      assertEquals(List.of("a", "b c"), List.copyOf(restored.names()));
    }
  }

  @Test
  void refusesWhatItCannotKeep() {
    Recorder recorder = new Recorder(2, 1);
    recorder.add("a", "s", 0, 1);
    refuses("unit of a must be s, was mV", () -> recorder.add("a", "mV", 1, 1));
    refuses(
        "place and value in a must be finite, were 1.0 and NaN",
        () -> recorder.add("a", "s", 1, Double.NaN));
    refuses("bins must be even and at least 2, was 3", () -> new Recorder(3, 1));
    refuses("mostSeries must be at least 1, was 0", () -> new Recorder(2, 0));
    refuses("series must be one of [a], was b", () -> recorder.series("b"));
    assertEquals(
        "series must be at most 1, b would be one more",
        assertThrows(IllegalStateException.class, () -> recorder.add("b", "s", 0, 1)).getMessage());
    Snapshot two = recorder.snapshot();
    assertThrows(DataCorruptException.class, () -> new Recorder(4, 1).restore(two));
    Snapshot wrong =
        Snapshot.named("recorder", 1)
            .number("bins", "1", 2)
            .number("series", "1", 1)
            .part("0", new BinnedSeries(2, "s").snapshot("a"))
            .build();
    recorder.restore(wrong);
    assertEquals(0, recorder.series("a").count());
    Snapshot many =
        Snapshot.named("binned-series", 1)
            .note("name", "a")
            .number("values-per-bin", "1", 1)
            .number("count", "1", 3)
            .doubles("sum", "s", new double[3])
            .build();
    assertThrows(DataCorruptException.class, () -> BinnedSeries.restored(2, many));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
