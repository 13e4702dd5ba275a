// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.MachineContract;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The memory on traces that can be followed by hand, and on sequences that ask for its properties.
@FromPaper(value = "htm", at = "spec temporal memory")
final class TemporalMemoryTest {
  /// The paper's micro trace: 4 columns of 2 cells, thresholds 1, one new synapse.
  private static MemorySettings micro(double predictedDecrement) {
    return new MemorySettings(
        4,
        2,
        new MemorySettings.Dendrites(1, 1, 1, 255, 255),
        new MemorySettings.Plasticity(0.21, 0.5, 0.1, 0.1, predictedDecrement));
  }

  /// 400 columns of `cells` cells; a symbol has 10 columns of its own.
  private static MemorySettings symbols(int cells) {
    return new MemorySettings(
        400,
        cells,
        new MemorySettings.Dendrites(8, 8, 10, 32, 32),
        new MemorySettings.Plasticity(0.21, 0.5, 0.1, 0.1, 0.01));
  }

  private static Sdr symbol(char letter) {
    int[] columns = new int[10];
    Arrays.setAll(columns, i -> letter - 'A' + 40 * i);
    return Sdr.of(400, columns);
  }

  private static List<Double> play(TemporalMemory memory, String letters) {
    memory.reset();
    return letters.chars().mapToObj(letter -> memory.step(symbol((char) letter))).toList();
  }

  @Test
  void learnsTheMicroTraceForAnySeed() {
    for (long seed = 1; seed <= 20; seed++) {
      TemporalMemory memory = new TemporalMemory(micro(0), Seeds.of(seed));
      int[] permanences = {2100, 3100, 4100, 5100};
      for (int repetition = 0; repetition < 12; repetition++) {
        memory.reset();
        assertEquals(1, memory.step(Sdr.of(4, 0)), "repetition " + repetition);
        assertEquals(repetition < 4 ? 1 : 0, memory.step(Sdr.of(4, 1)), "repetition " + repetition);
        if (repetition < 4) {
          int[] kept = memory.snapshot().ints("permanences");
          assertArrayEquals(new int[] {permanences[repetition]}, kept);
        }
      }
    }
  }

  @Test
  void oneFalsePredictionUndoesAnEdgeOfConnection() {
    TemporalMemory memory = new TemporalMemory(micro(0.02), Seeds.of(1));
    for (int repetition = 0; repetition < 4; repetition++) {
      memory.reset();
      memory.step(Sdr.of(4, 0));
      memory.step(Sdr.of(4, 1));
    }
    memory.reset();
    memory.step(Sdr.of(4, 0));
    assertArrayEquals(new int[] {1}, memory.predictedColumns());
    memory.step(Sdr.of(4, 2));
    assertEquals(4900, memory.snapshot().ints("permanences")[0]);
    memory.reset();
    memory.step(Sdr.of(4, 0));
    assertArrayEquals(new int[0], memory.predictedColumns());
  }

  @Test
  void aKnownSequenceSurprisesNoMoreAndNeedsOneCellAColumn() {
    TemporalMemory memory = new TemporalMemory(symbols(8), Seeds.of(3));
    for (int pass = 0; pass < 30; pass++) {
      play(memory, "ABCD");
    }
    assertEquals(List.of(1.0, 0.0, 0.0, 0.0), play(memory, "ABCD"));
    assertEquals(10, memory.activeCells().length);
    assertArrayEquals(memory.activeCells(), memory.winnerCells());
  }

  @Test
  void whatWasNotExpectedBursts() {
    TemporalMemory memory = new TemporalMemory(symbols(8), Seeds.of(3));
    for (int pass = 0; pass < 30; pass++) {
      play(memory, "ABCD");
    }
    assertEquals(List.of(1.0, 0.0, 1.0), play(memory, "ABE"));
    assertEquals(80, memory.activeCells().length);
    assertEquals(10, memory.winnerCells().length);
  }

  @Test
  void tellsTheEndFromTheBeginningWhereItHasCellsForIt() {
    TemporalMemory memory = new TemporalMemory(symbols(8), Seeds.of(4));
    for (int pass = 0; pass < 60; pass++) {
      play(memory, "ABCD");
      play(memory, "XBCY");
    }
    memory.setLearning(false);
    play(memory, "ABC");
    assertArrayEquals(symbol('D').cells(), memory.predictedColumns());
    play(memory, "XBC");
    assertArrayEquals(symbol('Y').cells(), memory.predictedColumns());
  }

  @Test
  void oneCellAColumnSeesOneStepBack() {
    TemporalMemory memory = new TemporalMemory(symbols(1), Seeds.of(4));
    for (int pass = 0; pass < 60; pass++) {
      play(memory, "ABCD");
      play(memory, "XBCY");
    }
    memory.setLearning(false);
    play(memory, "ABC");
    int[] afterA = memory.predictedColumns();
    play(memory, "XBC");
    assertArrayEquals(afterA, memory.predictedColumns());
    assertArrayEquals(symbol('D').union(symbol('Y')).cells(), afterA);
  }

  @Test
  void predictsTheUnionOfWhatMayFollow() {
    TemporalMemory memory = new TemporalMemory(symbols(8), Seeds.of(5));
    for (int pass = 0; pass < 30; pass++) {
      play(memory, "AB");
      play(memory, "AC");
    }
    play(memory, "A");
    assertArrayEquals(symbol('B').union(symbol('C')).cells(), memory.predictedColumns());
  }

  @Test
  void withoutLearningNothingThatIsLearnedChanges() {
    TemporalMemory memory = new TemporalMemory(symbols(4), Seeds.of(6));
    for (int pass = 0; pass < 5; pass++) {
      play(memory, "ABCDABEFG");
    }
    memory.setLearning(false);
    Snapshot before = memory.snapshot();
    play(memory, "ACEGABCD");
    Snapshot after = memory.snapshot();
    for (String name : List.of("segment-cells", "segment-sizes", "synapse-cells", "permanences")) {
      assertArrayEquals(before.ints(name), after.ints(name), name);
    }
    assertEquals(before.number("growth-draws"), after.number("growth-draws"));
  }

  @Test
  void stillKnowsASequenceWhenAFifthOfItsCellsIsDead() {
    TemporalMemory memory = new TemporalMemory(symbols(8), Seeds.of(8));
    for (int pass = 0; pass < 60; pass++) {
      play(memory, "ABCDEFGH");
    }
    memory.setLearning(false);
    Sdr dead = Sdr.random(3200, 320, Seeds.of(8).stream("dead"));
    memory.kill(dead);
    List<Double> anomalies = play(memory, "ABCDEFGH");
    // A column whose one predicted cell is dead bursts; the others stay known.
    double mean = anomalies.stream().skip(1).mapToDouble(a -> a).average().orElseThrow();
    assertTrue(mean > 0 && mean < 0.3, "mean anomaly " + mean);
    for (int cell : memory.activeCells()) {
      assertTrue(!dead.contains(cell), "cell " + cell);
    }
    memory.kill(Sdr.of(3200, all(3200)));
    assertEquals(0, memory.segments());
    assertEquals(0, memory.synapses());
    assertEquals(1, memory.step(symbol('A')));
    assertEquals(0, memory.activeCells().length);
  }

  private static int[] all(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  @Test
  void aSegmentNeverOutgrowsItsBounds() {
    long seed = 9;
    RandomStream random = Seeds.of(seed).stream("inputs");
    var dendrites = new MemorySettings.Dendrites(3, 2, 5, 3, 6);
    var plasticity = new MemorySettings.Plasticity(0.3, 0.5, 0.1, 0.02, 0.001);
    var settings = new MemorySettings(20, 3, dendrites, plasticity);
    TemporalMemory memory = new TemporalMemory(settings, Seeds.of(seed));
    for (int step = 0; step < 2000; step++) {
      memory.step(Sdr.random(20, 5, random));
    }
    // A snapshot is refused where a segment has too many synapses, or two from one cell, or a cell
    // too many segments.
    new TemporalMemory(settings, Seeds.of(seed)).restore(memory.snapshot());
    assertTrue(memory.segments() > 100, "segments " + memory.segments());
    assertEquals(6, Arrays.stream(memory.snapshot().ints("segment-sizes")).max().orElseThrow());
  }

  @Test
  void keepsTheContractOfMachines() {
    RandomStream random = Seeds.of(10).stream("inputs");
    List<Sdr> symbols = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      symbols.add(Sdr.random(30, 4, random));
    }
    List<Sdr> inputs = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      inputs.add(symbols.get(random.nextInt(6)));
    }
    var dendrites = new MemorySettings.Dendrites(3, 2, 4, 4, 8);
    var settings =
        new MemorySettings(
            30, 4, dendrites, new MemorySettings.Plasticity(0.4, 0.5, 0.1, 0.05, 0.01));
    MachineContract.check(() -> new TemporalMemory(settings, Seeds.of(10)), inputs);
  }

  @Test
  void refusesAStateThatCannotBe() {
    TemporalMemory memory = new TemporalMemory(micro(0), Seeds.of(1));
    memory.step(Sdr.of(4, 0));
    memory.step(Sdr.of(4, 1));
    Snapshot own = memory.snapshot();
    TemporalMemory other = new TemporalMemory(micro(0.02), Seeds.of(1));
    assertThrows(DataCorruptException.class, () -> other.restore(own));
    assertNotEquals(own, other.snapshot());
  }

  @Test
  void refusesBadInput() {
    TemporalMemory memory = new TemporalMemory(micro(0), Seeds.of(1));
    refused("population of the input must be 4, was 5", () -> memory.step(Sdr.of(5, 0)));
    refused("population of the cells must be 8, was 4", () -> memory.kill(Sdr.of(4, 0)));
    refused(
        "minThreshold must be in [1, activationThreshold 10], was 13",
        () -> new MemorySettings.Dendrites(10, 13, 20, 255, 255));
    refused(
        "initial must be a multiple of 0.0001 in [0, 1], was 0.21005",
        () -> new MemorySettings.Plasticity(0.21005, 0.5, 0.1, 0.1, 0));
    refused(
        "initial must be a multiple of 0.0001 in [0, 1], was NaN",
        () -> new MemorySettings.Plasticity(Double.NaN, 0.5, 0.1, 0.1, 0));
    refused(
        "columns must be 1 or more, was 0",
        () -> new MemorySettings(0, 1, micro(0).dendrites(), micro(0).plasticity()));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
