// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.MachineCannotException;
import engram.kernel.Doubles;
import engram.math.Gamma;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Patterns, their examples, and what is refused.
@FromPaper(value = "dense-hebbian", at = "spec: data")
final class PatternsTest {
  private static final long SEED = 5;

  private static RandomStream random(String name) {
    return Seeds.of(SEED).stream(name);
  }

  @Test
  void randomPatternsAreFairCoins() {
    Patterns patterns = Patterns.random(300, 100, random("coins"));
    long sum = 0;
    for (int mu = 0; mu < 300; mu++) {
      for (byte sign : patterns.row(mu)) {
        sum += sign;
      }
    }
    assertTrue(Math.abs(sum) < 5 * Math.sqrt(30000), "seed " + SEED + ", sum " + sum);
    assertEquals(patterns.at(17, 99), patterns.row(17)[99]);
    assertEquals(1, patterns.overlap(3, patterns.row(3)));
    assertEquals(0.2, patterns.overlap(3, patterns.flipped(3, 0.4, random("flips"))), 1e-15);
  }

  @Test
  void ownPatternsComeBack() {
    byte[][] rows = {{1, -1, 1}, {-1, -1, 1}};
    Patterns patterns = Patterns.of(rows);
    rows[0][0] = -1;
    assertArrayEquals(new byte[] {1, -1, 1}, patterns.row(0));
    assertArrayEquals(new byte[] {-1, -1, 1}, patterns.row(1));
  }

  @Test
  void lossesAreTheSquaredDistancesAndGiveTheOverlap() {
    Patterns patterns = Patterns.random(4, 60, random("losses"));
    for (double share : new double[] {0, 0.1, 0.35, 0.5, 1}) {
      byte[] state = patterns.flipped(2, share, random("losses state"));
      byte[] xi = patterns.row(2);
      double plus = 0;
      double minus = 0;
      for (int i = 0; i < 60; i++) {
        plus += (xi[i] + state[i]) * (xi[i] + state[i]) / 240.0;
        minus += (xi[i] - state[i]) * (xi[i] - state[i]) / 240.0;
      }
      Patterns.Losses losses = patterns.losses(2, state);
      assertEquals(plus, losses.plus(), 1e-14);
      assertEquals(minus, losses.minus(), 1e-14);
      assertEquals(1, losses.plus() + losses.minus(), 1e-15);
      double m = patterns.overlap(2, state);
      assertEquals(1 - m * m, 4 * losses.plus() * losses.minus(), 1e-14);
    }
  }

  @Test
  void examplesHaveTheirQualityAndSumsTheirSecondMoment() {
    Patterns archetypes = Patterns.random(200, 100, random("archetypes"));
    for (ExampleSet set :
        new ExampleSet[] {
          ExampleSet.draw(archetypes, 10, 0.5, random("examples")),
          ExampleSet.drawKept(archetypes, 10, 0.5, random("examples"))
        }) {
      double squares = 0;
      double along = 0;
      for (int mu = 0; mu < 200; mu++) {
        for (int i = 0; i < 100; i++) {
          double y = set.sum(mu, i) / set.unit();
          squares += y * y / 20000;
          along += set.sum(mu, i) * archetypes.at(mu, i) / 200000.0;
        }
      }
      assertEquals(1, squares, 5 / Math.sqrt(20000), "seed " + SEED);
      assertEquals(0.5, along, 5 * Math.sqrt(0.75 / 200000), "seed " + SEED);
      assertEquals(0.3, set.datasetEntropy(), 1e-15);
      assertEquals(0.325, set.secondMoment(), 1e-15);
    }
  }

  @Test
  void sumsDrawnAtOnceAreBinomial() {
    int examples = 5;
    Patterns archetypes = Patterns.random(400, 100, random("archetypes"));
    ExampleSet set = ExampleSet.draw(archetypes, examples, 0.4, random("binomial"));
    long[] seen = new long[examples + 1];
    for (int mu = 0; mu < 400; mu++) {
      for (int i = 0; i < 100; i++) {
        seen[(set.sum(mu, i) * archetypes.at(mu, i) + examples) / 2]++;
      }
    }
    for (int k = 0; k <= examples; k++) {
      double p =
          Doubles.exp(
              Gamma.logBinomial(examples, k)
                  + k * Doubles.log(0.7)
                  + (examples - k) * Doubles.log(0.3));
      assertEquals(p, seen[k] / 40000.0, 5 * Math.sqrt(p * (1 - p) / 40000), "seed " + SEED);
    }
  }

  @Test
  void sumsAreThoseOfTheKeptExamples() {
    Patterns archetypes = Patterns.random(3, 50, random("archetypes"));
    ExampleSet set = ExampleSet.drawKept(archetypes, 200, 0.3, random("examples"));
    for (int mu = 0; mu < 3; mu++) {
      int[] sums = new int[50];
      for (int a = 0; a < 200; a++) {
        byte[] example = set.example(mu, a);
        for (int i = 0; i < 50; i++) {
          sums[i] += example[i];
        }
      }
      for (int i = 0; i < 50; i++) {
        assertEquals(sums[i], set.sum(mu, i));
      }
    }
    assertTrue(set.keepsExamples() && !set.qualityEstimated());
  }

  @Test
  void ownExamplesGiveTheirQualityAndArchetypes() {
    Patterns archetypes = Patterns.random(5, 400, random("archetypes"));
    ExampleSet drawn = ExampleSet.drawKept(archetypes, 41, 0.6, random("own"));
    byte[][][] own = new byte[5][41][];
    for (int mu = 0; mu < 5; mu++) {
      for (int a = 0; a < 41; a++) {
        own[mu][a] = drawn.example(mu, a);
      }
    }
    ExampleSet set = ExampleSet.of(own);
    assertTrue(set.qualityEstimated());
    assertEquals(0.6, set.quality(), 0.01, "seed " + SEED);
    for (int mu = 0; mu < 5; mu++) {
      assertArrayEquals(archetypes.row(mu), set.archetypes().row(mu));
      assertEquals(drawn.sum(mu, 123), set.sum(mu, 123));
    }
    assertTrue(set.toString().contains("(estimated)"), set.toString());
    assertEquals(archetypes, ExampleSet.of(own, archetypes).archetypes());
  }

  @Test
  void perfectExamplesAreTheArchetypes() {
    Patterns archetypes = Patterns.random(7, 30, random("archetypes"));
    ExampleSet set = ExampleSet.draw(archetypes, 9, 1, random("examples"));
    assertEquals(0, set.datasetEntropy());
    for (int mu = 0; mu < 7; mu++) {
      for (int i = 0; i < 30; i++) {
        assertEquals(9 * archetypes.at(mu, i), set.sum(mu, i));
      }
    }
  }

  @Test
  void refusesBadPatternsAndExamples() {
    refuses("patterns must be at least one of one spin, was none", () -> Patterns.of());
    refuses(
        "length of pattern 1 must be that of pattern 0, 2, was 3",
        () -> Patterns.of(new byte[] {1, 1}, new byte[] {1, 1, 1}));
    refuses(
        "pattern 1 at place 0 must be +1 or -1, was 0",
        () -> Patterns.of(new byte[] {1, 1}, new byte[] {0, 1}));
    refuses("count of patterns must be 1 or more, was 0", () -> Patterns.random(0, 3, random("x")));
    Patterns patterns = Patterns.random(2, 3, random("x"));
    refuses(
        "quality must be in (0, 1] (at 0 the dataset entropy is infinite), was 0.0",
        () -> ExampleSet.draw(patterns, 3, 0, random("x")));
    refuses(
        "quality must be in (0, 1] (at 0 the dataset entropy is infinite), was 1.5",
        () -> ExampleSet.datasetEntropy(1.5, 3));
    refuses(
        "quality must be in (0, 1] (at 0 the dataset entropy is infinite), was NaN",
        () -> ExampleSet.datasetEntropy(Double.NaN, 3));
    refuses(
        "examples of a class must be 1 or more, was 0",
        () -> ExampleSet.draw(patterns, 0, 0.5, random("x")));
    refuses(
        "examples of a class must be at most 32767, was 40000",
        () -> ExampleSet.draw(patterns, 40000, 0.5, random("x")));
    refuses(
        "example 1 of class 1 at place 2 must be +1 or -1, was 5",
        () -> ExampleSet.of(new byte[][][] {{{1, 1, 1}, {1, 1, 1}}, {{1, 1, 1}, {1, 1, 5}}}));
    refuses(
        "examples of class 1 must be as many as of class 0, 2, was 1",
        () -> ExampleSet.of(new byte[][][] {{{1, 1, 1}, {1, 1, 1}}, {{1, 1, 1}}}));
    refuses(
        "examples of a class must agree more than coins do, was a squared quality of -1.0",
        () -> ExampleSet.of(new byte[][][] {{{1, 1}, {-1, -1}}}));
    refuses(
        "share of turned spins must be in [0, 1], was -0.1",
        () -> patterns.flipped(0, -0.1, random("x")));
    assertEquals(
        "examples must be kept (ExampleSet.drawKept or ExampleSet.of), were only summed",
        assertThrows(
                IllegalStateException.class,
                () -> ExampleSet.draw(patterns, 3, 0.5, random("x")).example(0, 0))
            .getMessage());
  }

  @Test
  void refusesWhatDoesNotFitBeforeItIsAllocated() {
    String message =
        assertThrows(
                MachineCannotException.class,
                () -> Patterns.random(1 << 30, 1 << 20, random("x"), new MemoryLimit(1000)))
            .getMessage();
    assertEquals(
        "1073741824 patterns of 1048576 spins needs 1125899906842624 bytes (1.13e+06 GB), available"
            + " are 1000 bytes (1.00e-06 GB); give Java more with -Xmx or take fewer patterns",
        message);
    Patterns patterns = Patterns.random(10, 10, random("x"));
    assertThrows(
        MachineCannotException.class,
        () -> ExampleSet.draw(patterns, 3, 0.5, random("x"), new MemoryLimit(99)));
    assertThrows(
        MachineCannotException.class,
        () -> ExampleSet.drawKept(patterns, 3, 0.5, random("x"), new MemoryLimit(399)));
    assertEquals(
        10, ExampleSet.drawKept(patterns, 3, 0.5, random("x"), new MemoryLimit(400)).classes());
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
