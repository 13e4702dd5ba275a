// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

/// The neuron against its segments one by one, and its learning rule step by step.
@FromPaper(value = "sdr", at = "spec 5, 6")
final class DendriticNeuronTest {
  private static DendriticNeuron neuron(DendriticNeuron.Settings settings) {
    return new DendriticNeuron(settings, Seeds.of(19).stream("neuron"));
  }

  @Test
  void theIndexCountsWhatEachSegmentCounts() {
    long seed = 19;
    RandomStream random = Seeds.of(seed).stream("inputs");
    DendriticNeuron neuron = neuron(DendriticNeuron.Settings.of(400, 60, 10, 3));
    for (int i = 0; i < 60; i++) {
      neuron.learn(Sdr.random(400, 40, random));
    }
    for (int trial = 0; trial < 100; trial++) {
      Sdr input = Sdr.random(400, 40, random);
      int[] overlaps = neuron.overlaps(input);
      boolean any = false;
      int spikes = 0;
      for (int i = 0; i < 60; i++) {
        Segment segment = neuron.segment(i);
        assertEquals(segment.overlap(input), overlaps[i], "seed " + seed + ", trial " + trial);
        any |= segment.fires(input);
        spikes += segment.fires(input) ? 1 : 0;
      }
      assertEquals(any, neuron.fires(input));
      assertEquals(spikes, neuron.activation(input));
    }
  }

  @Test
  void learnsAPatternInOneShotAndKnowsItUnderNoise() {
    RandomStream random = Seeds.of(20).stream("patterns");
    DendriticNeuron neuron = neuron(DendriticNeuron.Settings.of(2000, 2, 20, 10));
    Sdr pattern = Sdr.random(2000, 40, random);
    assertFalse(neuron.fires(pattern));
    neuron.learn(pattern);
    assertEquals(1, neuron.learned());
    assertEquals(20, neuron.segment(0).overlap(pattern));
    // 10 of 40 cells moved: at least 10 of 20 synapses are left.
    assertTrue(neuron.fires(SdrNoise.move(pattern, 0.25, random)));
    assertFalse(neuron.fires(Sdr.random(2000, 40, random)));
  }

  @Test
  void respondsByItsNonLinearity() {
    assertEquals(0, new SegmentResponse.Spike(3).to(2));
    assertEquals(1, new SegmentResponse.Spike(3).to(3));
    assertEquals(1024, new SegmentResponse.Power(10).to(2));
    assertEquals(0.5, new SegmentResponse.Sigmoid(12, 5).to(12));
    assertEquals(1 / (1 + Math.exp(2.5)), new SegmentResponse.Sigmoid(11.5, 5).to(11), 1e-15);
    var refused = assertThrows(IllegalArgumentException.class, () -> new SegmentResponse.Power(0));
    assertEquals("exponent must be 1 or more, was 0", refused.getMessage());
  }

  @Test
  void aMissedPositiveBeginsASegment() {
    DendriticNeuron neuron = neuron(DendriticNeuron.Settings.of(50, 3, 4, 2));
    Sdr input = Sdr.of(50, 1, 2, 3, 4);
    assertFalse(neuron.train(input, false));
    assertEquals(0, neuron.learned());
    assertFalse(neuron.train(input, true));
    assertArrayEquals(new int[] {1, 2, 3, 4}, neuron.segment(0).cells());
    assertTrue(neuron.train(input, true));
    assertEquals(1, neuron.learned());
  }

  @Test
  void inactiveSynapsesAreReplacedAfterEnoughSteps() {
    DendriticNeuron neuron = neuron(DendriticNeuron.Settings.of(50, 1, 4, 2));
    neuron.learn(Sdr.of(50, 1, 2, 3, 4));
    Sdr shifted = Sdr.of(50, 3, 4, 5, 6);
    // From 0.5 by steps of 0.0125 below 0.15: 28 steps reach 0.15, rounding decides the 29th.
    for (int step = 0; step < 27; step++) {
      assertTrue(neuron.train(shifted, true));
    }
    assertArrayEquals(new int[] {1, 2, 3, 4}, neuron.segment(0).cells());
    neuron.train(shifted, true);
    neuron.train(shifted, true);
    assertArrayEquals(new int[] {3, 4, 5, 6}, neuron.segment(0).cells());
  }

  @Test
  void wrongFiringIsUnlearnedAndTheSegmentBeginsAnew() {
    DendriticNeuron neuron = neuron(DendriticNeuron.Settings.of(50, 1, 4, 2));
    Sdr wrong = Sdr.of(50, 1, 2, 3, 4);
    Sdr right = Sdr.of(50, 11, 12, 13, 14);
    neuron.learn(wrong);
    neuron.train(right, true);
    assertArrayEquals(new int[] {1, 2, 3, 4}, neuron.segment(0).cells());
    int steps = 0;
    while (neuron.train(wrong, false)) {
      steps++;
      assertTrue(steps <= 29, "steps " + steps);
    }
    assertTrue(steps >= 28, "steps " + steps);
    assertThrows(IllegalStateException.class, () -> neuron.segment(0));
    neuron.train(right, true);
    assertArrayEquals(new int[] {11, 12, 13, 14}, neuron.segment(0).cells());
  }

  private static void refuses(String message, Runnable call) {
    var refused = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, refused.getMessage());
  }

  @Test
  void refusesWhatIsNoNeuron() {
    refuses("population must be 1 or more, was 0", () -> DendriticNeuron.Settings.of(0, 1, 0, 1));
    refuses("segments must be 1 or more, was 0", () -> DendriticNeuron.Settings.of(9, 0, 2, 1));
    refuses(
        "synapses must be in [0, population = 9], was 10",
        () -> DendriticNeuron.Settings.of(9, 1, 10, 1));
    refuses(
        "threshold must be in [1, synapses = 3], was 4",
        () -> DendriticNeuron.Settings.of(9, 1, 3, 4));
    DendriticNeuron neuron = neuron(DendriticNeuron.Settings.of(9, 1, 3, 2));
    refuses(
        "synapses must be at most the pattern's size 2, was 3",
        () -> neuron.learn(Sdr.of(9, 1, 2)));
    refuses("population of the input must be 9, was 8", () -> neuron.fires(Sdr.of(8)));
    neuron.learn(Sdr.of(9, 1, 2, 3));
    var full = assertThrows(IllegalStateException.class, () -> neuron.learn(Sdr.of(9, 1, 2, 3)));
    assertEquals("segments must be unused for a new pattern, was 1 used of 1", full.getMessage());
    refuses("connected must be in [0, 1], was 2.0", () -> new Permanences(1, 2, 0, 0));
    refuses("initial must be in [connected, 1], was 0.1", () -> new Permanences(0.1, 0.2, 0, 0));
    refuses("increment must be 0 or more, was -1.0", () -> new Permanences(0.5, 0.2, -1, 0));
    refuses("decrement must be 0 or more, was NaN", () -> new Permanences(0.5, 0.2, 0, Double.NaN));
  }
}
