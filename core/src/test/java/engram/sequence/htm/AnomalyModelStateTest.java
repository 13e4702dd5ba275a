// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.encode.TimePart;
import engram.sequence.htm.memory.MemorySettings;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.AlteredSnapshot;
import engram.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What a model does not take back: each array of its state, spoilt in each way that shows. A
/// refusal names the array and leaves the model as it was.
@FromPaper(value = "htm", at = "spec NAB")
final class AnomalyModelStateTest {
  private static final String POOLER = "memory/pooler/";
  private static final String MEMORY = "memory/memory/";
  private static final String LIKELIHOOD = "likelihood/";

  private final AnomalyModel model = begun();
  private final Snapshot own = model.snapshot();

  private static AnomalyModel begun() {
    var memory =
        new MemorySettings(
            128,
            4,
            new MemorySettings.Dendrites(6, 4, 10, 8, 16),
            new MemorySettings.Plasticity(0.24, 0.5, 0.1, 0.02, 0.01));
    var settings =
        new AnomalySettings(
            0.1,
            TimePart.TIME_OF_DAY.with(21, 9.49),
            8,
            memory,
            AnomalyLikelihood.Settings.ofProbation(40));
    AnomalyModel model = AnomalyModel.of(settings, Seeds.of(1));
    Instant start = Instant.parse("2014-07-01T00:00:00Z");
    for (int i = 0; i < 150; i++) {
      model.step(new TimedValue(start.plus(Duration.ofHours(i)), i % 8));
      if (i == 100) {
        model.memory().memory().kill(Sdr.of(512, 3, 4, 5));
      }
    }
    return model;
  }

  @Test
  void takesBackItsOwn() {
    model.restore(AlteredSnapshot.with(own, "range", own.doubles("range")));
    assertEquals(own, model.snapshot());
  }

  @Test
  void refusesAnotherResolutionOrRange() {
    refusedAs("resolution of an anomaly model must be 0.1, was [0.2]", "resolution", 0.2);
    String range = "range of an anomaly model must be its first, least and greatest value, was ";
    refusedAs(range + "[0.0, NaN, 7.0]", "range", 0, Double.NaN, 7);
    refusedAs(range + "[0.0, 0.0, Infinity]", "range", 0, 0, Double.POSITIVE_INFINITY);
    refusedAs(range + "[0.0, 1.0, 7.0]", "range", 0, 1, 7);
    refusedAs(range + "[8.0, 0.0, 7.0]", "range", 8, 0, 7);
    refusedAs(range + "[0.0, 7.0]", "range", 0, 7);
    refusedAs(range + "[NaN, NaN, NaN]", "range", Double.NaN, Double.NaN, Double.NaN);
  }

  private void refusedAs(String message, String name, double... array) {
    Snapshot altered = AlteredSnapshot.with(own, name, array);
    DataCorruptException refusal =
        assertThrows(DataCorruptException.class, () -> model.restore(altered));
    assertEquals(message, refusal.getMessage());
    assertEquals(own, model.snapshot());
  }

  @Test
  void refusesAPoolerThatCannotBe() {
    int inputs = own.shape(POOLER + "permanences")[1];
    int[] permanences = own.ints(POOLER + "permanences");
    int pooled = 0;
    while (permanences[pooled] < 0) {
      pooled++;
    }
    int inPool = pooled;
    ints(POOLER, "permanences", p -> set(p, inPool, 1_000_001));
    ints(POOLER, "permanences", p -> set(p, inPool, -2));
    ints(POOLER, "permanences", p -> set(p, inPool, -1));
    ints(POOLER, "permanences", p -> Arrays.copyOf(p, p.length - inputs));
    for (String duties : new String[] {"overlap-duties", "active-duties", "least-duties"}) {
      doubles(POOLER, duties, d -> set(d, 5, Double.NaN));
      doubles(POOLER, duties, d -> set(d, 5, 1.5));
      doubles(POOLER, duties, d -> set(d, 5, -0.1));
      doubles(POOLER, duties, d -> Arrays.copyOf(d, 127));
    }
    doubles(POOLER, "boosts", b -> set(b, 0, Double.POSITIVE_INFINITY));
    doubles(POOLER, "boosts", b -> set(b, 0, Double.NaN));
    longs(POOLER, "iteration", i -> set(i, 0, -1));
    longs(POOLER, "radius", r -> set(r, 0, 0));
    longs(POOLER, "radius", r -> set(r, 0, 129));
    doubles(POOLER, "settings", s -> set(s, 1, 127));
  }

  @Test
  void refusesAMemoryThatCannotBe() {
    ints(MEMORY, "permanences", p -> set(p, 0, 10_001));
    ints(MEMORY, "permanences", p -> set(p, 0, 0));
    ints(MEMORY, "permanences", p -> Arrays.copyOf(p, p.length - 1));
    ints(MEMORY, "synapse-cells", c -> set(c, c.length - 1, 512));
    ints(MEMORY, "synapse-cells", c -> set(c, 1, c[0]));
    ints(MEMORY, "segment-cells", c -> set(c, c.length - 1, 512));
    ints(MEMORY, "segment-cells", c -> set(c, c.length - 1, -2));
    ints(MEMORY, "segment-cells", c -> set(c, c.length - 1, 4));
    ints(MEMORY, "segment-sizes", n -> set(n, 0, n[0] + 1));
    ints(MEMORY, "segment-sizes", n -> set(n, 0, 17));
    ints(MEMORY, "segment-sizes", n -> set(n, 0, -1));
    longs(MEMORY, "segment-uses", u -> set(u, 0, own.number(MEMORY + "iteration") + 1));
    longs(MEMORY, "segment-uses", u -> set(u, 0, -1));
    ints(MEMORY, "active-cells", c -> set(c, c.length - 1, 512));
    ints(MEMORY, "active-cells", c -> set(c, 1, c[0]));
    ints(MEMORY, "winner-cells", _ -> new int[] {absent(own.ints(MEMORY + "active-cells"))});
    ints(MEMORY, "dead-cells", c -> set(c, c.length - 1, 512));
    longs(MEMORY, "iteration", i -> set(i, 0, -1));
    longs(MEMORY, "growth-draws", d -> set(d, 0, -1));
    longs(MEMORY, "tie-draws", d -> set(d, 0, -1));
    longs(MEMORY, "settings", s -> set(s, 1, 5));
  }

  @Test
  void aDeadCellIsNeitherActiveNorHasItSegments() {
    int[] active = own.ints(MEMORY + "active-cells");
    refused("active-cells", AlteredSnapshot.with(own, MEMORY + "dead-cells", active));
    int owner =
        Arrays.stream(own.ints(MEMORY + "segment-cells")).filter(c -> c >= 0).max().orElseThrow();
    Snapshot still =
        AlteredSnapshot.with(
            AlteredSnapshot.with(own, MEMORY + "active-cells", new int[0]),
            MEMORY + "winner-cells",
            new int[0]);
    refused("segment-cells", AlteredSnapshot.with(still, MEMORY + "dead-cells", new int[] {owner}));
  }

  @Test
  void refusesALikelihoodThatCannotBe() {
    longs(LIKELIHOOD, "records", r -> set(r, 0, -1), "range");
    longs(LIKELIHOOD, "records", r -> set(r, 0, 7), "scores");
    doubles(LIKELIHOOD, "fit", f -> set(f, 0, Double.NaN));
    doubles(LIKELIHOOD, "fit", f -> set(f, 0, 1.5));
    doubles(LIKELIHOOD, "fit", f -> set(f, 1, 0));
    doubles(LIKELIHOOD, "fit", f -> set(f, 1, Double.POSITIVE_INFINITY));
    doubles(LIKELIHOOD, "scores", s -> set(s, 0, 1.5));
    doubles(LIKELIHOOD, "scores", s -> set(s, 0, Double.NaN));
    doubles(LIKELIHOOD, "averages", a -> set(a, 0, -0.5));
    doubles(LIKELIHOOD, "averages", a -> Arrays.copyOf(a, a.length - 1));
    doubles(LIKELIHOOD, "values", v -> set(v, 0, Double.NaN));
    longs(LIKELIHOOD, "settings", s -> set(s, 0, 21));
  }

  private static int absent(int[] ascending) {
    int cell = 0;
    while (Arrays.binarySearch(ascending, cell) >= 0) {
      cell++;
    }
    return cell;
  }

  private static int[] set(int[] array, int at, int value) {
    array[at] = value;
    return array;
  }

  private static long[] set(long[] array, int at, long value) {
    array[at] = value;
    return array;
  }

  private static double[] set(double[] array, int at, double value) {
    array[at] = value;
    return array;
  }

  private void ints(String part, String name, UnaryOperator<int[]> change) {
    int[] changed = change.apply(own.ints(part + name));
    refused(name, AlteredSnapshot.with(own, part + name, changed));
  }

  private void longs(String part, String name, UnaryOperator<long[]> change) {
    longs(part, name, change, name);
  }

  private void longs(String part, String name, UnaryOperator<long[]> change, String named) {
    long[] changed = change.apply(own.longs(part + name));
    refused(named, AlteredSnapshot.with(own, part + name, changed));
  }

  private void doubles(String part, String name, UnaryOperator<double[]> change) {
    double[] changed = change.apply(own.doubles(part + name));
    refused(name, AlteredSnapshot.with(own, part + name, changed));
  }

  /// The refusal begins with the array's name.
  private void refused(String name, Snapshot altered) {
    DataCorruptException refusal =
        assertThrows(DataCorruptException.class, () -> model.restore(altered), name);
    String says = String.valueOf(refusal.getMessage());
    assertTrue(says.startsWith(name + " of a"), says);
    assertEquals(own, model.snapshot(), "a refused snapshot leaves the state");
  }
}
