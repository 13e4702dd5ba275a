// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.error.MachineCannotException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.avalanche.Avalanches;
import engram.signal.spike.IntervalStatistics;
import engram.signal.spike.SpikeCounts;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.SpikeTrain;
import engram.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What streams say against what whole trains say.
final class SurveyTest {
  // Read, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Kept(String name, double[] times, long[] ids) implements SpikeSource {
    @Override
    public void read(SpikeSink sink) {
      for (int i = 0; i < times.length; i++) {
        sink.spike(times[i], ids[i]);
      }
    }
  }

  /// Spikes of 12 neurons over 3 s at unequal rates, in order of time, with sparse ids.
  private static Kept recording() {
    RandomStream draws = Seeds.of(42).stream("recording");
    double[] times = draws.doubles(2000, 0, 3000).sorted().toArray();
    times[1999] = 3000;
    long[] ids = new long[2000];
    for (int i = 0; i < 2000; i++) {
      int neuron = (int) (12 * draws.nextDouble() * draws.nextDouble());
      ids[i] = 7L + 100_000_000_007L * neuron;
    }
    return new Kept("recording", times, ids);
  }

  private static List<SpikeTrain> trains(Kept kept, double durationMs) {
    List<SpikeTrain> trains = new ArrayList<>();
    for (long id : Arrays.stream(kept.ids).sorted().distinct().toArray()) {
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < kept.ids.length; i++) {
        if (kept.ids[i] == id) {
          times.add(kept.times[i]);
        }
      }
      double[] plain = times.stream().mapToDouble(Double::doubleValue).toArray();
      trains.add(SpikeTrain.of(durationMs, plain));
    }
    return trains;
  }

  private static Portrait portrait(Survey survey, SpikeSource source) {
    return survey.second(source, survey.first(source));
  }

  @Test
  void portraitIsThatOfTheTrains() {
    Kept kept = recording();
    List<SpikeTrain> trains = trains(kept, 3000);
    Portrait portrait = portrait(Survey.usual(), kept);
    assertEquals(3000, portrait.durationMs());
    assertEquals(trains.size(), portrait.neurons().count());
    assertEquals(2000, portrait.neurons().total());
    SpikeCounts counts = SpikeCounts.of(trains, 10);
    for (int i = 0; i < trains.size(); i++) {
      IntervalStatistics expected = trains.get(i).intervals();
      assertEquals(expected, portrait.neurons().intervals()[i]);
      assertEquals(trains.get(i).rateHz(), portrait.rateHz(i), 1e-12);
      assertEquals(counts.fano(i), portrait.neurons().fano()[i], 1e-9);
    }
    assertEquals(counts.synchrony(), portrait.together().synchrony(), 1e-9);
    Moments pairs = Moments.of(counts.correlations());
    assertEquals(pairs.count(), portrait.together().correlations().count());
    assertEquals(pairs.mean(), portrait.together().correlations().mean(), 1e-9);
    assertEquals(
        pairs.standardDeviation(), portrait.together().correlations().standardDeviation(), 1e-9);
    double bin = Avalanches.meanIntervalMs(trains);
    assertEquals(bin, portrait.bursts().binMs(), 1e-3 * bin);
    Survey fixed = new Survey(Window.WHOLE, 10, 2, 200, 100, 42);
    Avalanches streamed = portrait(fixed, kept).bursts().avalanches();
    Avalanches whole = Avalanches.of(trains, 2);
    assertTrue(Math.abs(whole.sizes().total() - streamed.sizes().total()) <= 2);
    assertEquals(whole.branching().slope(), streamed.branching().slope(), 0.01);
  }

  /// Times on a grid of 0.1 ms, a spike in the mean each 0.05 ms: bins are one step, and hold the
  /// counts of the steps whatever 0.1 is in binary.
  @Test
  void avalanchesKeepToTheGridOfTheTimes() {
    RandomStream draws = Seeds.of(42).stream("grid");
    SpikeRaster raster = new SpikeRaster(50, 5000);
    for (int i = 0; i < 10_000; i++) {
      raster.set(draws.nextInt(50), draws.nextInt(5000));
    }
    List<Double> times = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (int t = 0; t < 5000; t++) {
      for (int i = 0; i < 50; i++) {
        if (raster.get(i, t)) {
          times.add(Double.parseDouble(t / 10 + "." + t % 10));
          ids.add((long) i);
        }
      }
    }
    Kept kept =
        new Kept(
            "grid",
            times.stream().mapToDouble(Double::doubleValue).toArray(),
            ids.stream().mapToLong(Long::longValue).toArray());
    Portrait portrait = portrait(Survey.usual(), kept);
    assertEquals(0.1, portrait.bursts().binMs(), 1e-9);
    Avalanches exact = Avalanches.of(raster, 1);
    assertArrayEquals(exact.sizes().counts(), portrait.bursts().avalanches().sizes().counts());
    assertArrayEquals(
        exact.durations().counts(), portrait.bursts().avalanches().durations().counts());
  }

  @Test
  void shuffledRecordingIsPutInOrder() {
    Kept kept = recording();
    int[] order = new int[2000];
    Arrays.setAll(order, i -> i);
    Seeds.of(42).stream("shuffle").shuffle(order);
    Kept shuffled =
        new Kept(
            "shuffled",
            Arrays.stream(order).mapToDouble(i -> kept.times[i]).toArray(),
            Arrays.stream(order).mapToLong(i -> kept.ids[i]).toArray());
    Survey.First first = Survey.usual().first(shuffled);
    assertFalse(first.reading().inOrder());
    assertEquals(2000, first.reading().spikes());
    assertEquals(3000, first.reading().lastMs());
    assertThrows(IllegalArgumentException.class, () -> Survey.usual().second(shuffled, first));
    TrainCollector sorted = TrainCollector.of(shuffled, 100);
    Portrait expected = portrait(Survey.usual(), kept);
    Portrait portrait = portrait(Survey.usual(), sorted);
    assertArrayEquals(expected.neurons().intervals(), portrait.neurons().intervals());
    assertArrayEquals(expected.neurons().fano(), portrait.neurons().fano());
    assertEquals(trains(kept, 3000), sorted.trains(sorted.ids(), Window.WHOLE, 3000));
  }

  @Test
  void windowCutsAndShifts() {
    Kept kept = recording();
    Survey survey = new Survey(new Window(1000, 2000), 10, 5, 200, 100, 42);
    Portrait portrait = portrait(survey, kept);
    assertEquals(1000, portrait.durationMs());
    List<SpikeTrain> parts =
        trains(kept, 3000).stream()
            .map(t -> t.within(1000, 2000))
            .filter(t -> t.count() > 0)
            .toList();
    for (int i = 0; i < parts.size(); i++) {
      assertEquals(parts.get(i).count(), portrait.neurons().spikes()[i]);
      assertEquals(parts.get(i).intervals().cv(), portrait.neurons().intervals()[i].cv(), 1e-9);
    }
    assertEquals(5, portrait.bursts().binMs());
  }

  @Test
  void pairsAreDrawnAndTheDrawIsFixed() {
    Kept kept = recording();
    Survey few = new Survey(Window.WHOLE, 10, 0, 3, 100, 42);
    Portrait portrait = portrait(few, kept);
    assertEquals(3, portrait.together().sampled());
    assertEquals(3, portrait.together().correlations().count());
    assertEquals(
        portrait.together().correlations().mean(),
        portrait(few, kept).together().correlations().mean());
  }

  @Test
  void repeatedSpikesAreTakenOnce() {
    Kept twice = new Kept("twice", new double[] {1, 1, 2, 2, 9}, new long[] {4, 4, 4, 5, 4});
    Portrait portrait = portrait(Survey.usual(), twice);
    assertEquals(1, portrait.repeated());
    assertArrayEquals(new long[] {3, 1}, portrait.neurons().spikes());
    TrainCollector collected = TrainCollector.of(twice, 10);
    assertEquals(
        SpikeTrain.of(9, 1, 2, 9), collected.trains(new long[] {4}, Window.WHOLE, 9).getFirst());
  }

  @Test
  void idsOfAnySizeAreNumbered() {
    RandomStream draws = Seeds.of(42).stream("ids");
    NeuronIndex index = new NeuronIndex(100_000);
    Map<Long, Integer> plain = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      long id = draws.nextLong(50_000) * (draws.nextBoolean() ? 1 : 123_456_789_123L);
      assertEquals(plain.computeIfAbsent(id, _ -> plain.size()), index.of(id));
    }
    int[] byId = index.byId();
    for (int i = 1; i < byId.length; i++) {
      assertTrue(index.id(byId[i - 1]) < index.id(byId[i]));
    }
    NeuronIndex small = new NeuronIndex(2);
    small.of(1);
    small.of(1L << 40);
    assertEquals(
        "neurons must be at most 2 in the memory of this machine, were more: is the column of ids"
            + " right?",
        assertThrows(MachineCannotException.class, () -> small.of(5)).getMessage());
  }

  @Test
  void shortAndEmptyRecordingsAreSaid() {
    Kept one = new Kept("one", new double[] {0}, new long[] {1});
    assertEquals(
        "one must last longer than 0 ms, did not: all spikes are at its beginning",
        assertThrows(DataCorruptException.class, () -> portrait(Survey.usual(), one)).getMessage());
    Survey late = new Survey(new Window(50, 60), 10, 0, 200, 10, 42);
    assertEquals(
        "one must have a spike or more in the window, had none",
        assertThrows(DataCorruptException.class, () -> late.first(one)).getMessage());
    Portrait single =
        portrait(Survey.usual(), new Kept("single", new double[] {5}, new long[] {1}));
    assertTrue(Double.isNaN(single.neurons().intervals()[0].meanMs()));
    assertEquals(0, single.bursts().avalanches().count());
    assertRefused(
        "binMs must be finite and above 0, was 0.0", () -> new Survey(Window.WHOLE, 0, 0, 2, 1, 1));
    assertRefused(
        "avalancheBinMs must be finite and 0 or more, was -1.0",
        () -> new Survey(Window.WHOLE, 1, -1, 2, 1, 1));
    assertRefused(
        "pairNeurons must be in [2, 10000], was 1", () -> new Survey(Window.WHOLE, 1, 0, 1, 1, 1));
    assertRefused("toMs must be above 5.0, was 5.0", () -> new Window(5, 5));
    assertRefused("fromMs must be finite and 0 or more, was NaN", () -> new Window(Double.NaN, 5));
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
